import 'server-only';
// Is a PDF whole, readable without a password, and inert?
import { setImmediate as laisserPasser } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { nomsDuTexte, type ObjetPdf, objetsPdf } from './pdf-lexeur.ts';
import { examinerPdfChiffre } from './pdf-restreint.ts';

export type ConstatPdf = 'lisible' | 'illisible' | 'protege' | 'actif';

const degonfler = promisify(inflate);

// Programs (12.6.4.16), launching (12.6.4.5), hidden files (7.11.4), rich media (13.6): nothing that a justificatif needs.
const ACTIFS = ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia'];

/** Object streams unpacked at most, in bytes, for one file: a small file may unpack into gigabytes. */
const BUDGET = 48 * 1024 * 1024;

/** Looks at a whole PDF (10 MiB at most, held by the caller). Time: one pass over the bytes. */
export async function examinerPdf(contenu: Buffer): Promise<ConstatPdf> {
  if (!finit(contenu)) return 'illisible';
  const noms = new Set<string>();
  const paquets: ObjetPdf[] = [];
  let racine = false;
  let chiffre = false;
  let rang = 0;
  for (const objet of objetsPdf(contenu)) {
    // A file made of nothing but small objects takes half a second: the other requests go between.
    if (++rang % 5_000 === 0) await laisserPasser();
    for (const nom of objet.noms) noms.add(nom);
    // The trailer is a word of its own, or since PDF 1.5 the dictionary of a cross-reference stream (7.5.8).
    if (objet.kind === 'trailer' || objet.noms.has('XRef')) {
      racine ||= objet.noms.has('Root');
      chiffre ||= objet.noms.has('Encrypt');
    }
    if (objet.flux && objet.noms.has('ObjStm')) paquets.push(objet);
  }
  if (!racine) return 'illisible';
  if (ACTIFS.some((nom) => noms.has(nom))) return 'actif';
  // Packed objects of an encrypted file are encrypted too, and the file says so only at its end.
  if (chiffre) return examinerPdfChiffre(contenu);
  if (!(await deplierTout(paquets, noms))) return 'illisible';
  if (ACTIFS.some((nom) => noms.has(nom))) return 'actif';
  return noms.has('Pages') && noms.has('Page') ? 'lisible' : 'illisible';
}

/**
 * A file that was not cut ends with the place of its table and %%EOF (7.5.5); stray bytes may follow. The place 0 is that of
 * the first table of a file made for the web (annex F), which has another at its end.
 */
function finit(contenu: Buffer): boolean {
  const fin = contenu.toString('latin1', Math.max(0, contenu.length - 4096)).replace(/[\0\s]+$/, '');
  const table = /startxref\s+(\d{1,10})\s+%%EOF(?![\s\S]*startxref)/.exec(fin);
  const place = Number(table?.[1] ?? 0);
  return place > 0 && place < contenu.length;
}

/** Adds the names found in the object streams; false when one of them cannot be unpacked. */
async function deplierTout(paquets: readonly ObjetPdf[], noms: Set<string>): Promise<boolean> {
  let budget = BUDGET;
  for (const { flux, noms: siens } of paquets) {
    const texte = flux && (await deplier(flux, siens, budget));
    if (!texte) return false;
    budget -= texte.length;
    for (const nom of nomsDuTexte(texte)) noms.add(nom);
  }
  return true;
}

async function deplier(flux: Buffer, noms: Set<string>, budget: number): Promise<Buffer | null> {
  if (!noms.has('FlateDecode')) return flux;
  try {
    return await degonfler(flux, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, budget) });
  } catch {
    return null;
  }
}
