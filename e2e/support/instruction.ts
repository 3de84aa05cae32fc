// What an agent does with a dossier. The five agents of the demonstration, each in a browser of their own.
import { expect, type Page } from '@playwright/test';
import { MOT_DE_PASSE_DEMONSTRATION } from '../../prisma/demonstration.ts';
import { bouton, champ, cocher } from './formulaire.ts';

export const INSTRUCTEUR = 'instructeur.nord@example.org';
export const VALIDEUR = 'valideur.nord@example.org';
export const AGENT_DU_RHONE = 'instructeur.rhone@example.org';

export async function entrerCommeAgent(page: Page, email: string): Promise<void> {
  await page.goto('/agents/connexion');
  await champ(page, 'email').fill(email);
  await champ(page, 'motDePasse').fill(MOT_DE_PASSE_DEMONSTRATION);
  await bouton(page, 'Se connecter').click();
  await page.waitForURL((url) => url.pathname !== '/agents/connexion' || url.search !== '');
}

/** Finds a dossier in the queue by its number. */
export async function chercherDossier(page: Page, numero: string): Promise<void> {
  await page.goto('/instruction');
  await page.getByRole('searchbox', { name: 'Numéro de demande ou nom' }).fill(numero);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page).toHaveURL(/q=/);
}

export async function ouvrirDossier(page: Page, numero: string): Promise<void> {
  await chercherDossier(page, numero);
  await page.getByRole('link', { name: numero }).click();
  await expect(page.locator('.agent-identite')).toContainText(numero);
}

export async function prendreEnCharge(page: Page): Promise<void> {
  await bouton(page, 'Prendre en charge').click();
  await expect(page.getByText('Vous avez pris ce dossier en charge.')).toBeVisible();
}

/** Gives a new numéro étranger and returns it. */
export async function attribuerNumero(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Attribuer un numéro étranger' }).click();
  await cocher(page, 'choix.nouveau');
  await bouton(page, 'Attribuer un numéro étranger').click();
  await expect(page.getByText('Le numéro étranger est attribué')).toBeVisible();
  const identite = await page.locator('.agent-identite').innerText();
  return /\b\d{10}\b/.exec(identite)?.[0] ?? '';
}

/** Says that each piece conforms, one after the other: the page leads to the next. */
export async function toutEstConforme(page: Page): Promise<void> {
  const aVoir = page.locator('.agent-piece', { hasText: 'À vérifier' });
  await aVoir.first().getByRole('link').first().click();
  for (let reste = await aVoir.count(); reste > 0; reste = await aVoir.count()) {
    await cocher(page, 'verdict.conforme');
    await bouton(page, 'Enregistrer l’avis sur la pièce').click();
    await expect(aVoir).toHaveCount(reste - 1);
  }
}

export type Reproche = { piece: string; motif: string; observation: string };

/** Asks for a complement on these pieces. */
export async function demanderComplement(page: Page, reproches: readonly Reproche[]): Promise<void> {
  await page.getByRole('link', { name: 'Demander un complément' }).click();
  for (const { piece, motif, observation } of reproches) {
    await cocher(page, `pieces.${piece}.retenu`);
    await champ(page, `pieces.${piece}.motif`).selectOption(motif);
    await champ(page, `pieces.${piece}.observation`).fill(observation);
  }
  await bouton(page, 'Envoyer la demande de complément').click();
  await expect(page.getByText('La demande de complément est envoyée : la personne est prévenue.')).toBeVisible();
}

export async function signer(page: Page, libelle: 'Signer la décision favorable' | 'Signer le refus'): Promise<void> {
  await page.getByRole('link', { name: 'Relire et signer' }).click();
  await cocher(page, 'relu');
  await bouton(page, libelle).click();
  await expect(page.getByText('La décision est signée : la personne est prévenue.')).toBeVisible();
}
