// C16, C17: the protected. The attestation that the law wants at the deposit (R.431-15-3, R.431-15-4) is issued by the machine, for six months,
// with its mention and the right to work; every page which speaks of it says it before.

import type { Page } from '@playwright/test';
import { jourDe, jourLisible, plusJours, plusMois } from '#domain/jour.ts';
import { verifierAccessibilite } from '../support/axe.ts';
import { deposer } from '../support/demarche.ts';
import { champ } from '../support/formulaire.ts';
import {
  commencerMoiMeme,
  confirmationPdf,
  entrerTitulaire,
  exactement,
  exempleDe,
  ficheDit,
  identiteDuTitulaire,
  remplirTout,
} from '../support/parcours.ts';
import { telecharger } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const NASRIN = '5999000108';
const SOHRAB = '5999000109';
const OLENA = '7599000009';

const PIECES = ['ephoto', 'decision_protection', 'etat_civil_ofpra', 'domicile', 'polygamie', 'contrat_engagement'];

/** On the page of the dossier, a moment after the deposit: six months from today, and the words that the law wants. */
async function attestationDuDepot(page: Page, numero: string, phrases: readonly string[]): Promise<void> {
  await page.goto('/mon-compte');
  await page.getByRole('link', { name: `Suivre cette demande ${numero}` }).click();
  const lien = page.getByRole('link', { name: /Attestation de prolongation de l’instruction/ });
  await expect(async () => {
    await page.reload();
    await expect(lien).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  const { texte } = await telecharger(page, lien);
  const aujourdhui = jourDe(new Date());
  const fin = plusJours(plusMois(aujourdhui, 6), -1);
  for (const phrase of [`Valable du ${jourLisible(aujourdhui)} au ${jourLisible(fin)} inclus.`, ...phrases])
    expect(texte).toContain(phrase);
}

test('C16 : réfugiée, demande déposée ; l’attestation de six mois, annoncée par la fiche, est délivrée aussitôt', async ({ page }) => {
  await ficheDit(page, 'refugie', [
    'Carte de résident, durée : 10 ans',
    'Dès le dépôt : une attestation de 6 mois, renouvelable, qui porte la mention « reconnu réfugié ».',
    'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  ]);
  await verifierAccessibilite(page);
  await entrerTitulaire(page, NASRIN);
  const procedure = exempleDe('refugie', { reponses: identiteDuTitulaire(NASRIN) });
  await commencerMoiMeme(page, procedure);
  // 1 January, a date of convention of the OFPRA: kept as it is printed
  await expect(champ(page, 'date_naissance.jour')).toHaveValue('01');
  await expect(champ(page, 'date_naissance.mois')).toHaveValue('01');
  exactement(await remplirTout(page, procedure), PIECES);
  const numero = await deposer(page);
  expect(numero).toMatch(/^5901\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain("CONFIRMATION DU DÉPÔT D'UNE DEMANDE");
  expect(texte).toContain('01/01/1988');
  await attestationDuDepot(page, numero, ['Mention : « reconnu réfugié ».', 'R. 431-15-3', 'à travailler']);
});

test('C16 : puis le titre de voyage, avec la taille et la couleur des yeux, 45 €', async ({ page }) => {
  await ficheDit(page, 'titre-de-voyage', [/45\s€/, 'Titre de voyage pour réfugié', 'Cette attestation ne permet pas de voyager']);
  await entrerTitulaire(page, SOHRAB);
  const procedure = exempleDe('titre-de-voyage', { reponses: identiteDuTitulaire(SOHRAB) });
  await commencerMoiMeme(page, procedure);
  const pieces = await remplirTout(page, procedure, async (etape) => {
    if (etape.code !== 'motif') return;
    await expect(champ(page, 'taille')).toHaveValue('176');
    await expect(champ(page, 'couleur_yeux')).toHaveValue('marron');
    await verifierAccessibilite(page);
  });
  exactement(pieces, ['ephoto', 'titre_actuel', 'domicile', 'decision_protection']);
  await page.getByText('Relire ma demande avant de la déposer').click();
  await expect(page.getByText('176 cm')).toBeVisible();
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
});

test('C17 : protection subsidiaire à Paris, au préfet de police ; l’attestation annoncée est délivrée aussitôt', async ({ page }) => {
  await ficheDit(page, 'protection-subsidiaire', [
    'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire », durée : 4 ans au plus',
    'une attestation de 6 mois, renouvelable, qui porte la mention « a obtenu le bénéfice de la protection subsidiaire »',
    'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  ]);
  await ficheDit(page, 'titre-de-voyage', [/40\s€/, '4 ans avec une carte de séjour pluriannuelle']);
  await entrerTitulaire(page, OLENA);
  const procedure = exempleDe('protection-subsidiaire', { reponses: identiteDuTitulaire(OLENA) });
  await commencerMoiMeme(page, procedure);
  exactement(await remplirTout(page, procedure), PIECES);
  const numero = await deposer(page);
  expect(numero).toMatch(/^7501\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain('Préfecture de police');
  expect(texte).toContain('tribunal administratif de Paris');
  await attestationDuDepot(page, numero, [
    'Mention : « a obtenu le bénéfice de la protection subsidiaire ».',
    'R. 431-15-4',
    'à travailler',
  ]);
});
