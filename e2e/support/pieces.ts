// Step 4: the places for files, each a group named after what it must prove.
import { expect, type Locator, type Page } from '@playwright/test';
import { document, type Fichier } from './fichiers.ts';
import { bouton, champ } from './formulaire.ts';

export const EPHOTO = 'VALIDE0000000000000001';

export async function confirmerEphoto(page: Page, numero = EPHOTO): Promise<void> {
  await champ(page, 'ephoto.numero').fill(numero);
  await bouton(page, 'Confirmer le numéro ephoto').click();
  await expect(page.getByText('Numéro ephoto confirmé :')).toBeVisible();
}

/** A place for files, by its id: `<piece>.<emplacement>`. */
export const emplacement = (page: Page, id: string): Locator => page.locator(`.portail-depot[id="${id}"]`);

/** Chooses files as one does: the button, then the browser's own window. */
export async function joindre(page: Page, place: Locator, fichiers: Fichier | readonly Fichier[]): Promise<void> {
  const [fenetre] = await Promise.all([
    page.waitForEvent('filechooser'),
    place.getByRole('button', { name: /^Joindre un document/ }).click(),
  ]);
  await fenetre.setFiles(Array.isArray(fichiers) ? [...fichiers] : fichiers);
}

export const fichiersJoints = (place: Locator): Locator => place.getByRole('button', { name: /^✕?\s*Supprimer/ });

/** One PDF in each place that still holds nothing. */
export async function joindreTout(page: Page): Promise<void> {
  const vides = page.locator('.portail-depot:has(button:text("Joindre un document")):not(:has(.portail-fichier))');
  for (const id of await vides.evaluateAll((places) => places.map((place) => place.id))) {
    const place = emplacement(page, id);
    await joindre(page, place, await document());
    await expect(fichiersJoints(place)).toHaveCount(1);
  }
}
