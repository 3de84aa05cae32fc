// C23: a forgotten password, by the e-mail of a temporary compte; nothing on the page tells whether a compte exists.
import { verifierAccessibilite } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte, seConnecter } from '../support/compte.ts';
import { bouton, champ, resumeDit } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const SUJET = 'Choisissez un nouveau mot de passe';

test('le lien reçu sert une fois, et un identifiant inconnu reçoit la même réponse', async ({ page, autreNavigateur }) => {
  const p = personne('c23');
  await ouvrirUnCompte(page, p);

  const ailleurs = await autreNavigateur();
  await ailleurs.goto('/connexion');
  await champ(ailleurs, 'identifiant').fill(p.email);
  await champ(ailleurs, 'motDePasse').fill('Un-Mauvais-Mot-1!');
  await bouton(ailleurs, 'S’identifier').click();
  const refus = await resumeDit(ailleurs, ['Identifiant ou mot de passe incorrect.']);
  const phrase = await refus.innerText();
  await verifierAccessibilite(ailleurs);
  await champ(ailleurs, 'identifiant').fill(`inconnu-${p.email}`);
  await champ(ailleurs, 'motDePasse').fill('Un-Mauvais-Mot-1!');
  await bouton(ailleurs, 'S’identifier').click();
  await expect(refus).toHaveText(phrase.replaceAll('\n', ''), { useInnerText: false });

  const demander = async (identifiant: string) => {
    await ailleurs.goto('/connexion');
    await ailleurs.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await champ(ailleurs, 'identifiant').fill(identifiant);
    await bouton(ailleurs, 'Recevoir un lien').click();
    await expect(ailleurs.getByText('Si un compte correspond à cet identifiant, un courriel part à son adresse.')).toBeVisible();
    return ailleurs.locator('main').innerText();
  };
  const inconnu = `inconnu-${p.email}`;
  expect(await demander(inconnu)).toBe(await demander(p.email));
  await verifierAccessibilite(ailleurs);
  const courriel = await lireCourriel(ailleurs, p.email, SUJET);
  expect(courriel.texte).toContain('Ce lien ne sert qu’une fois et pendant 60 minutes.');
  expect(await compterCourriels(ailleurs, inconnu, /.*/)).toBe(0);

  const lien = courriel.liens.find((l) => l.includes('jeton=')) ?? '';
  const nouveau = 'Encore-Ailleurs-44!';
  await ailleurs.goto(lien);
  await verifierAccessibilite(ailleurs);
  await champ(ailleurs, 'motDePasse').fill(nouveau);
  await champ(ailleurs, 'motDePasseConfirmation').fill(nouveau);
  await bouton(ailleurs, 'Valider mon mot de passe').click();
  await expect(ailleurs.getByText('Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.')).toBeVisible();

  await test.step('l’autre session est fermée, l’ancien mot de passe et le lien ne valent plus rien', async () => {
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/connexion/);
    await ailleurs.goto('/connexion');
    await champ(ailleurs, 'identifiant').fill(p.email);
    await champ(ailleurs, 'motDePasse').fill(p.motDePasse);
    await bouton(ailleurs, 'S’identifier').click();
    await resumeDit(ailleurs, ['Identifiant ou mot de passe incorrect.']);
    await ailleurs.goto(lien);
    await expect(ailleurs.getByText('Ce lien ne fonctionne plus')).toBeVisible();
    await verifierAccessibilite(ailleurs);
    await seConnecter(ailleurs, p.email, nouveau);
    await expect(ailleurs).toHaveURL(/\/premiere-demande$/);
    await lireCourriel(ailleurs, p.email, 'Votre mot de passe a été changé');
  });
});

test('avec un numéro étranger, le lien part à l’adresse du compte', async ({ page }) => {
  await page.goto('/compte/mot-de-passe-oublie');
  await champ(page, 'identifiant').fill('59 99 00 00 06');
  await bouton(page, 'Recevoir un lien').click();
  await expect(page.getByText('Si un compte correspond à cet identifiant')).toBeVisible();
  const courriel = await lireCourriel(page, 'ana.testpereira@example.org', SUJET);
  expect(courriel.liens.some((l) => l.includes('/compte/nouveau-mot-de-passe?jeton='))).toBe(true);
  await page.goto('/compte/identifiant-oublie');
  await verifierAccessibilite(page);
  await champ(page, 'email').fill('ana.testpereira@example.org');
  await bouton(page, 'Recevoir mon identifiant').click();
  expect((await lireCourriel(page, 'ana.testpereira@example.org', 'Votre identifiant')).texte).toContain('5999000006');
});
