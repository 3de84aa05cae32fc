// PDFs, read back: the words that a screen reader or a search would find.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

/** All the text, spaces and apostrophes made plain. */
export async function texteDuPdf(octets: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(octets)), { mergePages: true });
  return text.replace(/\s+/g, ' ').replace(/’/g, "'");
}

/** Clicks a link that downloads, checks that a PDF arrives, and reads it. */
export async function telecharger(page: Page, lien: Locator): Promise<{ nom: string; texte: string }> {
  const [fichier] = await Promise.all([page.waitForEvent('download'), lien.click()]);
  const octets = await readFile(await fichier.path());
  expect(octets.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  return { nom: fichier.suggestedFilename(), texte: await texteDuPdf(octets) };
}
