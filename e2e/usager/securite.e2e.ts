// A usager protects a compte: application, recovery codes, passkey; then comes in with each of them; and shuts a stranger's session.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { appuyer, ecrire } from '../support/clavier.ts';
import { ouvrirUnCompte, seConnecter } from '../support/compte.ts';
import { bouton, champ, resumeDit } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { activerApplication, appareilAvecCles, creerCodesDeSecours } from '../support/second-facteur.ts';
import { expect, test } from '../support/test.ts';

test('une application, des codes de secours et une clé d’accès protègent un compte', async ({ page, autreNavigateur }) => {
  const p = personne('securite');
  await ouvrirUnCompte(page, p);
  const inconnu = await autreNavigateur();
  await seConnecter(inconnu, p.email, p.motDePasse);

  await page.goto('/mon-compte');
  await page.getByRole('link', { name: 'Sécurité' }).first().click();
  await expect(page.getByRole('heading', { name: 'Sécurité de mon compte' })).toBeVisible();
  await verifierAccessibilite(page);

  const { application, codes } =
    await test.step('ajouter une application : le mot de passe d’abord, puis le secret, puis un code', async () => {
      await bouton(page, 'Ajouter une application').click();
      await expect(page.getByRole('group', { name: 'Confirmez que c’est bien vous' })).toBeFocused();
      await verifierAccessibilite(page);
      await champ(page, 'preuve.motDePasse').fill('Un-Mauvais-Mot-1!');
      await bouton(page, 'Ajouter une application').click();
      await resumeDit(page, ['Ce mot de passe n’est pas le bon.']);
      await champ(page, 'preuve.motDePasse').fill(p.motDePasse);
      await bouton(page, 'Ajouter une application').click();
      await expect(page.getByRole('heading', { name: 'Ajouter une application d’authentification' })).toBeVisible();
      await verifierAccessibilite(page);
      await champ(page, 'code').fill('000000');
      await bouton(page, 'Activer').click();
      await resumeDit(page, ['Ce code n’est pas le bon']);
      const faite = await activerApplication(page, 'Mon téléphone');
      await expect(page.getByText('Votre second facteur est enregistré')).toBeVisible();
      await verifierAccessibilite(page);
      const tires = await creerCodesDeSecours(page);
      await verifierAccessibilite(page);
      await page.getByRole('link', { name: 'J’ai gardé mes codes, continuer' }).click();
      await expect(page.getByText('Il vous reste 10 codes de secours.')).toBeVisible();
      await page.goto('/mon-compte/securite/codes');
      await expect(page.getByText(tires[0] ?? 'aucun')).toHaveCount(0);
      const dit = await lireCourriel(page, p.email, 'Un second facteur a été ajouté à votre compte');
      expect(dit.texte).toContain('Mon téléphone');
      return { application: faite, codes: tires };
    });

  await test.step('ajouter une clé d’accès', async () => {
    await appareilAvecCles(page);
    await page.goto('/mon-compte/securite');
    await bouton(page, 'Ajouter une clé d’accès').click();
    await expect(page.getByRole('heading', { name: 'Ajouter une clé d’accès' })).toBeVisible();
    await verifierAccessibilite(page);
    await champ(page, 'nom').fill('Mon ordinateur');
    await bouton(page, 'Enregistrer une clé d’accès').click();
    await expect(page.getByText('Votre second facteur est ajouté.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Mon ordinateur' })).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    await verifierLargeur(page);
    await verifierAccessibilite(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('fermer la session de l’appareil inconnu', async () => {
    await bouton(page, 'Fermer toutes les autres sessions').click();
    await expect(page.getByText('Toutes les autres sessions sont fermées.')).toBeVisible();
    await inconnu.goto('/mon-compte');
    await expect(inconnu).toHaveURL(/\/connexion\?expiree=1/);
  });

  await test.step('entrer avec la clé', async () => {
    await page.context().clearCookies();
    await seConnecter(page, p.email, p.motDePasse);
    await expect(page.getByRole('heading', { name: 'Second facteur' })).toBeVisible();
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/connexion\/facteur\?retour=%2Fmon-compte/);
    await verifierAccessibilite(page);
    await bouton(page, 'Utiliser ma clé d’accès').click();
    await expect(page).toHaveURL(/\/mon-compte$/);
  });

  await test.step('entrer au clavier avec un code, sur un petit écran ; le même code ne sert pas deux fois', async () => {
    const ailleurs = await autreNavigateur({ viewport: { width: 360, height: 800 } });
    await seConnecter(ailleurs, p.email, p.motDePasse);
    await verifierLargeur(ailleurs);
    const code = await application.code();
    await ecrire(ailleurs, 'preuve.code', code);
    await appuyer(ailleurs, bouton(ailleurs, 'Valider'));
    await expect(ailleurs).toHaveURL(/\/premiere-demande$/);
    await seConnecter(inconnu, p.email, p.motDePasse);
    await champ(inconnu, 'preuve.code').fill(code);
    await bouton(inconnu, 'Valider').click();
    await resumeDit(inconnu, ['Ce code n’est pas le bon, ou il a déjà servi.']);
    await verifierAccessibilite(inconnu);
  });

  await test.step('sans scripts, un code de secours ouvre, une fois, et le titulaire est prévenu', async () => {
    const sansScripts = await autreNavigateur({ javaScriptEnabled: false });
    await seConnecter(sansScripts, p.email, p.motDePasse);
    await expect(sansScripts.locator('noscript p')).toBeVisible();
    await sansScripts.getByText('Utiliser un code de secours').click();
    await champ(sansScripts, 'preuve.secours').fill(codes[0] ?? '');
    await bouton(sansScripts, 'Valider').click();
    await expect(sansScripts).toHaveURL(/\/premiere-demande$/);
    expect((await lireCourriel(page, p.email, 'Un code de secours a servi')).texte).toContain('encore bons : 9');
    await inconnu.getByText('Utiliser un code de secours').click();
    await champ(inconnu, 'preuve.secours').fill(codes[0] ?? '');
    await bouton(inconnu, 'Valider').click();
    await resumeDit(inconnu, ['Ce code de secours n’est pas le bon, ou il a déjà servi.']);
  });

  await test.step('changer le mot de passe de l’intérieur, retirer la clé', async () => {
    await page.goto('/mon-compte/securite/mot-de-passe');
    await verifierAccessibilite(page);
    await champ(page, 'motDePasseActuel').fill(p.motDePasse);
    await champ(page, 'motDePasse').fill('Encore-Ailleurs-44!');
    await champ(page, 'motDePasseConfirmation').fill('Encore-Ailleurs-44!');
    await bouton(page, 'Valider mon mot de passe').click();
    await expect(page.getByText('Votre mot de passe est changé. Les autres sessions sont fermées.')).toBeVisible();
    await page
      .locator('.portail-carte', { hasText: 'Mon ordinateur' })
      .getByRole('button', { name: /^Retirer/ })
      .click();
    await expect(page.getByText('Votre second facteur est retiré.')).toBeVisible();
    await lireCourriel(page, p.email, 'Un second facteur a été retiré de votre compte');
  });
});
