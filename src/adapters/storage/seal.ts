import 'server-only';
// Encryption at rest of a stream, one frame at a time.
//   header  'PEF2' (4 bytes) | salt (32 bytes)
//   frame   ciphertext (262 144 bytes, fewer in the last frame) | tag (16 bytes)
// The files of 'PEF1' are the same with frames of 65 536 bytes: they are read, no longer written.
// AES-256-GCM. The key of a file is HKDF-SHA-256(key of 'fichiers', salt, 'fichier:' + cle): one key per file, so the
// nonce may be the number of the frame (11 bytes, big endian) followed by 1 for the last frame and 0 for the others.
// Thus a frame altered, moved, repeated or missing, a file cut at a frame's border, or put under another name, does
// not open. An empty content is one empty last frame. Memory: one frame in hand and one given, whatever the size.
// A reader receives bytes already authenticated, but must wait for the end of the stream to know that it is whole.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { keyFor } from '#platform/secret.ts';
import { bytesWentBy } from '#platform/young-collection.ts';

const SALT = 32;
const TAG = 16;
/** Bytes of content in a frame. Each frame costs a cipher and a write: at 64 KiB they cost as much as the encryption itself. */
export const FRAME = 256 * 1024;
const MAGIC = Buffer.from('PEF2');
const HEADER = MAGIC.length + SALT;
/** What may be read: size of the frames by first bytes. */
const FRAMES = new Map([
  ['PEF1', 64 * 1024],
  ['PEF2', FRAME],
]);

/** The bytes of a stored file are not those that were written, or not all of them. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** Prepared once for all the frames of a file. */
function fileKey(salt: Uint8Array, cle: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', keyFor('fichiers'), salt, `fichier:${cle}`, 32)));
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(index, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/**
 * Cuts a flow into blocks of `size` bytes; the last one says so, and holds 0 to `size` bytes. The bytes of a block are good
 * until the next one is asked for: the same memory serves all along, and small chunks do not pile up.
 */
async function* blocks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  const held = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for await (const chunk of source) {
    let from = 0;
    while (from < chunk.length) {
      // A full block is given only when something is known to follow it.
      if (length === size) {
        yield { bytes: held, last: false };
        length = 0;
      }
      const taken = Math.min(size - length, chunk.length - from);
      held.set(chunk.subarray(from, from + taken), length);
      length += taken;
      from += taken;
    }
  }
  yield { bytes: held.subarray(0, length), last: true };
}

/** Plain bytes in, sealed bytes out: the header, then for each frame its bytes and its tag. */
export async function* seal(source: AsyncIterable<Uint8Array>, cle: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = fileKey(salt, cle);
  yield Buffer.concat([MAGIC, salt]);
  let index = 0;
  for await (const { bytes, last } of blocks(source, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
    const closed = cipher.update(bytes);
    cipher.final();
    yield closed;
    yield cipher.getAuthTag();
    index += 1;
    bytesWentBy(bytes.length);
  }
}

/** Sealed bytes in, plain bytes out. Throws SealBroken on anything but the whole original. */
export async function* unseal(source: AsyncIterable<Uint8Array>, cle: string): AsyncGenerator<Buffer> {
  const opened = await takeHeader(source);
  const key = fileKey(opened.salt, cle);
  let index = 0;
  for await (const { bytes, last } of blocks(opened.rest, opened.frame + TAG)) {
    if (bytes.length < TAG) throw new SealBroken('stored file is cut');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = decipher.update(bytes.subarray(0, bytes.length - TAG));
    try {
      decipher.final();
    } catch {
      throw new SealBroken('stored file was altered or cut');
    }
    if (plain.length > 0) yield plain;
    index += 1;
    bytesWentBy(plain.length);
  }
}

async function takeHeader(source: AsyncIterable<Uint8Array>): Promise<{ salt: Buffer; frame: number; rest: AsyncIterable<Uint8Array> }> {
  const reader = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < HEADER) {
    const next = await reader.next();
    if (next.done) throw new SealBroken('stored file is cut');
    head = Buffer.concat([head, next.value]);
  }
  const frame = FRAMES.get(head.toString('latin1', 0, MAGIC.length));
  if (frame === undefined) throw new SealBroken('not a stored file');
  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      yield head.subarray(HEADER);
      for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
    } finally {
      // Closing early (a reader that stops) must close the file or the socket underneath.
      await reader.return?.();
    }
  }
  return { salt: head.subarray(MAGIC.length, HEADER), frame, rest: rest() };
}
