// A counting gate: at most `places` tasks at once, the others wait their turn in order of arrival, and beyond `queue` are told to come back.

export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

const MARK = 'portail.gate-full';

/** Was the task refused because too many others were already waiting? Known by a mark: the bundler may load this module twice. */
export function isGateFull(error: unknown): boolean {
  return error instanceof Error && error.name === MARK;
}

/** Makes a gate of `places` places (at least 1) and of `queue` waiting ones. A task that throws frees its place. Throws at once when the queue is full: see isGateFull. */
export function gate(places: number, queue = Number.POSITIVE_INFINITY): Gate {
  let free = Math.max(1, places);
  const waiting: Array<() => void> = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else if (waiting.length >= queue) throw Object.assign(new Error('too many tasks are waiting'), { name: MARK });
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so that a newcomer cannot overtake.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
