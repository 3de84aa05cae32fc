// The desk of the préfecture of Nord, and its agent d'accueil.
import type { Page } from '@playwright/test';
import { bouton, champ, choisir, cocher } from './formulaire.ts';
import type { Personne } from './personnes.ts';

export const ACCUEIL = 'accueil.nord@example.org';

/** At the desk, the next page of the wizard. */
export async function continuer(agent: Page, etape: string): Promise<void> {
  await bouton(agent, 'Enregistrer et poursuivre').click();
  await agent.waitForURL(new RegExp(`/guichet/[^/]+/${etape}(?:#|$)`));
}

/** Somebody without an e-mail, up to the page where the deposit begins. */
export async function recevoir(agent: Page, p: Personne): Promise<void> {
  await agent.goto('/assistance');
  await agent.getByRole('link', { name: 'Recevoir au guichet une personne sans adresse électronique' }).click();
  await champ(agent, 'nom').fill(p.nom);
  await champ(agent, 'prenom').fill(p.prenom);
  await cocher(agent, 'aide');
  await bouton(agent, 'Continuer').click();
  await agent.waitForURL(/\/guichet\/depart\//);
  await cocher(agent, 'piece.passeport');
  await champ(agent, 'fin').fill('12AB');
  await cocher(agent, 'identite');
  await cocher(agent, 'adresse');
  await choisir(agent, 'procedure', 'enfant-de-francais');
}
