// What the whole process remembers under one name. Kept on globalThis: the bundler loads a module once for the instrumentation and once
// for the routes, and each would have its own.
const slot = globalThis as { portailMemory?: Map<string, unknown> };

/** The same value for every caller of a name; `make` gives the first one. The type is the promise of whoever owns the name. */
export function processMemory<T>(name: string, make: () => T): T {
  slot.portailMemory ??= new Map();
  if (!slot.portailMemory.has(name)) slot.portailMemory.set(name, make());
  return slot.portailMemory.get(name) as T;
}
