import 'server-only';
// What every storage does on the way in: choose a random name, count, hash, seal, write to a local file, fsync.
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME, seal } from './seal.ts';
import type { StoredFile } from './storage.ts';

const SHAPE = /^[0-9a-f]{40}$/;

/** No content bears this name. */
export class FileMissing extends Error {
  override name = 'FileMissing';
}

/** Refuses any name that we did not make: a name is never a path. */
export function checkCle(cle: string): string {
  if (!SHAPE.test(cle)) throw new FileMissing('no such file');
  return cle;
}

export type Intake = StoredFile & { path: string; sealedSize: number };

export function newCle(): string {
  return randomBytes(20).toString('hex');
}

/** Seals a stream into a temporary file of `folder` (which exists). On error the file is removed and the error thrown. */
export async function takeIn(source: AsyncIterable<Uint8Array>, folder: string, cle: string): Promise<Intake> {
  // The temporary name is always new: two writers of one content must not meet, nor one meet what a killed one left.
  const path = join(folder, `${newCle()}.tmp`);
  const hash = createHash('sha256');
  let taille = 0;
  let sealedSize = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      taille += chunk.length;
      yield chunk;
    }
  }
  const file = await open(path, 'wx', 0o600);
  try {
    let pieces: Buffer[] = [];
    let waiting = 0;
    for await (const piece of seal(counted(), cle)) {
      pieces.push(piece);
      waiting += piece.length;
      if (waiting < FRAME) continue;
      sealedSize += await writeWhole(file, pieces, waiting);
      [pieces, waiting] = [[], 0];
    }
    sealedSize += await writeWhole(file, pieces, waiting);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { cle, taille, sha256: hash.digest('hex'), path, sealedSize };
}

/** One call to the system for a frame and its tag. A disk that is full may take a part of them only. */
async function writeWhole(file: FileHandle, pieces: readonly Buffer[], size: number): Promise<number> {
  if (size === 0) return 0;
  const { bytesWritten } = await file.writev(pieces);
  if (bytesWritten !== size) throw new Error('storage: the disk took a part of the bytes only');
  return size;
}

/** Removes the entries of `folder` whose name starts with `prefix` and that nobody has written to since `before`. */
export async function sweepFolder(folder: string, prefix: string, before: Date): Promise<number> {
  let removed = 0;
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.filter((n) => n.startsWith(prefix))) {
    const path = join(folder, name);
    // Absent: its writer has just finished.
    const found = await stat(path).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
