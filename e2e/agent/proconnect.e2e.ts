// ProConnect: an agent comes in with the account of the administration; who is not an agent here stays outside.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { etre, sortirDesDeux } from '../support/openid.ts';
import { expect, test } from '../support/test.ts';

test('un agent entre par ProConnect avec deux facteurs, et sort des deux', async ({ page }) => {
  await page.goto('/agents/connexion');
  await verifierAccessibilite(page);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await expect(page.getByRole('heading', { name: /À la place de ProConnect/ })).toBeVisible();
  await etre(page, /^Camille TESTINSTRUC/);
  await expect(page).toHaveURL(/\/instruction$/);
  await page
    .getByRole('button', { name: /se déconnecter/i })
    .first()
    .click();
  await sortirDesDeux(page);
  await page.waitForURL((url) => url.pathname === '/agents/connexion');
  await page.goto('/instruction');
  await expect(page).toHaveURL(/\/agents\/connexion/);
});

test('un mot de passe seul chez ProConnect demande encore un second facteur ici', async ({ page }) => {
  await page.goto('/agents/connexion');
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await etre(page, /^Sacha TESTRHONE/);
  await expect(page).toHaveURL(/\/agents\/facteur/);
});

test('qui n’est pas agent de ce portail reste dehors', async ({ autreNavigateur }) => {
  const page = await autreNavigateur({ viewport: { width: 360, height: 780 } });
  await page.goto('/agents/connexion');
  await verifierLargeur(page);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await etre(page, /^Noa TESTAILLEURS/);
  await expect(page.getByText('aucun agent actif de ce portail n’a votre adresse professionnelle')).toBeVisible();
  await verifierAccessibilite(page);
  await verifierLargeur(page);
  await page.goto('/instruction');
  await expect(page).toHaveURL(/\/agents\/connexion/);
});
