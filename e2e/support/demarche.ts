// The six steps of "enfant de Français", step by step, then all of them for the tests whose subject comes after.
import { expect, type Page } from '@playwright/test';
import { bouton, champ, choisir, cocher, dater } from './formulaire.ts';
import type { Personne } from './personnes.ts';
import { confirmerEphoto, joindreTout } from './pieces.ts';

export const POURSUIVRE = 'Enregistrer et poursuivre';

export async function poursuivre(page: Page, etape: string): Promise<void> {
  await bouton(page, POURSUIVRE).click();
  await page.waitForURL(new RegExp(`/demarches/[^/]+/${etape}(?:#|$)`));
}

export function dossierDe(page: Page): string {
  return /\/demarches\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? '';
}

/** Entry question and step 1. */
export async function choisirSituation(page: Page, precision: 'enfant' | 'conjoint' = 'enfant'): Promise<void> {
  await page.goto('/premiere-demande');
  await cocher(page, 'entree.attaches');
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/nouvelle/);
  await cocher(page, 'situation.famille_francais');
  await cocher(page, `precision.famille_francais.${precision}`);
  await poursuivre(page, 'informations');
}

export async function remplirEtatCivil(page: Page, p: Personne): Promise<void> {
  await champ(page, 'nom_naissance').fill(p.nom);
  await champ(page, 'prenoms.0').fill(p.prenom);
  await cocher(page, `sexe.${p.sexe}`);
  await dater(page, 'date_naissance', p.naissance);
  await choisir(page, 'pays_naissance', p.paysNaissance);
  await champ(page, 'lieu_naissance').fill(p.lieuNaissance);
  for (const [rang, nationalite] of p.nationalites.entries()) {
    if (rang > 0) await bouton(page, 'Ajouter une nationalité').click();
    await choisir(page, `nationalites.${rang}`, nationalite);
  }
}

/** The address by its suggestions. */
export async function chercherAdresse(page: Page, { adresse }: Personne): Promise<void> {
  await champ(page, 'adresse.recherche').fill(adresse.recherche);
  await page
    .getByRole('option', { name: new RegExp(`${adresse.codePostal} ${adresse.ville}`, 'i') })
    .first()
    .click();
  await expect(champ(page, 'adresse.codePostal')).toHaveValue(adresse.codePostal);
}

export async function remplirEtape2(page: Page, p: Personne): Promise<void> {
  await remplirEtatCivil(page, p);
  await chercherAdresse(page, p);
  await champ(page, 'telephone').fill(p.telephone);
}

export async function remplirEtape3(page: Page, p: Personne): Promise<void> {
  await champ(page, 'parent_nom_naissance').fill(p.nom);
  await champ(page, 'parent_prenoms.0').fill(p.parent.prenom);
  await cocher(page, `parent_sexe.${p.parent.sexe}`);
  await dater(page, 'parent_date_naissance', { jour: '6', mois: '5', annee: '1958' });
  await choisir(page, 'parent_lien', p.parent.lien);
  await dater(page, 'date_entree_france', { jour: '10', mois: '01', annee: '2026' });
  await choisir(page, 'situation_familiale', 'celibataire');
  await cocher(page, 'enfants_a_charge.non');
  await cocher(page, 'non_polygamie');
  await cocher(page, 'sanctions_connues');
}

export async function remplirEtape4(page: Page): Promise<void> {
  await confirmerEphoto(page);
  await cocher(page, 'domicile.variante.personnel');
  await expect(page.getByText('Une copie du bail de location')).toBeVisible();
  await joindreTout(page);
}

/** Deposits and gives the number. */
export async function deposer(page: Page): Promise<string> {
  await bouton(page, 'Déposer la demande').click();
  await page.waitForURL(/\/confirmation(?:#|$)/);
  return page.locator('main .portail-numero').first().innerText();
}

export type Depose = { dossier: string; numero: string };

/** Someone logged in goes through the six steps. */
export async function faireLaDemande(page: Page, p: Personne): Promise<Depose> {
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');
  await remplirEtape4(page);
  await poursuivre(page, 'depot');
  const numero = await deposer(page);
  return { dossier: dossierDe(page), numero };
}
