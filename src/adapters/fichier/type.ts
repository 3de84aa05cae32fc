import 'server-only';
// What a content is, from its first bytes. Names and announced types are never believed.
import { fileTypeFromBuffer } from 'file-type';

export type TypeFichier = 'jpg' | 'pdf' | 'png' | 'bmp' | 'tiff';

/** How many first bytes are enough (file-type's own sample size). */
export const TETE = 4100;

const parMime = new Map<string, TypeFichier>([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/bmp', 'bmp'],
  ['image/tiff', 'tiff'],
  ['application/pdf', 'pdf'],
]);

/** The accepted type of a content, or null. */
export async function typeDuContenu(tete: Uint8Array): Promise<TypeFichier | null> {
  const found = await fileTypeFromBuffer(tete);
  if (found) return parMime.get(found.mime) ?? null;
  const debut = Buffer.from(tete).toString('latin1', 0, 4);
  // A TIFF whose directory is at its end, beyond the sample: file-type does not conclude.
  if (debut === 'II*\0' || debut === 'MM\0*') return 'tiff';
  // A PDF may be preceded by a few stray bytes (ISO 32000-1, annex H.3.4.1), as several scanners do.
  return Buffer.from(tete).subarray(0, 1024).includes('%PDF-') ? 'pdf' : null;
}
