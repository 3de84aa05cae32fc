import 'server-only';
// What every storage does on the way in: choose a random name, count, hash, seal, write to a local file, fsync.
import { createHash, randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seal } from './seal.ts';
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
    for await (const frame of seal(counted(), cle)) {
      await file.appendFile(frame);
      sealedSize += frame.length;
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { cle, taille, sha256: hash.digest('hex'), path, sealedSize };
}
