// C40: a victim under a protection order. The dossier is restricted: an agent outside of the list cannot find it in any way; its
// address is printed nowhere; an administrator opens it only by saying why, is logged, and the person sees it.
import { ADMIN, CHEF, confirmerSiDemande, envoyerAvecPreuve, PROTECTION, REFERENT, SECOND_INSTRUCTEUR } from '../support/administration.ts';
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { chercherDossier, entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const MOTIF = 'Incident signalé par la préfecture sur une pièce : vérification de son affichage.';

test('le dossier d’une personne protégée n’existe que pour qui y est habilité', async ({ page, autreNavigateur, veille }) => {
  test.setTimeout(600_000);
  veille.tolerer(/status of 40[14]/);
  const victime = personne('protegee');
  await ouvrirUnCompte(page, victime);
  const { dossier, numero } = await faireLaDemande(page, victime);
  const adresse = `/instruction/${dossier}`;

  const camille = await autreNavigateur();
  const charlie = await autreNavigateur();
  await entrerCommeAgent(camille, INSTRUCTEUR);
  await entrerCommeAgent(charlie, SECOND_INSTRUCTEUR);
  await ouvrirDossier(camille, numero);
  await prendreEnCharge(camille);
  await camille.getByRole('link', { name: 'Justificatif de filiation avec le parent' }).click();
  const fichier = (await camille.locator('a[href^="/api/agents/fichiers/"]').first().getAttribute('href')) ?? '';
  expect((await charlie.request.get(fichier)).status(), 'avant la restriction').toBe(200);
  await chercherDossier(charlie, numero);
  await expect(charlie.getByRole('link', { name: numero })).toBeVisible();

  await test.step('l’instructeur ferme le dossier aussitôt', async () => {
    await camille.goto(`${adresse}/acces`);
    await verifierAccessibilite(camille);
    await bouton(camille, 'Restreindre l’accès').click();
    await camille.waitForURL(/\/acces|\/agents\/confirmation/);
    await confirmerSiDemande(camille, INSTRUCTEUR);
    await expect(camille.getByRole('heading', { name: 'Accès restreint' })).toBeVisible();
    await verifierAccessibilite(camille);
  });

  await test.step('un collègue ne le trouve plus, par aucun chemin', async () => {
    for (const recherche of [numero, victime.nom]) {
      await chercherDossier(charlie, recherche);
      await expect(charlie.getByRole('link', { name: numero })).toHaveCount(0);
    }
    await charlie.goto('/instruction?onglet=a_instruire');
    await expect(charlie.locator('main')).not.toContainText(numero);
    for (const suite of ['', '/acces', '/complement', '/numero', '/proposition', '/decision', '?piece=filiation'])
      expect((await charlie.request.get(`${adresse}${suite}`)).status(), suite).toBe(404);
    expect((await charlie.request.get(fichier)).status()).toBe(404);
  });

  await test.step('le chef non habilité non plus ; le référent l’ouvre et habilite le chef', async () => {
    const chef = await autreNavigateur();
    await entrerCommeAgent(chef, CHEF);
    expect((await chef.request.get(adresse)).status()).toBe(404);
    const referent = await autreNavigateur();
    await entrerCommeAgent(referent, REFERENT);
    await referent.goto(`${adresse}/acces`);
    await confirmerSiDemande(referent, REFERENT);
    await referent.getByText('Claude TESTCHEF').click();
    await bouton(referent, 'Enregistrer la liste').click();
    await expect(referent.getByText('La liste des agents habilités est enregistrée.')).toBeVisible();
    await chef.goto(adresse);
    await confirmerSiDemande(chef, CHEF);
    await expect(chef.locator('.agent-identite')).toContainText(numero);
  });

  await test.step('un administrateur ne l’ouvre qu’en disant pourquoi, et cela se sait', async () => {
    const admin = await autreNavigateur();
    await entrerCommeAgent(admin, ADMIN);
    expect((await admin.request.get(adresse)).status()).toBe(404);
    expect((await admin.request.get(`/administration/bris-de-glace/${dossier}`)).status()).toBe(404);
    await admin.goto('/administration/bris-de-glace');
    await verifierAccessibilite(admin);
    await champ(admin, 'numero').fill(numero);
    await champ(admin, 'motif').fill('Voir');
    await bouton(admin, 'Ouvrir ce dossier').click();
    await expect(admin.locator('#erreurs')).toContainText('Dites pourquoi');
    await champ(admin, 'motif').fill(MOTIF);
    await envoyerAvecPreuve(admin, ADMIN, 'Ouvrir ce dossier', new RegExp(`/administration/bris-de-glace/${dossier}`));
    await expect(admin.getByText('Ouverture exceptionnelle, en lecture seule')).toBeVisible();
    await expect(bouton(admin, 'Prendre en charge')).toHaveCount(0);
    await verifierAccessibilite(admin);
    expect((await admin.request.get(fichier.replace('/api/agents/', `/api/administration/dossiers/${dossier}/`))).status()).toBe(200);
    expect((await admin.request.get(fichier)).status(), 'la porte des agents reste fermée').toBe(404);

    const courriel = await lireCourriel(admin, PROTECTION, 'Ouverture exceptionnelle d’un dossier');
    expect(courriel.texte).toContain(numero);
    expect(courriel.texte).toContain(MOTIF);
    expect(courriel.texte).not.toContain(victime.nom);

    const protection = await autreNavigateur();
    await entrerCommeAgent(protection, PROTECTION);
    await protection.goto('/administration/bris-de-glace');
    const ligne = protection.getByRole('row', { name: numero });
    await expect(ligne).toContainText(MOTIF);
    await expect(ligne).toContainText('Un fichier');
    await verifierAccessibilite(protection);
    await protection.goto(`/administration/acces?numero=${numero}`);
    await expect(protection.getByRole('row', { name: 'Accès exceptionnel' }).first()).toBeVisible();
    await expect(protection.locator('main')).not.toContainText(victime.nom);
    await verifierAccessibilite(protection);
    expect((await protection.request.get(adresse)).status()).toBe(404);
  });

  await test.step('la personne voit cette ouverture, et rien de la restriction', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}/consultations`);
    await expect(page.getByText('Accès exceptionnel d’un administrateur').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Protection d’une situation');
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.locator('main')).not.toContainText('estreint');
  });
});

test('le référent lève la restriction ; une case oubliée ne ferme pas le dossier à tous', async ({ page, autreNavigateur }) => {
  test.setTimeout(400_000);
  const p = personne('levee');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const camille = await autreNavigateur();
  await entrerCommeAgent(camille, INSTRUCTEUR);
  await camille.goto(`/instruction/${dossier}/acces`);
  await bouton(camille, 'Restreindre l’accès').click();
  await camille.waitForURL(/fait=restreint|\/agents\/confirmation/);
  const referent = await autreNavigateur({ viewport: { width: 360, height: 740 } });
  await entrerCommeAgent(referent, REFERENT);
  await referent.goto(`/instruction/${dossier}/acces`);
  await confirmerSiDemande(referent, REFERENT);
  for (const coche of await referent.getByRole('checkbox', { checked: true }).all()) {
    const id = (await coche.getAttribute('id')) ?? '';
    await referent.locator(`label[for="${id}"]`).click();
  }
  await bouton(referent, 'Enregistrer la liste').click();
  await expect(referent.locator('#erreurs')).toContainText('Cochez au moins un agent');
  await referent.reload();
  await bouton(referent, 'Lever la restriction').click();
  await referent.waitForURL(/\/instruction$/);
  const charlie = await autreNavigateur();
  await entrerCommeAgent(charlie, SECOND_INSTRUCTEUR);
  await chercherDossier(charlie, numero);
  await expect(charlie.getByRole('link', { name: numero })).toBeVisible();
});
