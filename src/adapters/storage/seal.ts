import 'server-only';
// Encryption at rest of a stream, 64 KiB at a time.
//   header  'PEF1' (4 bytes) | salt (32 bytes)
//   frame   ciphertext (65 536 bytes, fewer in the last frame) | tag (16 bytes)
// AES-256-GCM. The key of a file is HKDF-SHA-256(key of 'fichiers', salt, 'fichier:' + cle): one key per file, so the
// nonce may be the number of the frame (11 bytes, big endian) followed by 1 for the last frame and 0 for the others.
// Thus a frame altered, moved, repeated or missing, a file cut at a frame's border, or put under another name, does
// not open. An empty content is one empty last frame. Memory: one frame in hand, whatever the size.
// A reader receives bytes already authenticated, but must wait for the end of the stream to know that it is whole.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { keyFor } from '#platform/secret.ts';

const MAGIC = Buffer.from('PEF1');
const SALT = 32;
const TAG = 16;
const HEADER = MAGIC.length + SALT;
export const FRAME = 64 * 1024;

/** The bytes of a stored file are not those that were written, or not all of them. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

function fileKey(salt: Uint8Array, cle: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keyFor('fichiers'), salt, `fichier:${cle}`, 32));
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(index, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Cuts a flow into blocks of `size` bytes; the last one says so, and holds 0 to `size` bytes. */
async function* blocks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    // Strictly more: a block is given only when something is known to follow it.
    if (length <= size) continue;
    const all = Buffer.concat(held, length);
    let from = 0;
    for (; length - from > size; from += size) yield { bytes: all.subarray(from, from + size), last: false };
    held = [all.subarray(from)];
    length -= from;
  }
  yield { bytes: Buffer.concat(held, length), last: true };
}

/** Plain bytes in, sealed bytes out. */
export async function* seal(source: AsyncIterable<Uint8Array>, cle: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = fileKey(salt, cle);
  yield Buffer.concat([MAGIC, salt]);
  let index = 0;
  for await (const { bytes, last } of blocks(source, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/** Sealed bytes in, plain bytes out. Throws SealBroken on anything but the whole original. */
export async function* unseal(source: AsyncIterable<Uint8Array>, cle: string): AsyncGenerator<Buffer> {
  const opened = await takeHeader(source);
  const key = fileKey(opened.salt, cle);
  let index = 0;
  for await (const { bytes, last } of blocks(opened.rest, FRAME + TAG)) {
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
  }
}

async function takeHeader(source: AsyncIterable<Uint8Array>): Promise<{ salt: Buffer; rest: AsyncIterable<Uint8Array> }> {
  const reader = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < HEADER) {
    const next = await reader.next();
    if (next.done) throw new SealBroken('stored file is cut');
    head = Buffer.concat([head, next.value]);
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('not a stored file');
  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      yield head.subarray(HEADER);
      for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
    } finally {
      // Closing early (a reader that stops) must close the file or the socket underneath.
      await reader.return?.();
    }
  }
  return { salt: head.subarray(MAGIC.length, HEADER), rest: rest() };
}
