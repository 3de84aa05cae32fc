// The only clock. Commands receive the instant as an argument; the doors (guard, jobs) read it here.
export function now(): Date {
  return new Date();
}
