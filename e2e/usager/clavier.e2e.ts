// The six steps with the keyboard alone; the summary of errors takes the focus and its links lead to the fields.
import { appuyer, cocherAuClavier, ecrire, lister, opter, tabulerVers } from '../support/clavier.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { POURSUIVRE } from '../support/demarche.ts';
import { document } from '../support/fichiers.ts';
import { bouton, champ, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { EPHOTO, fichiersJoints } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

test('les six étapes au clavier', async ({ page }) => {
  // Playwright takes the window of files over only while somebody listens, and a key is faster than its asking
  page.on('filechooser', () => undefined);
  const p = personne('clavier');
  await ouvrirUnCompte(page, p);
  const poursuivre = async (etape: string) => {
    await appuyer(page, bouton(page, POURSUIVRE));
    await page.waitForURL(new RegExp(`/${etape}$`));
    await scriptsPrets(page);
  };

  await test.step('lien d’évitement, puis étape 1', async () => {
    await page.goto('/premiere-demande');
    await scriptsPrets(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Contenu', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await opter(page, 'entree', 0, 'attaches');
    await appuyer(page, bouton(page, 'Je continue'));
    await page.waitForURL(/\/nouvelle/);
    await scriptsPrets(page);
    await opter(page, 'situation', 0, 'famille_francais');
    await opter(page, 'precision.famille_francais', 3, 'enfant');
    await poursuivre('informations');
  });

  await test.step('étape 2', async () => {
    await appuyer(page, bouton(page, POURSUIVRE));
    const resume = await resumeDit(page, ['Nom de naissance', 'Téléphone']);
    const premier = resume.getByRole('link').first();
    await page.keyboard.press('Tab');
    await expect(premier).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(champ(page, 'nom_naissance')).toBeFocused();
    await page.keyboard.type(p.nom);
    await ecrire(page, 'prenoms.0', p.prenom);
    await appuyer(page, bouton(page, 'Ajouter un prénom'));
    await ecrire(page, 'prenoms.1', 'Élie');
    await opter(page, 'sexe', 0, 'masculin');
    await ecrire(page, 'date_naissance.jour', '4');
    await ecrire(page, 'date_naissance.mois', '3');
    await ecrire(page, 'date_naissance.annee', '1990');
    await lister(page, 'pays_naissance', 'Canada', 'CA');
    await ecrire(page, 'lieu_naissance', p.lieuNaissance);
    await lister(page, 'nationalites.0', 'Canadienne', 'CA');
    await ecrire(page, 'adresse.recherche', p.adresse.recherche);
    const proposee = page.getByRole('listbox', { name: 'Adresses proposées' }).getByRole('option').first();
    await expect(proposee).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(proposee).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(champ(page, 'adresse.codePostal')).toHaveValue(p.adresse.codePostal);
    await ecrire(page, 'telephone', p.telephone);
    await poursuivre('motif');
  });

  await test.step('étape 3', async () => {
    await ecrire(page, 'parent_nom_naissance', p.nom);
    await ecrire(page, 'parent_prenoms.0', p.parent.prenom);
    await opter(page, 'parent_sexe', 0, 'masculin');
    await ecrire(page, 'parent_date_naissance.jour', '6');
    await ecrire(page, 'parent_date_naissance.mois', '5');
    await ecrire(page, 'parent_date_naissance.annee', '1958');
    await lister(page, 'parent_lien', 'Père', 'pere');
    await ecrire(page, 'date_entree_france.jour', '10');
    await ecrire(page, 'date_entree_france.mois', '1');
    await ecrire(page, 'date_entree_france.annee', '2026');
    await lister(page, 'situation_familiale', 'Célib', 'celibataire');
    await opter(page, 'enfants_a_charge', 0, 'oui');
    await expect(champ(page, 'enfants.0.nom_naissance')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(champ(page, 'enfants_a_charge.non')).toBeChecked();
    await cocherAuClavier(page, 'non_polygamie');
    await cocherAuClavier(page, 'sanctions_connues');
    await poursuivre('justificatifs');
  });

  await test.step('étape 4', async () => {
    // listening from now on: a key is quicker than the order to catch the browser's dialog, which would then open unseen
    page.on('filechooser', () => undefined);
    await ecrire(page, 'ephoto.numero', EPHOTO);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Numéro ephoto confirmé :')).toBeVisible();
    // in the order of the page, as Tab goes
    const pieces = page.locator('section.portail-piece:not([id="ephoto"])');
    for (const code of await pieces.evaluateAll((toutes) => toutes.map((e) => e.id))) {
      if (code === 'domicile') {
        await opter(page, 'domicile.variante', 0, 'personnel');
        await expect(page.getByText('Une copie du bail de location')).toBeVisible();
      }
      const place = page.locator(`section[id="${code}"] .portail-depot`);
      await tabulerVers(page, place.getByRole('button', { name: /^Joindre un document/ }));
      const [fenetre] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await fenetre.setFiles(await document());
      await expect(fichiersJoints(place)).toHaveCount(1);
    }
    await poursuivre('depot');
  });

  await test.step('étapes 5 et 6', async () => {
    const relire = page.getByText('Relire ma demande avant de la déposer');
    await tabulerVers(page, page.locator('summary', { has: relire }));
    await page.keyboard.press('Space');
    await expect(page.getByText('Marshall, Élie')).toBeVisible();
    await ecrire(page, 'observations', 'Au clavier.');
    await appuyer(page, bouton(page, 'Déposer la demande'));
    await page.waitForURL(/\/confirmation$/);
    await expect(page.locator('main .portail-numero').first()).toHaveText(/^5901\d{15}$/);
  });
});
