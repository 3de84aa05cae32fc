// The pages of the administration, on a phone and on a screen; a local administrator invites, edits and deactivates an agent.
import { ADMIN_LOCAL, CHEF, envoyerAvecPreuve, PROTECTION } from '../support/administration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { bouton, champ, cocher, dater } from '../support/formulaire.ts';
import { AGENT_DU_RHONE, entrerCommeAgent } from '../support/instruction.ts';
import { expect, test } from '../support/test.ts';

const PAGES: readonly (readonly [string, readonly string[]])[] = [
  [ADMIN_LOCAL, ['', '/agents', '/agents/invitation', '/delegations', '/journal']],
  [PROTECTION, ['', '/acces', '/bris-de-glace', '/journal']],
];

test('chaque page de l’administration tient sur un téléphone et se lit sans la vue', async ({ autreNavigateur, veille }) => {
  veille.tolerer(/status of 404/);
  for (const [qui, pages] of PAGES) {
    const telephone = await autreNavigateur({ viewport: { width: 360, height: 740 } });
    await entrerCommeAgent(telephone, qui);
    for (const page of pages) {
      await telephone.goto(`/administration${page}`);
      await verifierAccessibilite(telephone);
      await verifierLargeur(telephone);
    }
    // neither reads a dossier
    expect((await telephone.request.get('/instruction')).status()).toBe(404);
  }
});

test('un administrateur local invite un agent dans sa préfecture, puis le désactive', async ({ page }) => {
  const adresse = `invitation-${Date.now()}@example.org`;
  await entrerCommeAgent(page, ADMIN_LOCAL);
  await page.goto('/administration/agents/invitation');
  await expect(page.getByRole('main')).not.toContainText('Administrateur national');
  await bouton(page, 'Envoyer l’invitation').click();
  await expect(page.locator('#erreurs')).toContainText('Choisissez au moins un rôle.');
  await champ(page, 'email').fill(adresse);
  await champ(page, 'nom').fill('TESTINVITE');
  await champ(page, 'prenom').fill('Sam');
  await champ(page, 'qualite').fill('Agent instructeur');
  await cocher(page, 'roles.instructeur');
  await envoyerAvecPreuve(page, ADMIN_LOCAL, 'Envoyer l’invitation', /fait=invite/);
  await verifierAccessibilite(page);
  await lireCourriel(page, adresse, /./);
  await bouton(page, 'Désactiver cet agent').click();
  await expect(page.getByText('L’agent est désactivé et ses sessions sont fermées.')).toBeVisible();
  await page.goto('/administration/journal');
  await expect(page.getByRole('row', { name: 'Sam TESTINVITE' }).first()).toContainText('Agent désactivé');
});

test('le chef annonce une absence ; le Rhône n’en voit rien', async ({ page, autreNavigateur }) => {
  await entrerCommeAgent(page, CHEF);
  await page.goto('/instruction/absences');
  await verifierAccessibilite(page);
  await champ(page, 'agent').selectOption({ label: 'Charlie TESTBINOME' });
  await dater(page, 'debut', { jour: '1', mois: '2', annee: '2031' });
  await dater(page, 'fin', { jour: '5', mois: '1', annee: '2031' });
  await champ(page, 'remplacant').selectOption({ label: 'Camille TESTINSTRUC' });
  await bouton(page, 'Enregistrer l’absence').click();
  await expect(page.locator('#erreurs')).toContainText('Le dernier jour vient avant le premier.');
  await dater(page, 'fin', { jour: '5', mois: '2', annee: '2031' });
  await bouton(page, 'Enregistrer l’absence').click();
  await expect(page.getByText('L’absence est enregistrée')).toBeVisible();
  await verifierAccessibilite(page);
  const rhone = await autreNavigateur();
  await entrerCommeAgent(rhone, AGENT_DU_RHONE);
  await rhone.goto('/instruction/absences');
  await expect(rhone.getByText('Aucune absence n’est annoncée.')).toBeVisible();
  await page
    .getByRole('row', { name: 'Charlie TESTBINOME' })
    .first()
    .getByRole('button', { name: /Supprimer/ })
    .click();
  await expect(page.getByText('L’absence est supprimée.')).toBeVisible();
});
