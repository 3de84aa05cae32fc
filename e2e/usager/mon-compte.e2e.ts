// "Mon compte": another e-mail, the agreement, one's data, the way out; who has read a dossier.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { lireZip } from '../../tests/support/zip.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { appuyer, ecrire } from '../support/clavier.ts';
import { ouvrirUnCompte, seConnecter } from '../support/compte.ts';
import { choisirSituation, faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import { entrerCommeAgent, INSTRUCTEUR, ouvrirDossier } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const lienDu = (liens: readonly string[], motif: RegExp) => liens.find((l) => motif.test(l)) ?? '';

async function regarder(page: Page): Promise<void> {
  await verifierAccessibilite(page);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 360, height: 780 });
  await verifierLargeur(page);
  await verifierAccessibilite(page);
  await page.setViewportSize({ width, height });
}

async function demanderAdresse(page: Page, email: string, motDePasse: string): Promise<void> {
  await page.goto('/mon-compte/coordonnees');
  await champ(page, 'nouvelleAdresse').fill(email);
  await champ(page, 'nouvelleAdresseConfirmation').fill(email);
  await champ(page, 'motDePasse').fill(motDePasse);
  await bouton(page, 'Recevoir le lien de confirmation').click();
}

test('changer d’adresse électronique : au clavier, par le lien, une fois ; l’ancienne adresse peut revenir', async ({
  page,
  autreNavigateur,
}) => {
  const p = personne('adresse');
  const nouvelle = p.email.replace('@', '.nouvelle@');
  await ouvrirUnCompte(page, p);

  await test.step('les fautes se disent à côté de leur champ', async () => {
    await demanderAdresse(page, nouvelle, 'Pas-Le-Bon-1!');
    await resumeDit(page, ['Ce mot de passe n’est pas le bon.']);
    await champ(page, 'nouvelleAdresseConfirmation').fill('autre@example.org');
    await bouton(page, 'Recevoir le lien de confirmation').click();
    await resumeDit(page, ['Les deux adresses sont différentes']);
    await regarder(page);
  });

  await test.step('demandée au clavier, annulée, puis demandée encore', async () => {
    await page.goto('/mon-compte/coordonnees');
    await scriptsPrets(page);
    await ecrire(page, 'nouvelleAdresse', nouvelle);
    await ecrire(page, 'nouvelleAdresseConfirmation', nouvelle);
    await ecrire(page, 'motDePasse', p.motDePasse);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Votre demande est enregistrée.')).toBeVisible();
    await expect(page.getByText('Un changement d’adresse attend votre confirmation')).toBeVisible();
    await regarder(page);
    const premier = lienDu((await lireCourriel(page, nouvelle, 'Confirmez votre nouvelle adresse électronique')).liens, /jeton=/);
    await appuyer(page, bouton(page, 'Annuler ce changement d’adresse'));
    await expect(page.getByText('Le changement d’adresse est annulé')).toBeVisible();
    await page.goto(premier);
    await expect(page.getByText('Ce lien ne fonctionne plus')).toBeVisible();
    await regarder(page);
    await demanderAdresse(page, nouvelle, p.motDePasse);
    await expect(page.getByText('Votre demande est enregistrée.')).toBeVisible();
  });

  const prevenue = await lireCourriel(page, p.email, 'Un changement d’adresse électronique est demandé', 2);
  expect(prevenue.texte).not.toContain(nouvelle);
  const confirmation = await lireCourriel(page, nouvelle, 'Confirmez votre nouvelle adresse électronique', 2);
  const lien = lienDu(confirmation.liens, /jeton=/);
  const telephone = await autreNavigateur({ viewport: { width: 360, height: 780 } });

  await test.step('ouvrir le lien ne change rien ; le bouton, sur un autre appareil, remplace l’adresse', async () => {
    for (let n = 0; n < 2; n++) expect((await telephone.request.get(lien)).status()).toBe(200);
    await page.goto('/mon-compte');
    await expect(page.getByRole('main')).toContainText(p.email);
    await telephone.goto(lien);
    await expect(telephone.getByRole('main')).toContainText(nouvelle);
    await verifierAccessibilite(telephone);
    await verifierLargeur(telephone);
    await bouton(telephone, 'Utiliser cette adresse').click();
    await expect(telephone.getByText('Votre adresse électronique est remplacée')).toBeVisible();
    await verifierAccessibilite(telephone);
    await telephone.goto(lien);
    await expect(telephone.getByText('Ce lien ne fonctionne plus')).toBeVisible();
    await page.goto('/mon-compte');
    await expect(page.getByRole('main')).toContainText(nouvelle);
    await seConnecter(telephone, nouvelle, p.motDePasse);
  });

  await test.step('l’ancienne adresse reprend sa place avec le mot de passe d’avant', async () => {
    const courriel = await lireCourriel(page, p.email, 'L’adresse électronique de votre compte a changé');
    const chezSoi = await autreNavigateur();
    await chezSoi.goto(lienDu(courriel.liens, /retour=/));
    await regarder(chezSoi);
    await champ(chezSoi, 'motDePasse').fill('Pas-Le-Bon-1!');
    await bouton(chezSoi, 'Reprendre mon compte').click();
    await resumeDit(chezSoi, ['Ce mot de passe n’est pas le bon.']);
    await champ(chezSoi, 'motDePasse').fill(p.motDePasse);
    await bouton(chezSoi, 'Reprendre mon compte').click();
    await expect(chezSoi.getByText('Votre adresse a repris sa place')).toBeVisible();
    await lireCourriel(chezSoi, p.email, 'Choisissez un nouveau mot de passe');
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/connexion/);
  });
});

test('une adresse qui a déjà un compte reçoit un mot, et la page ne dit rien de plus', async ({ page, autreNavigateur }) => {
  const [p, deja] = [personne('adresse'), personne('deja')];
  await ouvrirUnCompte(await autreNavigateur(), deja);
  await ouvrirUnCompte(page, p);
  await demanderAdresse(page, deja.email, p.motDePasse);
  await expect(page.getByText('Votre demande est enregistrée.')).toBeVisible();
  const reponse = async (email: string) => (await page.getByRole('main').innerText()).replaceAll(email, '…').replaceAll(/\d\d:\d\d/g, '');
  const connue = await reponse(deja.email);
  await lireCourriel(page, deja.email, 'Cette adresse a déjà un compte');
  expect(await compterCourriels(page, deja.email, 'Confirmez votre nouvelle adresse électronique')).toBe(0);
  const libre = `libre-${p.email}`;
  await demanderAdresse(page, libre, p.motDePasse);
  await expect(page.getByText('Votre demande est enregistrée.')).toBeVisible();
  expect(await reponse(libre)).toBe(connue);
});

test('téléphone, langue, accord aux notifications, rubriques', async ({ page }) => {
  const p = personne('coordonnees');
  await ouvrirUnCompte(page, p);
  await page.goto('/mon-compte');
  await regarder(page);
  await page.getByRole('navigation', { name: 'Rubriques de mon compte' }).getByRole('link', { name: 'Mes coordonnées' }).click();
  await champ(page, 'telephone').fill('bonjour');
  await bouton(page, 'Enregistrer le téléphone').click();
  await resumeDit(page, ['Écrivez un numéro de téléphone de 10 chiffres']);
  await champ(page, 'telephone').fill('+213 5 55 12 34 56');
  await bouton(page, 'Enregistrer le téléphone').click();
  await expect(page.getByText('Votre téléphone est enregistré.')).toBeVisible();
  await expect(champ(page, 'telephone')).toHaveValue('+213555123456');
  await bouton(page, 'Enregistrer la langue').click();
  await expect(page.getByText('Votre langue est enregistrée.')).toBeVisible();

  await page.getByRole('navigation', { name: 'Rubriques de mon compte' }).getByRole('link', { name: 'Mon consentement' }).click();
  await expect(page.getByText('Accord donné, à la création de votre compte')).toBeVisible();
  await regarder(page);
  await bouton(page, 'Retirer mon accord').click();
  await expect(page.getByText('Le retrait de votre accord est enregistré.')).toBeVisible();
  await expect(page.getByText('Accord retiré, dans « Mon compte »')).toBeVisible();
  expect((await lireCourriel(page, p.email, 'Vous n’acceptez plus les notifications électroniques')).texte).toContain('lettre recommandée');
  await scriptsPrets(page);
  await appuyer(page, bouton(page, 'Donner mon accord'));
  await expect(page.getByText('Votre accord est enregistré.')).toBeVisible();
  expect((await lireCourriel(page, p.email, 'Vous acceptez les notifications électroniques')).texte).toContain('quinze jours');
  await expect(page.locator('.portail-historique li')).toHaveCount(3);
});

test('télécharger ses données, voir qui a consulté son dossier', async ({ page, autreNavigateur }) => {
  const p = personne('donnees');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);

  await test.step('avant qu’un agent ne l’ouvre, personne', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await page.getByRole('link', { name: 'Qui a consulté mon dossier ?' }).click();
    await expect(page.getByText('Aucun agent n’a encore consulté ce dossier.')).toBeVisible();
  });

  await test.step('ensuite, le service et la raison, sans le nom de l’agent', async () => {
    const agent = await autreNavigateur();
    await entrerCommeAgent(agent, INSTRUCTEUR);
    await ouvrirDossier(agent, numero);
    await page.reload();
    const main = page.getByRole('main');
    await expect(main).toContainText('Préfecture du Nord – Instruction de votre demande');
    await expect(main).toContainText('dossier ouvert');
    expect(await main.innerText()).not.toContain('TESTINSTRUC');
    await regarder(page);
  });

  await test.step('le mot de passe est demandé, puis l’archive s’ouvre', async () => {
    await lireCourriel(page, p.email, 'Votre demande de titre de séjour est enregistrée');
    await page.goto('/mon-compte/donnees');
    await regarder(page);
    await champ(page, 'motDePasse').fill('Pas-Le-Bon-1!');
    await bouton(page, 'Télécharger mes données').click();
    await expect(page.getByText('Ce mot de passe n’est pas le bon.')).toBeVisible();
    await verifierAccessibilite(page);
    await ecrire(page, 'motDePasse', p.motDePasse);
    const [fichier] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(fichier.suggestedFilename()).toBe('mes-donnees.zip');
    const zip = lireZip(await readFile(await fichier.path()));
    const chemins = [...zip.keys()];
    expect(chemins).toContain('LISEZ-MOI.txt');
    const pdf = chemins.find((c) => c.startsWith(`demandes/${numero}/documents/`)) ?? '';
    expect(zip.get(pdf)?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(chemins.filter((c) => c.startsWith(`demandes/${numero}/justificatifs/`)).length).toBeGreaterThan(3);
    const demande = zip.get(`demandes/${numero}/demande.json`)?.toString() ?? '';
    expect(demande).toContain(p.nom);
    expect(demande).toContain('Préfecture du Nord');
    expect(demande).not.toContain('TESTINSTRUC');
    await lireCourriel(page, p.email, 'Vos données ont été téléchargées');
  });

  await test.step('le compte qui a déposé ne se supprime pas, et la page dit pourquoi', async () => {
    await page.goto('/mon-compte/donnees/suppression');
    await expect(page.getByText('Votre compte ne peut pas être supprimé')).toBeVisible();
    await expect(page.getByText('article R. 142-21')).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await regarder(page);
  });
});

test('supprimer un compte qui n’a rien déposé', async ({ page, autreNavigateur }) => {
  const p = personne('depart');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  const ailleurs = await autreNavigateur();
  await seConnecter(ailleurs, p.email, p.motDePasse);
  await page.goto('/mon-compte/donnees');
  await page.getByRole('main').getByRole('link', { name: 'Supprimer mon compte' }).click();
  await expect(page.getByText('le brouillon «')).toBeVisible();
  await regarder(page);
  await bouton(page, 'Supprimer définitivement mon compte').click();
  await resumeDit(page, ['Cochez cette case pour supprimer votre compte.']);
  await cocher(page, 'compris');
  await champ(page, 'motDePasse').fill(p.motDePasse);
  await bouton(page, 'Supprimer définitivement mon compte').click();
  await expect(page.getByRole('heading', { name: 'Votre compte est supprimé' })).toBeVisible();
  await regarder(page);
  await lireCourriel(page, p.email, 'Votre compte est supprimé');
  for (const navigateur of [page, ailleurs]) {
    await navigateur.goto('/mon-compte');
    await expect(navigateur).toHaveURL(/\/connexion/);
  }
  await champ(page, 'identifiant').fill(p.email);
  await champ(page, 'motDePasse').fill(p.motDePasse);
  await bouton(page, 'S’identifier').click();
  await resumeDit(page, ['Identifiant ou mot de passe incorrect.']);
});

test('sans scripts : coordonnées, accord et téléchargement marchent', async ({ browser, page }) => {
  const p = personne('sobre');
  await ouvrirUnCompte(page, p);
  const contexte = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  const sobre = await contexte.newPage();
  await seConnecter(sobre, p.email, p.motDePasse);
  await sobre.goto('/mon-compte');
  await sobre.getByText('Rubriques de mon compte').click();
  await sobre.getByRole('link', { name: 'Mes coordonnées' }).first().click();
  await champ(sobre, 'telephone').fill('06 39 98 00 02');
  await bouton(sobre, 'Enregistrer le téléphone').click();
  await expect(champ(sobre, 'telephone')).toHaveValue('0639980002');
  await sobre.goto('/mon-compte/consentement');
  await bouton(sobre, 'Retirer mon accord').click();
  await expect(sobre.getByText('Le retrait de votre accord est enregistré.')).toBeVisible();
  await sobre.goto('/mon-compte/donnees');
  await champ(sobre, 'motDePasse').fill(p.motDePasse);
  const [fichier] = await Promise.all([sobre.waitForEvent('download'), bouton(sobre, 'Télécharger mes données').click()]);
  expect([...lireZip(await readFile(await fichier.path())).keys()]).toContain('compte.json');
  await contexte.close();
});
