import 'server-only';
// Fonts put inside the documents: Marianne, which comes with the State's design system used as a library (D-20), as on the
// pages. It has the Latin letters of Europe, Africa and Vietnam. woff is read twice as fast as woff2 by pdfkit.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Polices = { normale: Buffer; grasse: Buffer };

let lues: Promise<Polices> | undefined;

/** Reads the two fonts once per process, from node_modules of the folder where the process was started. */
export function polices(): Promise<Polices> {
  lues ??= lire();
  return lues;
}

async function lire(): Promise<Polices> {
  const dossier = join(process.cwd(), 'node_modules/@gouvfr/dsfr/dist/fonts');
  return { normale: await readFile(join(dossier, 'Marianne-Regular.woff')), grasse: await readFile(join(dossier, 'Marianne-Bold.woff')) };
}
