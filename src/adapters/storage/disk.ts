import 'server-only';
// Files on the local disk: <folder>/ab/cd/abcd…, written beside then renamed, so that a name is whole or absent.
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { checkCle, FileMissing, newCle, sweepFolder, takeIn } from './intake.ts';
import { FRAME, unseal } from './seal.ts';
import type { Storage } from './storage.ts';

/** A storage in `folder`, made on first use. Temporary files live in <folder>/arrivee (same disk: the rename is atomic). */
export function diskStorage(folder: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ folder);
  const arrivals = join(root, 'arrivee');
  const pathOf = (cle: string) => join(root, checkCle(cle).slice(0, 2), cle.slice(2, 4), cle);
  return {
    async put(source, choisie = newCle()) {
      await mkdir(arrivals, { recursive: true, mode: 0o700 });
      const { path, cle, taille, sha256 } = await takeIn(source, arrivals, checkCle(choisie));
      const target = pathOf(cle);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      await syncFolder(dirname(target));
      return { cle, taille, sha256 };
    },
    async get(cle) {
      const raw = createReadStream(pathOf(cle), { highWaterMark: FRAME });
      await new Promise<void>((ready, fail) => {
        raw.once('open', () => ready());
        raw.once('error', (error) => fail('code' in error && error.code === 'ENOENT' ? new FileMissing('no such file') : error));
      });
      return Readable.from(unseal(raw, cle), { objectMode: false });
    },
    async remove(cle) {
      await rm(pathOf(cle), { force: true });
    },
    sweep: (before) => sweepFolder(arrivals, '', before),
  };
}

/** A rename survives a power cut only when its folder is synced too; Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
