// A dossier goes from Nord to Rhône: everything follows, the person is told, the former préfecture no longer sees it.
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import {
  AGENT_DU_RHONE,
  demanderComplement,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
} from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('un dossier du Nord transféré au Rhône y est repris, avec son numéro et son complément', async ({ page, autreNavigateur, veille }) => {
  test.setTimeout(400_000);
  veille.tolerer(/status of 404/);
  const p = personne('transfert');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const nord = await autreNavigateur();
  await entrerCommeAgent(nord, INSTRUCTEUR);
  await ouvrirDossier(nord, numero);
  await prendreEnCharge(nord);
  await demanderComplement(nord, [{ piece: 'filiation', motif: 'illisible', observation: 'La page est coupée.' }]);

  await suivre(nord.getByRole('link', { name: 'Transférer à une autre préfecture' }));
  await verifierAccessibilite(nord);
  await bouton(nord, 'Transférer le dossier').click();
  await expect(nord.locator('#erreurs')).toContainText('Choisissez la préfecture.');
  await champ(nord, 'vers').selectOption('69');
  await cocher(nord, 'motif.changement_d_adresse');
  await bouton(nord, 'Transférer le dossier').click();
  await nord.waitForURL(/\/instruction$/);
  expect((await nord.request.get(`/instruction/${dossier}`)).status()).toBe(404);

  const rhone = await autreNavigateur();
  await entrerCommeAgent(rhone, AGENT_DU_RHONE);
  await ouvrirDossier(rhone, numero);
  await expect(rhone.getByText(/De Préfecture du Nord vers Préfecture du Rhône|De .*Nord.* vers .*Rhône/)).toBeVisible();
  await expect(rhone.getByText('En attente de réponse').first()).toBeVisible();
  await prendreEnCharge(rhone);

  await ouvrirNotification(page, 'Message de l’administration');
  await expect(page.getByText(/est désormais suivie par la préfecture du Rhône/)).toBeVisible();
  await verifierAccessibilite(page);
  await page.goto('/mon-compte');
  await expect(page.getByRole('link', { name: 'Ouvrir la demande de complément' })).toBeVisible();
});
