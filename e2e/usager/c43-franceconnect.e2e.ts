// C43: FranceConnect. A person of the registry is linked after the number and dates of her titre; one given name apart, nothing links.
import type { Page } from '@playwright/test';
import { jourDe, plusJours } from '#domain/jour.ts';
import { usagerDeDemonstration } from '../../prisma/demonstration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { appuyer, ecrire, tabulerVers } from '../support/clavier.ts';
import { bouton, champ, dater, resumeDit } from '../support/formulaire.ts';
import { chezFranceConnect, etre, sortirDesDeux } from '../support/openid.ts';
import { expect, test } from '../support/test.ts';

const TELEPHONE = { viewport: { width: 360, height: 780 } };
const DEBUT = { jour: '20', mois: '02', annee: '2017' };
const FIN = plusJours(jourDe(new Date()), 90);

async function seDeconnecter(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'TESTPEREIRA' }).first().click();
  await page
    .getByRole('button', { name: /se déconnecter/i })
    .first()
    .click();
}

test.describe.configure({ mode: 'serial' });

test('un prénom de plus : rien n’est lié, et l’on peut repartir', async ({ autreNavigateur }) => {
  const page = await autreNavigateur(TELEPHONE);
  await page.goto('/connexion');
  await expect(page.getByText('FranceConnect est la solution proposée par l’État')).toBeVisible();
  await verifierAccessibilite(page);
  await verifierLargeur(page);
  await chezFranceConnect(page);
  await verifierAccessibilite(page);
  await verifierLargeur(page);
  await etre(page, /^Ana Maria TESTPEREIRA/);
  await expect(page.getByRole('heading', { name: 'Quel est votre compte ?' })).toBeVisible();
  await expect(page.getByText('Nous ne lions jamais un compte d’après une ressemblance.')).toBeVisible();
  await verifierAccessibilite(page);
  await verifierLargeur(page);
  await bouton(page, 'Me reconnaître').click();
  await resumeDit(page, ['Indiquez la date de début de validité.']);
  await verifierAccessibilite(page);
  await page.goto('/mon-compte');
  await expect(page).toHaveURL(/\/connexion/);
  await page.goto('/connexion/franceconnect');
  await page.getByRole('button', { name: 'Quitter FranceConnect sans rien lier' }).click();
  await sortirDesDeux(page);
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/connexion/franceconnect');
  await expect(page.getByText('Ce passage par FranceConnect est trop ancien')).toBeVisible();
  await verifierAccessibilite(page);
});

test('abandonner chez FranceConnect ne change rien', async ({ page }) => {
  await chezFranceConnect(page);
  await etre(page, /^Annuler/);
  await expect(page.getByText('Vous avez annulé votre passage par FranceConnect. Rien n’a changé.')).toBeVisible();
  await verifierAccessibilite(page);
  await page.getByRole('link', { name: 'Revenir à la page de connexion' }).click();
  await expect(page).toHaveURL(/\/connexion$/);
});

test('le même état civil, confirmé par le numéro et les dates, puis un retour direct et la sortie des deux', async ({
  page,
  autreNavigateur,
}) => {
  await chezFranceConnect(page);
  let retour = '';
  page.on('request', (requete) => {
    if (requete.url().includes('/api/connexion/franceconnect/retour')) retour = requete.url();
  });
  await etre(page, /^Ana TESTPEREIRA/);
  await expect(page.getByText('Une personne enregistrée a exactement cet état civil.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Recevoir un code' })).toHaveCount(0);

  await test.step('des dates fausses ne disent pas ce qui est faux', async () => {
    await champ(page, 'numero').fill(usagerDeDemonstration.numeroEtranger);
    await dater(page, 'debut', { ...DEBUT, annee: '2018' });
    await dater(page, 'fin', FIN);
    await bouton(page, 'Me reconnaître').click();
    await resumeDit(page, ['Ces informations ne permettent pas de vous reconnaître.']);
    await verifierAccessibilite(page);
  });

  await test.step('au clavier, avec les bonnes', async () => {
    await ecrire(page, 'debut.annee', DEBUT.annee);
    await appuyer(page, bouton(page, 'Me reconnaître'));
    await page.waitForURL((url) => url.pathname === '/');
    await expect(page.getByText('TESTPEREIRA').first()).toBeVisible();
    const courriel = await lireCourriel(page, usagerDeDemonstration.email, 'Votre compte peut maintenant s’ouvrir avec FranceConnect');
    expect(courriel.liens.some((l) => l.endsWith('/mon-compte/securite'))).toBe(true);
  });

  await test.step('la réponse de FranceConnect, rejouée, n’ouvre rien', async () => {
    expect(retour).toContain('code=');
    const ailleurs = await autreNavigateur();
    for (const navigateur of [page, ailleurs]) {
      await navigateur.goto(retour);
      await expect(navigateur.getByText('Ce passage par FranceConnect est trop ancien, a déjà servi')).toBeVisible();
    }
    await ailleurs.goto('/mon-compte');
    await expect(ailleurs).toHaveURL(/\/connexion/);
  });

  await test.step('la sortie ferme aussi FranceConnect : il redemande qui l’on est', async () => {
    await page.goto('/mon-compte');
    await seDeconnecter(page);
    await sortirDesDeux(page);
    await page.waitForURL((url) => url.pathname === '/');
    await chezFranceConnect(page);
  });

  await test.step('la fois suivante, l’identité suffit, au clavier', async () => {
    await tabulerVers(page, page.getByRole('button', { name: /^Ana TESTPEREIRA/ }));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/mon-compte$/);
  });

  await test.step('dans « Sécurité », elle la retire, puis la lie d’un geste', async () => {
    await page.goto('/mon-compte/securite');
    await expect(page.getByText('Une identité FranceConnect ouvre ce compte depuis le')).toBeVisible();
    await page.getByRole('button', { name: 'Retirer FranceConnect de ce compte' }).click();
    await expect(page.getByText('Votre identité FranceConnect est retirée.')).toBeVisible();
    await verifierAccessibilite(page);
    await lireCourriel(page, usagerDeDemonstration.email, 'Votre compte ne s’ouvre plus avec FranceConnect');
    await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
    // the provider still knows her: she comes straight back
    await expect(page.getByText('C’est l’état civil du compte ouvert dans ce navigateur.')).toBeVisible();
    await verifierAccessibilite(page);
    await page.getByRole('button', { name: 'Oui, c’est moi : lier FranceConnect à ce compte' }).click();
    await expect(page).toHaveURL(/\/mon-compte\/securite$/);
    await page.getByRole('button', { name: 'Retirer FranceConnect de ce compte' }).click();
    await expect(page.getByText('Votre identité FranceConnect est retirée.')).toBeVisible();
  });
});

test('sans titre, un compte s’ouvre avec une adresse prouvée par un code', async ({ page }) => {
  const email = `c43-${Date.now()}@example.org`;
  await chezFranceConnect(page);
  await etre(page, /^Lucia TESTROSSI/);
  // the provider has no other unknown person: on a database where she has a compte already, this errand fails and says so
  await page.waitForURL(/\/connexion\/franceconnect$/);
  await champ(page, 'email').fill(email);
  await bouton(page, 'Recevoir un code').click();
  await expect(page.getByRole('heading', { name: 'Votre code' })).toBeVisible();
  await verifierAccessibilite(page);
  await verifierLargeur(page);
  await champ(page, 'code').fill('FAUX');
  await bouton(page, 'Ouvrir mon compte').click();
  await resumeDit(page, ['Ce code n’est pas le bon']);
  const courriel = await lireCourriel(page, email, 'Votre code pour ouvrir votre compte');
  const [, code = ''] = /Code\s*:\s*(\S+)/.exec(courriel.texte) ?? [];
  await champ(page, 'code').fill(code);
  await bouton(page, 'Ouvrir mon compte').click();
  await expect(page).toHaveURL(/\/premiere-demande$/);
});
