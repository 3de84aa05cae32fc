// Who administers, controls, and looks after vulnerable persons, in the demonstration.
import { expect, type Page } from '@playwright/test';
import { bouton, champ } from './formulaire.ts';
import { codeDe } from './instruction.ts';

export const SECOND_INSTRUCTEUR = 'instructeur.nord2@example.org';
export const CHEF = 'chef.nord@example.org';
export const REFERENT = 'vulnerabilite.nord@example.org';
export const ADMIN = 'admin@example.org';
export const ADMIN_LOCAL = 'admin.local.nord@example.org';
export const PROTECTION = 'protection@example.org';

/** Proves again who one is, on the page that asks for it; nothing when the last proof is recent. */
export async function confirmerSiDemande(page: Page, email: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/agents/confirmation') return;
  await expect(async () => {
    await champ(page, 'preuve.code').fill(await codeDe(page, email));
    await page.getByRole('main').getByRole('button').first().click();
    await expect.poll(() => new URL(page.url()).pathname).not.toBe('/agents/confirmation');
  }).toPass({ timeout: 180_000 });
}

/** Sends a form, then the proof that it asks for, in the same form. */
export async function envoyerAvecPreuve(page: Page, email: string, libelle: string, abouti: RegExp): Promise<void> {
  await expect(async () => {
    if (await champ(page, 'preuve.code').count()) await champ(page, 'preuve.code').fill(await codeDe(page, email));
    await bouton(page, libelle).click();
    await expect(page).toHaveURL(abouti, { timeout: 10_000 });
  }).toPass({ timeout: 180_000 });
}
