// What readers of PDF that are not ours say of a document: pdfsig (poppler-utils) and qpdf. `npm test` installs them where it may
// (scripts/readers.ts); where they cannot be, they are said to be absent, and the other assertions of the test stand alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function demander(lecteur: string, options: readonly string[], octets: Uint8Array): string {
  const dossier = mkdtempSync(join(tmpdir(), 'portail-lecteur-'));
  try {
    const chemin = join(dossier, 'document.pdf');
    writeFileSync(chemin, octets);
    const { error, stdout, stderr } = spawnSync(lecteur, [...options, chemin], { encoding: 'utf8' });
    return error ? `${lecteur} absent` : `${stdout}${stderr}`;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

export const avisDePdfsig = (octets: Uint8Array): string => demander('pdfsig', ['-nocert'], octets);
export const avisDeQpdf = (octets: Uint8Array): string => demander('qpdf', ['--check'], octets);

export const SIGNATURE_VALIDE = /Signature is Valid\.|^pdfsig absent$/;
export const SANS_FAUTE = /No syntax or stream encoding errors found|^qpdf absent$/;
