// JavaScript off: from the creation of the compte to the deposit, by plain forms.
import { demanderUnCompte, ouvrirUnCompte } from '../support/compte.ts';
import { deposer, POURSUIVRE, poursuivre, remplirEtape3 } from '../support/demarche.ts';
import { document, vide } from '../support/fichiers.ts';
import { bouton, champ, choisir, cocher, dater } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { EPHOTO } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test('créer son compte, remplir les étapes, joindre et déposer sans scripts', async ({ page, veille }) => {
  veille.tolerer(/status of 4(13|15|22)/);
  const p = personne('sansjs');
  const resume = page.locator('#erreurs');

  await test.step('les erreurs de la création de compte', async () => {
    await page.goto('/compte/creation');
    await champ(page, 'email').fill(p.email);
    await champ(page, 'emailConfirmation').fill(`x${p.email}`);
    await bouton(page, 'Valider').click();
    await expect(resume).toContainText('Les deux adresses sont différentes');
    await expect(resume.getByRole('link')).toHaveAttribute('href', '#emailConfirmation');
    await expect(champ(page, 'email')).toHaveValue(p.email);
    await demanderUnCompte(page, personne('sansjs'));
  });
  await ouvrirUnCompte(page, p);

  await test.step('entrée et situation', async () => {
    await bouton(page, 'Je continue').click();
    await expect(resume).toContainText('Choisissez');
    await cocher(page, 'entree.attaches');
    await bouton(page, 'Je continue').click();
    await expect(page).toHaveURL(/\/demarches\/nouvelle/);
    await cocher(page, 'situation.famille_francais');
    await cocher(page, 'precision.famille_francais.enfant');
    await poursuivre(page, 'informations');
  });

  await test.step('étape 2 : erreurs, lignes ajoutées et retirées, adresse à la main', async () => {
    await expect(page.getByText('Ce que vous tapez est aussi gardé au fur et à mesure.')).toBeHidden();
    await champ(page, 'nom_naissance').fill(p.nom);
    await champ(page, 'prenoms.0').fill(p.prenom);
    await bouton(page, POURSUIVRE).click();
    await expect(resume).toContainText('Lieu de naissance');
    await expect(resume.getByRole('link', { name: /Lieu de naissance/ })).toHaveAttribute('href', '#lieu_naissance');
    await expect(champ(page, 'nom_naissance')).toHaveValue(p.nom);
    await bouton(page, 'Ajouter un prénom').click();
    await champ(page, 'prenoms.1').fill('Élie');
    await bouton(page, 'Ajouter un prénom').click();
    await expect(champ(page, 'prenoms.1')).toHaveValue('Élie');
    await champ(page, 'prenoms.2').fill('De trop');
    await page.locator('button[value="retirer:prenoms:2"]').click();
    await expect(champ(page, 'prenoms.2')).toHaveCount(0);
    await expect(champ(page, 'prenoms.1')).toHaveValue('Élie');
    await cocher(page, `sexe.${p.sexe}`);
    await dater(page, 'date_naissance', p.naissance);
    await choisir(page, 'pays_naissance', p.paysNaissance);
    await champ(page, 'lieu_naissance').fill(p.lieuNaissance);
    await choisir(page, 'nationalites.0', 'CA');
    await champ(page, 'adresse.numero').fill('25');
    await champ(page, 'adresse.voie').fill(p.adresse.voie);
    await champ(page, 'adresse.codePostal').fill(p.adresse.codePostal);
    await champ(page, 'adresse.ville').fill(p.adresse.ville);
    await champ(page, 'telephone').fill(p.telephone);
    await poursuivre(page, 'motif');
  });

  await test.step('quitter garde ce qui est tapé', async () => {
    await champ(page, 'parent_nom_naissance').fill(p.nom);
    await bouton(page, 'Quitter et revenir plus tard').click();
    await page.getByRole('link', { name: /^Reprendre ma demande/ }).click();
    await expect(champ(page, 'parent_nom_naissance')).toHaveValue(p.nom);
    await remplirEtape3(page, p);
    await poursuivre(page, 'justificatifs');
  });

  await test.step('étape 4 : des formulaires ordinaires', async () => {
    await champ(page, 'ephoto.numero').fill(EPHOTO);
    await bouton(page, 'Confirmer le numéro ephoto').click();
    await expect(page.getByText('Numéro ephoto confirmé :')).toBeVisible();
    await cocher(page, 'domicile.variante.personnel');
    await page.locator('section[id="domicile"]').getByRole('button', { name: 'Choisir' }).click();
    await expect(page.getByText('Une copie du bail de location')).toBeVisible();
    const filiation = page.locator('section[id="filiation"]');
    await filiation.locator('input[type="file"]').setInputFiles(await vide());
    await filiation.getByRole('button', { name: /^Joindre un document/ }).click();
    await expect(resume).toContainText('Ce fichier est vide.');
    await expect(resume.getByRole('link')).toHaveAttribute('href', '#filiation.document');
    const sections = page.locator('section.portail-piece:has(input[type="file"])');
    for (const code of await sections.evaluateAll((toutes) => toutes.map((s) => s.id))) {
      const section = page.locator(`section[id="${code}"]`);
      await section.locator('input[type="file"]').setInputFiles(await document(`${code}.pdf`));
      await section.getByRole('button', { name: /^Joindre un document/ }).click();
      await expect(section.getByRole('link', { name: `${code}.pdf` })).toBeVisible();
    }
    await page
      .locator('section[id="filiation"]')
      .getByRole('button', { name: /^Supprimer/ })
      .click();
    await bouton(page, POURSUIVRE).click();
    await expect(resume).toContainText('Justificatif de filiation avec le parent');
    await filiation.locator('input[type="file"]').setInputFiles(await document('acte.pdf'));
    await filiation.getByRole('button', { name: /^Joindre un document/ }).click();
    await expect(filiation.getByRole('link', { name: 'acte.pdf' })).toBeVisible();
    await poursuivre(page, 'depot');
  });

  await champ(page, 'observations').fill('Sans scripts.');
  const numero = await deposer(page);
  expect(numero).toMatch(/^5901\d{15}$/);
});
