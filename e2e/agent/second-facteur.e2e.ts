// An agent comes in with a password and a second factor, always; manages them; finds a forgotten password again.
import { MOT_DE_PASSE_DEMONSTRATION } from '../../prisma/demonstration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { bouton, champ, resumeDit } from '../support/formulaire.ts';
import { codeDe, entrerAvecCode, motDePasseAgent } from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { appareilAvecCles } from '../support/second-facteur.ts';
import { expect, test } from '../support/test.ts';

/** Nobody else's: this test takes its sessions and its codes. */
const AGENT = 'fraude.nord@example.org';

test('un agent prouve deux fois qui il est, et garde la main sur ses accès', async ({ page, autreNavigateur }) => {
  await test.step('le second facteur n’est demandé qu’après le bon mot de passe', async () => {
    await motDePasseAgent(page, AGENT, 'Un-Mauvais-Mot-1!');
    await resumeDit(page, ['Identifiant ou mot de passe incorrect.']);
    await motDePasseAgent(page, AGENT);
    await expect(page.getByRole('heading', { name: 'Second facteur' })).toBeVisible();
    await verifierAccessibilite(page);
    await page.goto('/instruction');
    await expect(page).toHaveURL(/\/agents\/facteur\?retour=%2Finstruction/);
    const code = await codeDe(page, AGENT);
    await champ(page, 'preuve.code').fill(code);
    await bouton(page, 'Valider').click();
    await expect(page).not.toHaveURL(/\/agents\/facteur/);
    const voleur = await autreNavigateur();
    await motDePasseAgent(voleur, AGENT);
    await champ(voleur, 'preuve.code').fill(code);
    await bouton(voleur, 'Valider').click();
    await resumeDit(voleur, ['il a déjà servi']);
    await voleur.goto('/agents/mon-compte');
    await expect(voleur).toHaveURL(/\/agents\/facteur/);
  });

  await test.step('son compte : le dernier facteur ne se retire pas, une clé s’ajoute', async () => {
    await page.goto('/agents/mon-compte');
    await expect(page.getByRole('heading', { name: 'Mon compte d’agent' })).toBeVisible();
    await verifierAccessibilite(page);
    await expect(page.getByText('C’est votre seul second facteur')).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    await verifierLargeur(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await appareilAvecCles(page);
    await bouton(page, 'Ajouter une clé d’accès').click();
    await champ(page, 'nom').fill('Clé du bureau');
    await bouton(page, 'Enregistrer une clé d’accès').click();
    await expect(page.getByRole('heading', { name: 'Codes de secours' })).toBeVisible();
    await verifierAccessibilite(page);
    await page.getByRole('link', { name: 'Plus tard' }).click();
    await page.goto('/agents/confirmation?retour=/agents/mon-compte');
    await expect(page).toHaveURL(/\/agents\/mon-compte$/);
  });

  await test.step('mot de passe oublié : un lien, puis le second facteur quand même', async () => {
    const ailleurs = await autreNavigateur();
    await ailleurs.goto('/agents/connexion');
    await suivre(ailleurs.getByRole('link', { name: 'Mot de passe oublié ?' }));
    await verifierAccessibilite(ailleurs);
    await champ(ailleurs, 'email').fill(AGENT);
    await bouton(ailleurs, 'Recevoir un lien').click();
    await expect(ailleurs.getByText('Si cette adresse est celle d’un agent')).toBeVisible();
    const courriel = await lireCourriel(ailleurs, AGENT, 'Choisissez un nouveau mot de passe');
    const lien = courriel.liens.find((l) => l.includes('/agents/nouveau-mot-de-passe?jeton=')) ?? '';
    await ailleurs.goto(lien);
    await ailleurs.goto(lien);
    await verifierAccessibilite(ailleurs);
    await champ(ailleurs, 'motDePasse').fill(MOT_DE_PASSE_DEMONSTRATION);
    await champ(ailleurs, 'motDePasseConfirmation').fill(MOT_DE_PASSE_DEMONSTRATION);
    await bouton(ailleurs, 'Valider mon mot de passe').click();
    await expect(ailleurs.getByText('Votre nouveau mot de passe est enregistré.')).toBeVisible();
    await ailleurs.goto(lien);
    await expect(ailleurs.getByText('Ce lien ne fonctionne plus')).toBeVisible();
    await entrerAvecCode(ailleurs, AGENT);
    // the sessions of before are closed: told, and brought back
    await page.goto('/agents/mon-compte');
    await expect(page).toHaveURL(/\/agents\/connexion\?expiree=1&retour=%2Fagents%2Fmon-compte/);
    await expect(page.getByText('Votre session est terminée')).toBeVisible();
    await verifierAccessibilite(page);
    await champ(page, 'email').fill(AGENT);
    await champ(page, 'motDePasse').fill(MOT_DE_PASSE_DEMONSTRATION);
    await bouton(page, 'Se connecter').click();
    await bouton(page, 'Utiliser ma clé d’accès').click();
    await expect(page).toHaveURL(/\/agents\/mon-compte$/);
    await page
      .locator('.portail-carte', { hasText: 'Clé du bureau' })
      .getByRole('button', { name: /^Retirer/ })
      .click();
    await expect(page.getByText('Votre second facteur est retiré.')).toBeVisible();
  });
});

test('les pages des liens disent quand un lien ne vaut rien', async ({ page }) => {
  await page.goto('/agents/invitation?jeton=inconnu');
  await expect(page.getByText('Ce lien ne fonctionne plus')).toBeVisible();
  await verifierAccessibilite(page);
  await page.goto('/developpement/codes');
  await verifierAccessibilite(page);
});
