import 'server-only';
// A zip made as it is read: one content is open at a time, so the memory does not follow the size of what it holds.
import { PassThrough, pipeline, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** `ouvrir` is called when the turn of the entry comes; what it throws breaks the archive, which the reader then sees as cut. */
export type Entree = { chemin: string; le: Date } & ({ texte: string } | { ouvrir: () => Promise<Readable> });

/** A name that no unpacker refuses, nor takes out of its folder: no separator, no control sign, no leading point. */
export function nomDansLArchive(nom: string): string {
  const propre = nom
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-100);
  return propre === '' ? 'fichier' : propre;
}

/** Files are kept as they are (pictures and PDFs do not shrink), texts are compressed. Leaving before the end closes what is open. */
export function archive(entrees: readonly Entree[]): Readable {
  const zip = new ZipFile();
  let ouvert: Readable | null = null;
  for (const entree of entrees) {
    if ('texte' in entree) {
      zip.addBuffer(Buffer.from(entree.texte), entree.chemin, { mtime: entree.le });
      continue;
    }
    zip.addReadStreamLazy(entree.chemin, { mtime: entree.le, compress: false }, (suite) => {
      entree.ouvrir().then(
        (flux) => {
          ouvert = flux;
          suite(null, flux);
        },
        (erreur: unknown) => suite(erreur, Readable.from([])),
      );
    });
  }
  zip.end();
  const sortie = new PassThrough();
  zip.on('error', (erreur: Error) => sortie.destroy(erreur));
  // whoever reads hears of the error by `sortie`
  pipeline(zip.outputStream, sortie, () => ouvert?.destroy());
  return sortie;
}
