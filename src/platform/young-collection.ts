// A stream of bytes makes tiny objects that hold large memory: nothing fills V8's young generation, so nothing is given back before
// 64 MB of buffers have piled up, and V8 then walks the whole heap (measured: half of the processor time of an upload of 10 MB, and
// pauses for everybody). A collection of the young generation alone every few megabytes costs a millisecond.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that go by between two collections. */
const EVERY = 16 * 1024 * 1024;

let collect: ((options: { type: 'minor' }) => void) | undefined;
let passed = 0;

/** Said by whoever lets a stream of bytes go by. */
export function bytesWentBy(count: number): void {
  passed += count;
  if (passed < EVERY) return;
  passed = 0;
  collect ??= exposed();
  collect({ type: 'minor' });
}

/** The collector, which V8 shows to the contexts made after this flag. */
function exposed(): (options: { type: 'minor' }) => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (options) => void found(options) : () => {};
}
