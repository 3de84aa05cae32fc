// The queue as a bureau uses it: the chef gives dossiers, the agent filters, searches by a part of a name, takes several at once while a
// colleague takes one, keeps their columns, works at the keyboard; on a phone, and without scripts.
import { CHEF, SECOND_INSTRUCTEUR } from '../support/administration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, choisir, cocher, scriptsPrets } from '../support/formulaire.ts';
import { chercherDossier, entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('le chef distribue, l’agent filtre, cherche, traite par lot et garde ses colonnes', async ({
  page,
  autreNavigateur,
  veille,
  browser,
}) => {
  test.setTimeout(600_000);
  veille.tolerer(/status of 404/);
  const [elodie, zoe] = [personne('corbeille-a', { prenom: 'Élodie' }), personne('corbeille-b', { prenom: 'Zoé' })];
  await ouvrirUnCompte(page, elodie);
  const premiere = await faireLaDemande(page, elodie);
  const autre = await autreNavigateur();
  await ouvrirUnCompte(autre, zoe);
  const seconde = await faireLaDemande(autre, zoe);
  const [chef, camille, charlie] = [await autreNavigateur(), await autreNavigateur(), await autreNavigateur()];
  await entrerCommeAgent(chef, CHEF);
  await entrerCommeAgent(camille, INSTRUCTEUR);
  await entrerCommeAgent(charlie, SECOND_INSTRUCTEUR);
  const case_ = (de: typeof page, numero: string) => de.getByRole('checkbox', { name: `Cocher ${numero}` });

  await test.step('le chef coche deux dossiers et les donne ; la charge le dit', async () => {
    await chef.goto('/instruction?onglet=a_verifier&tri=recent&agent=personne');
    await verifierAccessibilite(chef);
    await bouton(chef, 'Appliquer').click();
    await expect(chef.locator('#erreurs')).toContainText('Choisissez ce qu’il faut faire');
    for (const { numero } of [premiere, seconde]) await case_(chef, numero).check();
    await choisir(chef, 'geste', 'attribuer');
    await chef.locator('#pour').selectOption({ label: 'TESTINSTRUC Camille' });
    await bouton(chef, 'Appliquer').click();
    await expect(chef.getByText('Faits : 2.')).toBeVisible();
    await expect(chef.getByRole('link', { name: premiere.numero })).toHaveCount(0);
    await verifierAccessibilite(chef);
    await chef.goto('/instruction/attribution');
    await expect(
      chef
        .getByRole('row', { name: /TESTINSTRUC Camille/ })
        .getByRole('link')
        .first(),
    ).toBeVisible();
    await verifierAccessibilite(chef);
  });

  await test.step('l’agent retrouve les siens ; le filtre tient dans l’adresse', async () => {
    await camille.goto('/instruction?onglet=a_verifier');
    await camille.getByRole('link', { name: 'Voir mes dossiers et ceux que je remplace' }).click();
    await expect(camille).toHaveURL(/agent=moi/);
    for (const { numero } of [premiere, seconde]) await expect(camille.getByRole('link', { name: numero })).toBeVisible();
    await camille.getByRole('link', { name: 'Filtrer et ordonner' }).click();
    await choisir(camille, 'procedure', 'etudiant');
    await bouton(camille, 'Filtrer').click();
    await expect(camille.getByText('Aucun dossier ne répond à ces filtres.')).toBeVisible();
    await camille.reload();
    await expect(camille.getByText('Aucun dossier ne répond à ces filtres.')).toBeVisible();
    await camille.goBack();
    await expect(camille.getByRole('link', { name: premiere.numero })).toBeVisible();
  });

  await test.step('il cherche par un morceau de nom, sans accents, dans n’importe quel ordre, avec l’année', async () => {
    const debut = elodie.nom.slice(0, 9).toLowerCase();
    for (const recherche of [`elod ${debut}`, `${debut} 1990`, elodie.email, premiere.numero.slice(0, 17)]) {
      await chercherDossier(camille, recherche);
      await expect(camille.getByRole('link', { name: premiere.numero })).toBeVisible();
    }
    await expect(camille.locator('main')).toContainText('04/03/1990');
    await verifierAccessibilite(camille);
    await chercherDossier(camille, `${debut} 1991`);
    await expect(camille.getByText('Aucun dossier de votre préfecture ne répond')).toBeVisible();
  });

  await test.step('il garde ses colonnes', async () => {
    await camille.goto('/instruction?onglet=a_verifier&agent=moi&tri=recent');
    await camille.getByRole('link', { name: 'Choisir les colonnes' }).click();
    await scriptsPrets(camille);
    await camille.locator('label[for="colonnes.procedure"]').click();
    await cocher(camille, 'colonnes.etat');
    await bouton(camille, 'Garder ces colonnes').click();
    await expect(camille.getByText('Vos colonnes sont gardées.')).toBeVisible();
    await camille.goto('/instruction?onglet=a_verifier&agent=moi&tri=recent');
    await expect(camille.getByRole('columnheader', { name: 'État' })).toBeVisible();
    await expect(camille.getByRole('columnheader', { name: 'Procédure' })).toHaveCount(0);
  });

  await test.step('un lot dit ce qui est fait et ce qui est refusé, et pourquoi', async () => {
    for (const { numero } of [premiere, seconde]) await case_(camille, numero).check();
    // meanwhile, the chef gives one of them to a colleague, who takes it
    await chef.goto('/instruction?onglet=a_verifier&tri=recent');
    await case_(chef, seconde.numero).check();
    await choisir(chef, 'geste', 'attribuer');
    await chef.locator('#pour').selectOption({ label: 'TESTBINOME Charlie' });
    await bouton(chef, 'Appliquer').click();
    await expect(chef.getByText('Faits : 1.')).toBeVisible();
    await ouvrirDossier(charlie, seconde.numero);
    await prendreEnCharge(charlie);
    await choisir(camille, 'geste', 'prendre_en_charge');
    await bouton(camille, 'Appliquer').click();
    await expect(camille.getByText('Faits : 1. Refusés : 1.')).toBeVisible();
    const sorts = camille.locator('.portail-resultats li');
    await expect(sorts.filter({ hasText: seconde.numero })).toContainText('déjà suivi par un agent');
    await expect(sorts.filter({ hasText: premiere.numero })).toContainText('fait, pris en charge');
    await verifierAccessibilite(camille);
  });

  await test.step('il suit le dossier d’une collègue', async () => {
    await ouvrirDossier(camille, seconde.numero);
    await bouton(camille, 'Suivre ce dossier').click();
    await expect(camille.getByText('Suivi par Camille TESTINSTRUC')).toBeVisible();
    await camille.goto('/instruction?onglet=a_instruire&suivis=1');
    await expect(camille.getByRole('link', { name: seconde.numero })).toBeVisible();
    await expect(camille.getByRole('link', { name: premiere.numero })).toHaveCount(0);
  });

  await test.step('il travaille au clavier, et peut éteindre les raccourcis', async () => {
    await scriptsPrets(camille);
    await camille.keyboard.press('j');
    await expect(camille.getByRole('link', { name: seconde.numero })).toBeFocused();
    await camille.keyboard.press('a');
    await expect(case_(camille, seconde.numero)).toBeChecked();
    await camille.keyboard.press('/');
    await expect(champ(camille, 'q')).toBeFocused();
    // in a field, a letter is a letter
    await camille.keyboard.type('jo?');
    await expect(champ(camille, 'q')).toHaveValue('jo?');
    await camille.getByRole('button', { name: 'Raccourcis clavier' }).click();
    await expect(camille.getByRole('dialog')).toContainText('Dossier suivant');
    await verifierAccessibilite(camille);
    await camille.locator('label[for="raccourcis-actifs"]').click();
    await camille.keyboard.press('Escape');
    await camille.reload();
    await scriptsPrets(camille);
    await camille.keyboard.press('/');
    await expect(champ(camille, 'q')).not.toBeFocused();
  });

  await test.step('sur un téléphone, rien ne déborde', async () => {
    await camille.setViewportSize({ width: 360, height: 740 });
    for (const adresse of ['/instruction', '/instruction/recherche?q=test']) {
      await camille.goto(adresse);
      await verifierLargeur(camille);
      await verifierAccessibilite(camille);
    }
    await chef.setViewportSize({ width: 360, height: 740 });
    await chef.goto('/instruction/attribution');
    await verifierLargeur(chef);
  });

  await test.step('sans scripts, un lot se traite aussi', async () => {
    const contexte = await browser.newContext({ javaScriptEnabled: false, storageState: await chef.context().storageState() });
    const nu = await contexte.newPage();
    await nu.goto('/instruction?onglet=a_instruire&tri=recent');
    await case_(nu, premiere.numero).check();
    await nu.locator('#geste').selectOption('suivre');
    await nu.getByRole('button', { name: 'Appliquer' }).click();
    await expect(nu.getByText('Faits : 1.')).toBeVisible();
    await contexte.close();
  });
});
