// Opening a compte, coming in, going out: what a person without a number does first.
import { expect, type Page } from '@playwright/test';
import { type Courriel, identifiantsDu, lireCourriel } from './boite.ts';
import { bouton, champ, cocher } from './formulaire.ts';
import type { Personne } from './personnes.ts';

export const SUJET_ACCES = 'Votre accès temporaire pour demander un titre de séjour';

export async function demanderUnCompte(page: Page, { email }: Personne, { consentement = true } = {}): Promise<void> {
  await page.goto('/compte/creation');
  await champ(page, 'email').fill(email);
  await champ(page, 'emailConfirmation').fill(email);
  if (consentement) await cocher(page, 'consentement');
  await bouton(page, 'Valider').click();
  await expect(page.getByRole('heading', { name: 'Création de compte' })).toBeVisible();
}

export async function seConnecter(page: Page, identifiant: string, motDePasse: string): Promise<void> {
  await page.goto('/connexion');
  await champ(page, 'identifiant').fill(identifiant);
  await champ(page, 'motDePasse').fill(motDePasse);
  await bouton(page, 'S’identifier').click();
  await page.waitForURL((url) => url.pathname !== '/connexion');
}

export async function choisirMotDePasse(page: Page, motDePasse: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Réinitialisation du mot de passe' })).toBeVisible();
  await champ(page, 'motDePasse').fill(motDePasse);
  await champ(page, 'motDePasseConfirmation').fill(motDePasse);
  await bouton(page, 'Valider mon mot de passe').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/compte'));
}

/** From nothing to the entry question, without looking at anything on the way. */
export async function ouvrirUnCompte(page: Page, qui: Personne): Promise<Courriel> {
  await demanderUnCompte(page, qui);
  const courriel = await lireCourriel(page, qui.email, SUJET_ACCES);
  const { identifiant, motDePasse } = identifiantsDu(courriel);
  await seConnecter(page, identifiant, motDePasse);
  await choisirMotDePasse(page, qui.motDePasse);
  await expect(page).toHaveURL(/\/premiere-demande$/);
  return courriel;
}

/** The numéro étranger has ended the former log-ins: in again with it, by the mail that says so. */
export async function entrerAvecNumero(page: Page, { email }: Personne, numeroEtranger: string): Promise<Courriel> {
  const courriel = await lireCourriel(page, email, 'Votre compte d’accès à votre espace personnel est créé');
  const { identifiant, motDePasse } = identifiantsDu(courriel);
  expect(identifiant).toBe(numeroEtranger);
  await seConnecter(page, identifiant, motDePasse);
  await choisirMotDePasse(page, 'Autre-Voyage-43!');
  return courriel;
}
