// A parent files for a child of 17 (D-11, S-181): the parent's compte, the child's answers, both names on the proof.
import { lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { deposer, poursuivre, remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit } from '../support/formulaire.ts';
import { anneeIlYA, personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('une mère fait la demande de sa fille depuis son propre compte', async ({ page }) => {
  const p = personne('mere', {
    prenom: 'Lina',
    sexe: 'feminin',
    naissance: { jour: '05', mois: '04', annee: anneeIlYA(17) },
  });
  await ouvrirUnCompte(page, p);
  await cocher(page, 'entree.attaches');
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/nouvelle/);
  await expect(page.getByText('pour vous même')).toBeVisible();
  await cocher(page, 'demandeur.mineur');
  await expect(page.getByText('pour un mineur que vous représentez')).toBeVisible();
  await expect(page.getByText('pour vous même')).toBeHidden();
  await cocher(page, 'situation.famille_francais');
  await cocher(page, 'precision.famille_francais.enfant');
  await bouton(page, 'Enregistrer et poursuivre').click();
  await resumeDit(page, ['Dites qui vous êtes pour cet enfant.', 'Indiquez le prénom de l’enfant.']);
  await expect(champ(page, 'demandeur.mineur')).toBeChecked();
  await champ(page, 'lien').selectOption('mere');
  await champ(page, 'representantNom').fill(p.nom);
  await champ(page, 'representantPrenom').fill('Aïssatou');
  await champ(page, 'enfantNom').fill(p.nom);
  await champ(page, 'enfantPrenom').fill('Lina');
  await poursuivre(page, 'informations');
  await expect(page.getByText(`Cette demande est pour Lina ${p.nom}`)).toBeVisible();
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');
  await remplirEtape4(page);
  await poursuivre(page, 'depot');
  await deposer(page);

  const courriel = await lireCourriel(page, p.email, /enregistrée|dépôt/i);
  const texte = await texteDeLaPiece(courriel, /confirmation/i);
  expect(texte).toContain(`Aïssatou ${p.nom} (mère)`);
  await page.goto('/mon-compte');
  await expect(page.getByText(`Pour Lina ${p.nom}`)).toBeVisible();
});
