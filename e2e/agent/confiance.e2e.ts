// The chef reads the figures and takes them away; the administration of the country too; the data-protection role tries the retention.
import { readFileSync } from 'node:fs';
import { ADMIN, CHEF, PROTECTION } from '../support/administration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { bouton } from '../support/formulaire.ts';
import { entrerCommeAgent } from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { expect, test } from '../support/test.ts';

test('le chef lit les chiffres de sa préfecture et télécharge le détail', async ({ page, autreNavigateur }) => {
  await entrerCommeAgent(page, CHEF);
  await page.goto('/instruction/pilotage');
  await expect(page.getByRole('heading', { name: 'Pilotage' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Charge par agent' })).toBeVisible();
  await expect(page.getByRole('img', { name: /Stock par état/ })).toBeVisible();
  await verifierAccessibilite(page);
  const telechargement = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le détail (CSV)' }).click();
  const csv = readFileSync(await (await telechargement).path(), 'utf8');
  expect(csv).toMatch(/^\uFEFFPréfecture;Démarche;Mois de dépôt;État;Dossiers;/);
  expect(csv).not.toContain('Rhône');
  const telephone = await autreNavigateur({ viewport: { width: 360, height: 740 } });
  await entrerCommeAgent(telephone, ADMIN);
  await telephone.goto('/administration/pilotage');
  await expect(telephone.getByRole('heading', { name: 'Charge par préfecture' })).toBeVisible();
  await verifierAccessibilite(telephone);
  await verifierLargeur(telephone);
});

test('la protection des données simule l’effacement, sans rien écrire', async ({ page }) => {
  await entrerCommeAgent(page, PROTECTION);
  await page.goto('/administration');
  await suivre(page.getByRole('link', { name: 'Durées de conservation' }));
  await verifierAccessibilite(page);
  await bouton(page, 'Simuler l’effacement, sans rien écrire').click();
  await expect(page.getByText('Rien n’a été écrit ni effacé.')).toBeVisible();
  await verifierAccessibilite(page);
  await expect(page.getByRole('cell', { name: 'CESEDA, art. R. 142-21, 1°' })).toBeVisible();
});
