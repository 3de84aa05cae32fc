// Readers of PDF that are not ours, so that signed documents are judged by others (tests/support/lecteurs.ts).
import { spawnSync } from 'node:child_process';
import { installDebian } from './debian.ts';

const PACKAGES = { pdfsig: 'poppler-utils', qpdf: 'qpdf' };

export function findReaders(): void {
  const missing = Object.entries(PACKAGES).flatMap(([program, name]) => (spawnSync(program, ['--version']).error ? [name] : []));
  if (missing.length > 0) installDebian(...missing);
}
