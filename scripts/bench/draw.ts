// A seeded generator of numbers (mulberry32): the same seed gives the same population on every machine.

export type Draw = {
  /** A number in [0, 1[. */
  next: () => number;
  /** One element; the list is not empty. */
  pick: <T>(list: readonly [T, ...T[]]) => T;
  /** One key, each as often as its weight says. */
  weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
};

export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      const [key] = found ?? entries[0] ?? [];
      if (key === undefined) throw new Error('weighted draw without weights');
      return key;
    },
  };
}
