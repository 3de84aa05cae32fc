// Typing that is kept as one goes: what leaves the page, and the answer it gets.
import { expect, type Page, type Response } from '@playwright/test';
import { champ, scriptsPrets } from './formulaire.ts';

/** The answer of the portal to the typing that a page sends by itself, once it carries `contenu`. */
export const saisieGardee = (page: Page, contenu: string, statut = 200): Promise<Response> =>
  page.waitForResponse(
    (r) => r.url().includes('/saisie') && r.status() === statut && (r.request().postData()?.includes(JSON.stringify(contenu)) ?? false),
  );

/** Types in a field and waits until the portal has answered. */
export async function taper(page: Page, nom: string, valeur: string, statut = 200): Promise<void> {
  await scriptsPrets(page);
  await Promise.all([saisieGardee(page, valeur, statut), champ(page, nom).fill(valeur)]);
  await expect(champ(page, nom)).toHaveValue(valeur);
}
