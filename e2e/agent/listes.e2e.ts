// An administrator edits a list of pieces, is shown a condition that nobody meets, corrects it and publishes for today; a draft begun
// before says that its list has changed.
import type { Page } from '@playwright/test';
import { jourDe } from '#domain/jour.ts';
import { ADMIN, envoyerAvecPreuve } from '../support/administration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { bouton, champ, dater } from '../support/formulaire.ts';
import { entrerCommeAgent } from '../support/instruction.ts';
import { commencerMoiMeme, entrerTitulaire, exempleDe, identiteDuTitulaire, remplirEcrans } from '../support/parcours.ts';
import { expect, test } from '../support/test.ts';

const LISTES = '/administration/listes';
// a ground, and a person of the demonstration, that no other errand uses: what is published here stays
const SLUG = 'carte-de-resident-renouvellement';
const RESIDENTE = '5999000106';

/** A draft of this ground, filled up to its pieces. Value: the address of that page. */
async function brouillonAuxPieces(page: Page): Promise<string> {
  const procedure = exempleDe(SLUG, { reponses: identiteDuTitulaire(RESIDENTE) });
  await entrerTitulaire(page, RESIDENTE);
  await commencerMoiMeme(page, procedure);
  await remplirEcrans(page, procedure);
  await expect(page.getByRole('main')).not.toContainText('La liste des pièces a changé');
  return new URL(page.url()).pathname;
}

test('une liste se modifie, se vérifie et se publie ; ses pages tiennent sur un téléphone', async ({ page, autreNavigateur }) => {
  test.slow();
  const usager = await autreNavigateur();
  const justificatifs = await brouillonAuxPieces(usager);
  const libelle = `Attestation d’essai ${Date.now()}`;
  await entrerCommeAgent(page, ADMIN);
  await page.goto(`${LISTES}/${SLUG}`);
  await verifierAccessibilite(page);
  await bouton(page, 'Préparer une nouvelle version').click();
  await page.waitForURL(new RegExp(`${LISTES}/${SLUG}/\\d+`));
  const brouillon = new URL(page.url()).pathname;
  await verifierAccessibilite(page);

  await page.goto(`${brouillon}/pieces/nouvelle-piece`);
  await champ(page, 'code').fill(`essai_${Date.now()}`);
  await bouton(page, 'Enregistrer la pièce').click();
  await expect(page.locator('#erreurs')).toContainText('Écrivez le libellé de la pièce.');
  await champ(page, 'libelle').fill(libelle);
  await champ(page, 'groupe').fill('Essais');
  await champ(page, 'mode.document').fill('L’attestation d’essai');
  await champ(page, 'source').fill('essai');
  await champ(page, 'dateSource').fill('2026');
  // a rule that nobody can meet
  await champ(page, 'condition.r.ajout').selectOption('nationalite');
  await bouton(page, 'Ajouter').click();
  await champ(page, 'condition.r.noms').fill('Algérienne');
  await champ(page, 'condition.r.ajout').selectOption('nationalite');
  await bouton(page, 'Ajouter').click();
  await champ(page, 'condition.r-1.regle').selectOption('hors');
  await champ(page, 'condition.r-1.noms').fill('Algérienne\nTunisienne');
  await verifierAccessibilite(page);
  await bouton(page, 'Enregistrer la pièce').click();
  await page.waitForURL(/fait=piece/);

  await page.goto(`${brouillon}/verifier`);
  await expect(page.locator('#problemes')).toContainText('condition jamais vraie');
  await expect(bouton(page, 'Publier cette version')).toHaveCount(0);
  await page.locator('#problemes a').click();
  await page.locator('button[value="regle-r"]').click();
  await expect(page.getByText('La pièce est demandée à toute personne.')).toBeVisible();
  await bouton(page, 'Enregistrer la pièce').click();
  await page.waitForURL(/fait=piece/);

  await page.goto(`${brouillon}/verifier`);
  await expect(page.getByRole('main')).toContainText(`+ ${libelle}`);
  await verifierAccessibilite(page);
  await dater(page, 'effet', jourDe(new Date()));
  await champ(page, 'raison').fill('Essai de publication d’une liste');
  await champ(page, 'urgence').fill('essai');
  await envoyerAvecPreuve(page, ADMIN, 'Publier cette version', /fait=publiee/);
  await expect(page.getByRole('row', { name: /Essai de publication/ }).first()).toContainText('En vigueur');
  await page.goto('/administration/journal');
  await expect(page.getByRole('row', { name: 'Liste de pièces publiée' }).first()).toContainText('Essai de publication');
  await usager.goto(justificatifs);
  const annonce = usager.getByRole('main').locator('.fr-alert', { hasText: 'La liste des pièces a changé' });
  await expect(annonce).toContainText(libelle);
  await expect(annonce).toContainText('Raison : Essai de publication');
  await verifierAccessibilite(usager);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const adresse of [LISTES, `${LISTES}/${SLUG}`, brouillon, `${LISTES}/${SLUG}/questions`]) {
    await page.goto(adresse);
    await verifierLargeur(page);
  }
});
