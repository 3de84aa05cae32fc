// Creation of a compte with a number, from the log-in page to the first log-in, by the mailbox (S-025 to S-037, C11, C16).
import { expect, type Page } from '@playwright/test';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { appuyer, ecrire } from '../support/clavier.ts';
import { choisirMotDePasse, demanderUnCompte, ouvrirUnCompte, seConnecter } from '../support/compte.ts';
import { bouton, champ, cocher, dater, resumeDit } from '../support/formulaire.ts';
import { suivre } from '../support/lien.ts';
import { personne } from '../support/personnes.ts';
import { test } from '../support/test.ts';

const SUJET = 'Confirmez la création de votre compte';
const MOT_DE_PASSE = 'Voyage-Lointain-42!';

// People of prisma/demonstration.ts: each may have one compte, so each is used by one test.
const FARID = {
  numero: '5999000008',
  debut: { jour: '15', mois: '09', annee: '2026' },
  fin: { jour: '14', mois: '03', annee: '2027' },
};
const JANE = { numero: '0699000013', debut: { jour: '01', mois: '02', annee: '2026' }, fin: { jour: '31', mois: '01', annee: '2027' } };
const MINH = { numero: 'FRA990000007', debut: { jour: '25', mois: '08', annee: '2026' }, fin: { jour: '24', mois: '08', annee: '2027' } };

async function versLaCreation(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Se connecter' }).first().click();
  await page.getByRole('link', { name: 'Première visite ? Créer votre compte' }).click();
  await expect(page.getByRole('heading', { name: 'Créer votre compte', level: 1 })).toBeVisible();
}

async function declarer(page: Page, { numero, debut, fin }: typeof FARID): Promise<void> {
  await champ(page, 'numero').fill(numero);
  await dater(page, 'debut', debut);
  await dater(page, 'fin', fin);
  await bouton(page, 'Créer un compte').click();
}

async function donnerAdresse(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\?preuve=/);
  await champ(page, 'email').fill(email);
  await champ(page, 'emailConfirmation').fill(email);
  await bouton(page, 'Valider').click();
  await expect(page.getByRole('heading', { name: 'Votre demande de création de compte est enregistrée' })).toBeVisible();
}

const lienDu = async (page: Page, email: string, sujet = SUJET) =>
  (await lireCourriel(page, email, sujet)).liens.find((l) => l.includes('jeton=')) ?? '';

test('avec un récépissé, de la page de connexion à la première connexion', async ({ page, autreNavigateur }) => {
  const email = personne('numero').email;
  await versLaCreation(page);
  await page.getByText('Où trouver ces renseignements ?').click();
  await expect(page.getByRole('img', { name: /modèle fictif/ })).toHaveCount(3);
  await verifierAccessibilite(page);

  await test.step('la même phrase, quoi qu’il y ait de faux', async () => {
    const phrases: string[] = [];
    for (const faux of [
      { ...FARID, numero: '5999000099' },
      { ...FARID, debut: { ...FARID.debut, jour: '16' } },
      { ...FARID, fin: { ...FARID.fin, annee: '2028' } },
    ]) {
      await declarer(page, faux);
      const resume = await resumeDit(page, ['Nous ne trouvons pas de titre avec ce numéro et ces deux dates.']);
      phrases.push(await resume.innerText());
      await expect(champ(page, 'numero')).toHaveValue(faux.numero);
    }
    expect(new Set(phrases).size).toBe(1);
    await verifierAccessibilite(page);
  });

  await declarer(page, { ...FARID, numero: '59 99 00 00 08' });
  await page.waitForURL(/\?preuve=/);
  await verifierAccessibilite(page);
  await test.step('deux adresses différentes sont refusées (C24)', async () => {
    await champ(page, 'email').fill(email);
    await champ(page, 'emailConfirmation').fill(`x${email}`);
    await bouton(page, 'Valider').click();
    await resumeDit(page, ['Les deux adresses sont différentes']);
  });
  await cocher(page, 'consentement');
  await donnerAdresse(page, email);
  await verifierAccessibilite(page);

  const lien = await lienDu(page, email);
  await test.step('un robot de messagerie qui ouvre le lien ne change rien', async () => {
    const robot = await autreNavigateur();
    for (let i = 0; i < 2; i++) expect((await robot.goto(lien))?.status()).toBe(200);
    await seConnecterEnVain(robot, FARID.numero);
  });

  await page.goto(lien);
  await expect(page.getByRole('heading', { name: 'Création du mot de passe' })).toBeVisible();
  await verifierAccessibilite(page);
  await champ(page, 'motDePasse').fill('abcdefgh');
  await champ(page, 'motDePasseConfirmation').fill('abcdefgh');
  await bouton(page, 'Valider mon mot de passe').click();
  await resumeDit(page, ['ne respecte pas']);
  await champ(page, 'motDePasse').fill(MOT_DE_PASSE);
  await champ(page, 'motDePasseConfirmation').fill(MOT_DE_PASSE);
  await bouton(page, 'Valider mon mot de passe').click();
  await expect(page.getByRole('heading', { name: 'Votre compte est créé' })).toBeVisible();
  await verifierAccessibilite(page);

  await seConnecter(page, FARID.numero, MOT_DE_PASSE);
  await expect(page).toHaveURL(/\/$/);
  await expect(
    page
      .getByRole('banner')
      .getByText(/TESTRAHMANI/i)
      .first(),
  ).toBeVisible();

  await test.step('le lien ne sert plus, et recommencer avec ce titre n’apprend rien à l’écran', async () => {
    const ailleurs = await autreNavigateur();
    await ailleurs.goto(lien);
    await expect(ailleurs.getByText('Ce lien ne fonctionne plus')).toBeVisible();
    await verifierAccessibilite(ailleurs);
    await ailleurs.goto('/compte/creation-avec-numero');
    await declarer(ailleurs, FARID);
    await donnerAdresse(ailleurs, `voleur-${email}`);
    await lireCourriel(ailleurs, email, 'Vous avez déjà un compte');
    expect(await compterCourriels(ailleurs, `voleur-${email}`, /.*/)).toBe(0);
  });
});

async function seConnecterEnVain(page: Page, identifiant: string): Promise<void> {
  await page.goto('/connexion');
  await champ(page, 'identifiant').fill(identifiant);
  await champ(page, 'motDePasse').fill(MOT_DE_PASSE);
  await bouton(page, 'S’identifier').click();
  await resumeDit(page, ['Identifiant ou mot de passe incorrect.']);
}

test('avec un visa : l’adresse seule, puis un lien de connexion, à 360 pixels (S-037)', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const email = personne('visa').email;
  await versLaCreation(page);
  await page.getByText('Où trouver ces renseignements ?').click();
  await verifierLargeur(page);
  await declarer(page, MINH);
  await donnerAdresse(page, email);
  await verifierLargeur(page);
  await page.goto(await lienDu(page, email));
  await expect(page.getByRole('heading', { name: 'Confirmation de votre adresse électronique' })).toBeVisible();
  await verifierLargeur(page);
  await verifierAccessibilite(page);
  await bouton(page, 'Confirmer mon adresse').click();
  await expect(page.getByRole('heading', { name: 'Votre compte est créé' })).toBeVisible();
  await verifierLargeur(page);
  await suivre(page.getByRole('main').getByRole('link', { name: 'Recevoir un lien de connexion' }));
  await verifierLargeur(page);
  await verifierAccessibilite(page);
  await champ(page, 'identifiant').fill('fra 990 000 007');
  await bouton(page, 'Recevoir un lien de connexion').click();
  await expect(page.getByText('Si un compte correspond à cet identifiant')).toBeVisible();
  await verifierAccessibilite(page);
  await page.goto(await lienDu(page, email, 'Votre lien de connexion'));
  await verifierLargeur(page);
  await verifierAccessibilite(page);
  await bouton(page, 'Me connecter').click();
  await expect(page).toHaveURL(/\/$/);
});

test('au clavier, un compte temporaire reçoit son numéro : un seul compte, ses connexions fermées', async ({ page, autreNavigateur }) => {
  const p = personne('monte');
  await ouvrirUnCompte(page, p);

  const ailleurs = await autreNavigateur();
  await ailleurs.goto('/connexion');
  await appuyer(ailleurs, ailleurs.getByRole('link', { name: 'Première visite ? Créer votre compte' }));
  await ailleurs.waitForURL(/creation-avec-numero/);
  await appuyer(ailleurs, ailleurs.locator('summary', { hasText: 'Où trouver ces renseignements ?' }));
  await expect(ailleurs.getByRole('img', { name: /modèle fictif/ }).first()).toBeVisible();
  await ecrire(ailleurs, 'numero', JANE.numero);
  for (const [nom, date] of Object.entries({ debut: JANE.debut, fin: JANE.fin }))
    for (const [partie, valeur] of Object.entries(date)) await ecrire(ailleurs, `${nom}.${partie}`, valeur);
  await appuyer(ailleurs, bouton(ailleurs, 'Créer un compte'));
  await ailleurs.waitForURL(/\?preuve=/);
  await ecrire(ailleurs, 'email', p.email);
  await ecrire(ailleurs, 'emailConfirmation', p.email);
  await appuyer(ailleurs, bouton(ailleurs, 'Valider'));
  await expect(ailleurs.getByRole('heading', { name: 'Votre demande de création de compte est enregistrée' })).toBeVisible();

  await test.step('rien n’a changé pour le compte tant que le bouton du lien n’est pas pressé', async () => {
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/mon-compte$/);
  });
  await ailleurs.goto(await lienDu(ailleurs, p.email));
  await ecrire(ailleurs, 'motDePasse', 'Autre-Voyage-43!');
  await ecrire(ailleurs, 'motDePasseConfirmation', 'Autre-Voyage-43!');
  await appuyer(ailleurs, bouton(ailleurs, 'Valider mon mot de passe'));
  await expect(ailleurs.getByRole('heading', { name: 'Votre compte est créé' })).toBeVisible();
  await page.goto('/mon-compte');
  await expect(page).toHaveURL(/\/connexion/);
  await seConnecter(page, JANE.numero, 'Autre-Voyage-43!');
  await expect(
    page
      .getByRole('banner')
      .getByText(/TESTSMITH/i)
      .first(),
  ).toBeVisible();
});

test('C24 : une adresse mal écrite deux fois se recommence avec la bonne', async ({ page }) => {
  const p = personne('c24');
  await page.goto('/compte/creation');
  await champ(page, 'email').fill(p.email);
  await champ(page, 'emailConfirmation').fill(`x${p.email}`);
  await bouton(page, 'Valider').click();
  await resumeDit(page, ['Les deux adresses sont différentes']);
  // the same wrong one twice: the mail is lost, and nothing can be sent from a compte that nobody confirmed
  await champ(page, 'email').fill(`perdue-${p.email}`);
  await champ(page, 'emailConfirmation').fill(`perdue-${p.email}`);
  await bouton(page, 'Valider').click();
  await expect(page.getByRole('heading', { name: 'Création de compte' })).toBeVisible();
  await page.getByRole('link', { name: 'recommencer avec la bonne adresse' }).click();
  await ouvrirUnCompte(page, p);
});

test('C11 : la connexion par le numéro étranger mène à l’accueil', async ({ page }) => {
  await page.goto('/connexion');
  await verifierAccessibilite(page);
  await ecrire(page, 'identifiant', '5999000006');
  await ecrire(page, 'motDePasse', 'Demonstration-2026!');
  await appuyer(page, bouton(page, 'S’identifier'));
  await page.waitForURL((url) => url.pathname === '/');
  await expect(
    page
      .getByRole('banner')
      .getByText(/TESTPEREIRA/i)
      .first(),
  ).toBeVisible();
});

test('un lien de connexion ouvre le compte une fois ; un compte sans mot de passe va d’abord en choisir un', async ({
  page,
  autreNavigateur,
}) => {
  const p = personne('lien');
  await ouvrirUnCompte(page, p);
  const ailleurs = await autreNavigateur();
  await ailleurs.goto('/connexion');
  await ailleurs.getByRole('link', { name: 'Recevoir un lien de connexion' }).click();
  await champ(ailleurs, 'identifiant').fill(p.email);
  await bouton(ailleurs, 'Recevoir un lien de connexion').click();
  const lien = await lienDu(ailleurs, p.email, 'Votre lien de connexion');
  await ailleurs.goto(lien);
  await bouton(ailleurs, 'Me connecter').click();
  await expect(ailleurs).toHaveURL(/\/premiere-demande$/);
  const tiers = await autreNavigateur();
  await tiers.goto(lien);
  await expect(tiers.getByText('Ce lien ne fonctionne plus')).toBeVisible();

  const neuf = personne('sans');
  await demanderUnCompte(tiers, neuf, { consentement: false });
  await tiers.goto('/connexion/lien');
  await champ(tiers, 'identifiant').fill(neuf.email);
  await bouton(tiers, 'Recevoir un lien de connexion').click();
  await tiers.goto(await lienDu(tiers, neuf.email, 'Votre lien de connexion'));
  await bouton(tiers, 'Me connecter').click();
  await choisirMotDePasse(tiers, neuf.motDePasse);
  await expect(tiers).toHaveURL(/\/premiere-demande$/);
});
