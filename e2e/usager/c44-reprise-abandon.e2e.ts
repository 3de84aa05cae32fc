// C44: leaving and coming back, changing one's situation, giving up.
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte, seConnecter } from '../support/compte.ts';
import { choisirSituation, dossierDe, poursuivre, remplirEtape2, remplirEtape3 } from '../support/demarche.ts';
import { document } from '../support/fichiers.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { emplacement, fichiersJoints, joindre } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

test('quitter à l’étape 4, revenir d’un autre appareil, changer de situation, abandonner', async ({ page, autreNavigateur, veille }) => {
  const p = personne('c44');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');
  const dossier = dossierDe(page);
  for (const place of ['nationalite.document', 'filiation.document']) {
    await joindre(page, emplacement(page, place), await document());
    await expect(fichiersJoints(emplacement(page, place))).toHaveCount(1);
  }
  await bouton(page, 'Quitter et revenir plus tard').click();
  await expect(page).toHaveURL(/\/mon-compte/);
  await expect(page.getByText('Brouillon')).toBeVisible();
  await verifierAccessibilite(page);

  const telephone = await autreNavigateur();
  await seConnecter(telephone, p.email, p.motDePasse);
  await telephone.goto('/mon-compte');
  await telephone.getByRole('link', { name: /^Reprendre ma demande/ }).click();
  await expect(telephone).toHaveURL(`/demarches/${dossier}/justificatifs`);
  await expect(fichiersJoints(emplacement(telephone, 'filiation.document'))).toHaveCount(1);

  await test.step('revenir en arrière, puis changer de situation', async () => {
    await bouton(telephone, 'Revenir à l’étape précédente').click();
    await expect(champ(telephone, 'parent_prenoms.0')).toHaveValue(p.parent.prenom);
    await bouton(telephone, 'Revenir à l’étape précédente').click();
    await expect(champ(telephone, 'nom_naissance')).toHaveValue(p.nom);
    await telephone.getByRole('link', { name: 'Modifier ma situation' }).click();
    await expect(champ(telephone, 'precision.famille_francais.enfant')).toBeChecked();
    await expect(
      telephone.getByText(
        'Si vous changez de situation, les réponses de l’étape « Motif de séjour » et les justificatifs propres à l’ancienne situation seront effacés.',
      ),
    ).toBeVisible();
    await verifierAccessibilite(telephone);
    await cocher(telephone, 'precision.famille_francais.conjoint');
    await poursuivre(telephone, 'informations');
    expect(dossierDe(telephone)).toBe(dossier);
    await expect(champ(telephone, 'nom_naissance')).toHaveValue(p.nom);
    await expect(telephone.getByText('Vous êtes le conjoint')).toBeVisible();
    await poursuivre(telephone, 'motif');
    await expect(champ(telephone, 'parent_prenoms.0')).toHaveCount(0);
  });

  await test.step('revenir à la première situation : l’ancienne branche est perdue, le reste est gardé', async () => {
    await telephone.goto(`/demarches/${dossier}/situation`);
    await cocher(telephone, 'precision.famille_francais.enfant');
    await poursuivre(telephone, 'informations');
    await poursuivre(telephone, 'motif');
    await expect(champ(telephone, 'parent_prenoms.0')).toHaveValue('');
    await remplirEtape3(telephone, p);
    await poursuivre(telephone, 'justificatifs');
    await expect(fichiersJoints(emplacement(telephone, 'nationalite.document'))).toHaveCount(1);
    await expect(fichiersJoints(emplacement(telephone, 'filiation.document'))).toHaveCount(0);
  });

  await test.step('abandonner, après confirmation', async () => {
    await telephone.getByRole('link', { name: 'Abandonner la demande' }).click();
    await expect(telephone.getByText('Voulez-vous vraiment abandonner cette demande ?')).toBeVisible();
    await verifierAccessibilite(telephone);
    await telephone.getByRole('link', { name: 'Non, reprendre ma demande' }).click();
    await expect(telephone).toHaveURL(new RegExp(`/demarches/${dossier}/`));
    await telephone.goto(`/demarches/${dossier}/abandon`);
    await bouton(telephone, 'Oui, abandonner et effacer ma demande').click();
    await expect(telephone).toHaveURL(/\/mon-compte/);
    await expect(telephone.getByRole('link', { name: /^Reprendre ma demande/ })).toHaveCount(0);
    veille.tolerer(/status of 404/);
    expect((await telephone.goto(`/demarches/${dossier}/informations`))?.status()).toBe(404);
  });
});
