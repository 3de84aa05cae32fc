// One hash for a set of files and folders: a step whose inputs have not changed is skipped.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.ts';

/** SHA-256 of the names and contents under `paths` (relative to the project), without the paths listed in `except`. */
export function fingerprint(paths: string[], except: string[] = []): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    const absolute = inRoot(path);
    if (except.includes(path) || !existsSync(absolute)) return;
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).sort()) visit(join(path, name));
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0');
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Runs `work` unless the stamp file already holds this hash; the stamp is written only after it succeeded. */
export async function unlessDone(stamp: string, hash: string, work: () => Promise<void>): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await work();
  writeFileSync(stamp, hash);
  return true;
}
