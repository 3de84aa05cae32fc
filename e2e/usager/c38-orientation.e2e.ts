// C38 and C06: a ground that is not filed here leads to the préfecture of residence, and to no other; no draft is created.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { POURSUIVRE } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('salarié : courrier dans le Nord, démarche numérique dans le Rhône seulement, site de la préfecture ailleurs', async ({ page }) => {
  await page.goto('/catalogue?situation=salarie&titre=aucun');
  await page.getByRole('main').getByRole('link', { name: 'Voir comment la faire' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Salarié');
  const contenu = page.getByRole('main');
  await expect(contenu).not.toContainText('demarche.numerique.gouv.fr');

  await champ(page, 'departement').fill('Rhône');
  await bouton(page, 'Voir où m’adresser').click();
  await expect(contenu.getByRole('link', { name: 'Démarche numérique' })).toHaveAttribute('href', 'https://demarche.numerique.gouv.fr/');
  await expect(contenu).toContainText('Vous devez habiter dans le Rhône (69)');
  await expect(contenu).toContainText('Actualités');
  await verifierAccessibilite(page);

  await champ(page, 'departement').fill('59000');
  await bouton(page, 'Voir où m’adresser').click();
  await expect(contenu).toContainText('lettre recommandée');
  await expect(contenu).toContainText('59039 LILLE CEDEX');
  await expect(contenu.getByRole('link', { name: 'pref-travailleurs-etrangers@nord.gouv.fr' })).toBeVisible();
  await expect(contenu.getByRole('link', { name: 'Démarche numérique' })).toHaveCount(0);

  await champ(page, 'departement').fill('2A');
  await bouton(page, 'Voir où m’adresser').click();
  await expect(contenu).toContainText('Chaque préfecture choisit comment elle la reçoit');
  await expect(contenu.getByRole('link', { name: 'www.corse-du-sud.gouv.fr' })).toBeVisible();
  await expect(contenu.getByRole('link', { name: 'Démarche numérique' })).toHaveCount(0);
  await verifierAccessibilite(page);
});

test('C06, PACS avec un Français : orienté depuis les questions, sans brouillon', async ({ page }) => {
  await ouvrirUnCompte(page, personne('pacs'));
  await page.goto('/premiere-demande');
  await cocher(page, 'entree.attaches');
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/nouvelle/);
  await cocher(page, 'situation.famille_francais');
  await cocher(page, 'precision.famille_francais.pacse');
  await bouton(page, POURSUIVRE).click();
  await page.waitForURL(/\/orientation\/liens_personnels\?demande=premiere/);
  await champ(page, 'departement').fill('59');
  await bouton(page, 'Voir où m’adresser').click();
  await expect(page.getByRole('main').getByRole('link', { name: 'pref-rdv-etrangers@nord.gouv.fr' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Une demande incomplète n’est pas traitée.');
  await verifierAccessibilite(page);
  await page.goto('/mon-compte');
  await expect(page.getByRole('main')).not.toContainText('Brouillon');
});

test('se lit sans script, dans un téléphone', async ({ autreNavigateur }) => {
  const page = await autreNavigateur({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  for (const motif of ['salarie', 'asile', 'recepisse', 'autre', 'resident']) {
    expect((await page.goto(`/orientation/${motif}?departement=59`))?.status()).toBe(200);
    await verifierLargeur(page);
  }
  expect((await page.request.get('/orientation/constructor')).status()).toBe(404);
});
