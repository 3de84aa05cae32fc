// What follows a favourable decision, at the desk and in the space of the person.
import { expect, type Page } from '@playwright/test';
import type { Jour } from '#domain/jour.ts';
import { bouton, champ, dater } from './formulaire.ts';

export const ACCUEIL = 'accueil.nord@example.org';
export const CHEF = 'chef.nord@example.org';

/** The dossier at the desk, found by its number. */
export async function ouvrirAuGuichet(page: Page, numero: string): Promise<void> {
  await page.goto('/accueil-du-jour');
  await champ(page, 'q').fill(numero);
  await bouton(page, 'Chercher').click();
  // found, and among the appointments of the day too when they come today
  await page.getByRole('row', { name: numero }).getByRole('link').first().click();
  await expect(page.getByText(numero).first()).toBeVisible();
}

/** Records the arrival of one card, on its page. */
export async function enregistrerArrivee(page: Page, { numero, debut, fin }: { numero: string; debut: Jour; fin: Jour }): Promise<void> {
  // the worker orders it a moment after the decision
  await expect(async () => {
    await page.reload();
    await expect(champ(page, 'numeroTitre')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await champ(page, 'numeroTitre').fill(numero);
  await dater(page, 'debut', debut);
  await dater(page, 'fin', fin);
  await bouton(page, 'Enregistrer l’arrivée du titre').click();
  await expect(page.getByText('L’arrivée du titre est enregistrée')).toBeVisible();
}

/** Waits until the worker has given an appointment. */
export async function rendezVousDonne(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: /^Rendez-vous le / })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}
