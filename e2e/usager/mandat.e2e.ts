// Acting for somebody else (D-11): offered, accepted with one's own compte, every act with both names, ended at once.
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, dossierDe, poursuivre, remplirEtape2 } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('une association remplit la demande d’une personne, qui le voit et met fin au mandat', async ({ page, autreNavigateur, veille }) => {
  veille.tolerer(/status of 404/);
  const p = personne('mandant');
  const aide = personne('mandataire');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  const dossier = dossierDe(page);

  // offered, from a phone, after a mistake
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/mon-compte/mandats');
  await page.getByRole('link', { name: 'Confier une demande à quelqu’un' }).click();
  await page.waitForURL(/\/mandats\/nouveau/);
  await champ(page, 'dossier').selectOption(dossier);
  await champ(page, 'nom').fill('Claire TESTAIDE');
  await champ(page, 'email').fill(aide.email);
  await cocher(page, 'qualite.association');
  await cocher(page, 'droits.remplir');
  await bouton(page, 'Proposer ce mandat').click();
  await resumeDit(page, ['Indiquez le nom de l’association.']);
  await expect(champ(page, 'email')).toHaveValue(aide.email);
  await expect(champ(page, 'droits.remplir')).toBeChecked();
  await champ(page, 'organisme').fill('La Maison TEST');
  await bouton(page, 'Proposer ce mandat').click();
  await expect(page.getByText('Votre mandat est proposé.')).toBeVisible();
  await expect(page.getByText('En attente de réponse')).toBeVisible();

  // accepted by the other one, with a compte of their own
  const ailleurs = await autreNavigateur();
  const propose = await lireCourriel(page, aide.email, /vous demande de l’aider/);
  await ouvrirUnCompte(ailleurs, aide);
  expect((await ailleurs.goto(`/demarches/${dossier}/informations`))?.status()).toBe(404);
  const lien = propose.liens.find((l) => l.includes('/mandats/acceptation')) ?? '';
  await ailleurs.goto(lien);
  await ailleurs.reload();
  await expect(ailleurs.getByText('Remplir les étapes de la demande')).toBeVisible();
  await bouton(ailleurs, 'J’accepte ce mandat').click();
  await expect(ailleurs.getByText('Vous avez accepté ce mandat.')).toBeVisible();
  await lireCourriel(page, p.email, 'Claire TESTAIDE accepte de vous aider');
  await ailleurs.goto(lien);
  await expect(ailleurs.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible();

  // what was given, and nothing else
  await ailleurs.goto(`/demarches/${dossier}/informations`);
  await expect(ailleurs.getByText(`Vous agissez pour ${p.email}`)).toBeVisible();
  await expect(champ(ailleurs, 'email')).toHaveValue(p.email);
  await remplirEtape2(ailleurs, p);
  await poursuivre(ailleurs, 'motif');
  expect((await ailleurs.goto('/mon-compte/mandats/nouveau'))?.status()).toBe(200);
  await expect(ailleurs.getByText('commencez-la d’abord')).toBeVisible();

  // the person sees who did what, and ends it
  await page.goto(`/mon-compte/dossiers/${dossier}`);
  await expect(page.getByText('Claire TESTAIDE (La Maison TEST) a rempli une étape de la demande.')).toBeVisible();
  await page.goto('/mon-compte/mandats');
  await page.getByRole('button', { name: /Arrêter ce mandat/ }).click();
  await expect(page.getByText('Le mandat est arrêté')).toBeVisible();
  expect((await ailleurs.goto(`/demarches/${dossier}/motif`))?.status()).toBe(404);
  expect((await ailleurs.goto(`/mon-compte/dossiers/${dossier}`))?.status()).toBe(404);
  await lireCourriel(page, aide.email, 'Un mandat a pris fin');
});
