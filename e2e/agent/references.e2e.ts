// Reference data without code: a tariff with a fault, corrected and published for today, read at once in the public catalogue; where to
// go for a ground that is not on the portal, by the préfecture concerned. The journal keeps both.
import type { Page } from '@playwright/test';
import { ADMIN, ADMIN_LOCAL, envoyerAvecPreuve } from '../support/administration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { entrerCommeAgent } from '../support/instruction.ts';
import { expect, test } from '../support/test.ts';

const REFERENCES = '/administration/references';

/** Reasons stay in the journal: each run has its own. */
const raisonDe = (quoi: string) => `Essai ${quoi} ${Date.now()}`;

async function preparer(page: Page, reference: string): Promise<void> {
  await page.goto(`${REFERENCES}/${reference}`);
  await bouton(page, 'Préparer une nouvelle version').click();
  await page.waitForURL(/fait=ouvert/);
}

async function enregistrer(page: Page): Promise<void> {
  await bouton(page, 'Enregistrer le brouillon').click();
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible();
}

async function publier(page: Page, qui: string, raison: string): Promise<void> {
  await bouton(page, 'Publier cette version').click();
  await expect(page.locator('#erreurs')).toContainText('Dites pourquoi');
  await champ(page, 'raison').fill(raison);
  await envoyerAvecPreuve(page, qui, 'Publier cette version', /fait=publie/);
  await expect(page.getByRole('row', { name: raison })).toContainText('En vigueur');
  await page.goto('/administration/journal');
  await expect(page.getByRole('row', { name: raison })).toContainText('Donnée de référence publiée');
}

test('un tarif fautif est refusé près de son champ ; corrigé, le catalogue public donne le nouveau montant', async ({ page }) => {
  test.slow();
  await entrerCommeAgent(page, ADMIN);
  await page.goto(REFERENCES);
  await verifierAccessibilite(page);
  // the stamp paid for a change: 25 € in the code, and no other errand reads it
  await preparer(page, 'tarif/changement');
  await verifierAccessibilite(page);
  await champ(page, 'contenu.timbre').fill('trente');
  await bouton(page, 'Enregistrer le brouillon').click();
  const faute = 'Écrivez un montant en euros, par exemple 225 ou 22,50.';
  await expect(page.locator('#erreurs')).toContainText(faute);
  await expect(page.locator('[id="contenu.timbre-erreur"]')).toContainText(faute);
  await expect(champ(page, 'contenu.timbre')).toHaveValue('trente');
  await verifierAccessibilite(page);
  await champ(page, 'contenu.timbre').fill('31');
  await enregistrer(page);
  await expect(page.getByRole('row', { name: 'Droit de timbre' }).first()).toContainText('31');

  const catalogue = await page.context().newPage();
  await catalogue.goto('/catalogue/changement-d-adresse');
  await expect(catalogue.getByRole('main')).not.toContainText(/31\s€/);
  await publier(page, ADMIN, raisonDe('d’un tarif'));
  await catalogue.reload();
  await expect(catalogue.getByRole('main')).toContainText(/31\s€/);

  await page.setViewportSize({ width: 360, height: 740 });
  for (const adresse of ['', '/tarif', '/tarif/changement', '/orientation']) {
    await page.goto(`${REFERENCES}${adresse}`);
    await verifierLargeur(page);
  }
});

test('l’administratrice locale publie où s’adresser dans le Nord, et là seulement', async ({ page, veille }) => {
  test.slow();
  veille.tolerer(/status of 404/);
  await entrerCommeAgent(page, ADMIN_LOCAL);
  const sorties = await Promise.all(
    ['tarif', 'orientation/retraite.69', 'tarif/changement'].map((r) => page.request.get(`${REFERENCES}/${r}`)),
  );
  expect(sorties.map((r) => r.status())).toEqual([404, 404, 404]);
  await page.goto(`${REFERENCES}/orientation`);
  await verifierAccessibilite(page);
  const ligne = page
    .getByRole('main')
    .getByRole('link', { name: /Admission exceptionnelle/ })
    .first();
  const adresse = new URL((await ligne.getAttribute('href')) ?? '', page.url()).pathname;
  await preparer(page, adresse.replace(`${REFERENCES}/`, ''));
  const texte = `Par courriel, essai ${Date.now()}.`;
  await champ(page, 'contenu.canal').selectOption('courriel');
  await champ(page, 'contenu.texte').fill(texte);
  await champ(page, 'contenu.courriel').fill('');
  await bouton(page, 'Enregistrer le brouillon').click();
  await expect(page.locator('#erreurs')).toContainText('Par courriel : écrivez l’adresse électronique.');
  await verifierAccessibilite(page);
  await champ(page, 'contenu.courriel').fill('essai@example.org');
  await enregistrer(page);
  await publier(page, ADMIN_LOCAL, raisonDe('d’une orientation'));

  const motif = decodeURIComponent(adresse).replace(/^.*\//, '').split('.')[0] ?? '';
  const main = page.getByRole('main');
  await page.goto(`/orientation/${motif}?departement=59`);
  await expect(main).toContainText(texte);
  await expect(main.getByRole('link', { name: 'essai@example.org' })).toBeVisible();
  await page.goto(`/orientation/${motif}?departement=69`);
  await expect(main).not.toContainText(texte);
});
