// What any compte may ask: the nationality, from nothing, by the page of the service; a work permit, by an employer, on a phone.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { identifiantsDu, lireCourriel } from '../support/boite.ts';
import { choisirMotDePasse, ouvrirUnCompte, SUJET_ACCES, seConnecter } from '../support/compte.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('sans compte, on en crée un avec son adresse et on revient à la demande de nationalité', async ({ page }) => {
  const p = personne('nationalite');
  await page.goto('/plan-du-site');
  await page.getByRole('main').getByRole('link', { name: 'Demander la nationalité française' }).click();
  await expect(page.getByRole('main')).toContainText('Une adresse électronique suffit');
  await verifierAccessibilite(page);
  await page.getByRole('main').getByRole('link', { name: 'Créer mon compte' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Créer votre compte');
  await verifierAccessibilite(page);
  await champ(page, 'email').fill(p.email);
  await champ(page, 'emailConfirmation').fill(p.email);
  await bouton(page, 'Valider').click();
  await expect(page.getByRole('heading', { name: 'Création de compte' })).toBeVisible();
  const { identifiant, motDePasse } = identifiantsDu(await lireCourriel(page, p.email, SUJET_ACCES));
  await seConnecter(page, identifiant, motDePasse);
  await choisirMotDePasse(page, p.motDePasse);
  await expect(page).toHaveURL(/\/demander-un-titre\/nationalite$/);
  await verifierAccessibilite(page);
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/[0-9a-f-]{36}\/\w+/);
  await page.goto('/mon-compte');
  await expect(page.getByRole('main')).toContainText('Brouillon');
});

test('un employeur commence une demande d’autorisation de travail depuis le catalogue, sur un téléphone', async ({ autreNavigateur }) => {
  const page = await autreNavigateur({ viewport: { width: 360, height: 740 } });
  await ouvrirUnCompte(page, personne('employeur'));
  for (const adresse of ['/premiere-demande', '/demander-un-titre', '/services/autorisation-de-travail', '/services/valider-mon-vls-ts']) {
    await page.goto(adresse);
    await verifierLargeur(page);
    await verifierAccessibilite(page);
  }
  await page.goto('/catalogue/autorisation-de-travail');
  await page.getByRole('main').getByRole('link', { name: 'Commencer la démarche' }).click();
  await page.waitForURL(/\/demander-un-titre\/autorisation-de-travail$/);
  await verifierLargeur(page);
  await verifierAccessibilite(page);
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/[0-9a-f-]{36}\/\w+/);
  await verifierLargeur(page);
});

test('valider un VLS-TS demande un compte créé avec le numéro du visa, et le dit', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Je valide mon VLS-TS' }).click();
  await expect(page.getByRole('main')).toContainText('le numéro de votre visa');
  await verifierAccessibilite(page);
  const retour = encodeURIComponent('/demander-un-titre/validation-vls-ts');
  await expect(page.getByRole('main').getByRole('link', { name: 'Créer mon compte' })).toHaveAttribute(
    'href',
    `/compte/creation-avec-numero?retour=${retour}`,
  );
  await page.getByRole('main').getByRole('link', { name: 'Me connecter et continuer' }).click();
  await expect(page).toHaveURL(new RegExp(`/connexion\\?retour=${retour}`));
});
