// A counting gate: at most `places` tasks at once, the others wait their turn in order of arrival.

export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a gate of `places` places (at least 1). A task that throws frees its place. */
export function gate(places: number): Gate {
  let free = Math.max(1, places);
  const waiting: Array<() => void> = [];
  return async (task) => {
    if (free > 0) free -= 1;
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
