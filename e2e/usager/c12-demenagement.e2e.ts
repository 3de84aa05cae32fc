// C12, to its end: a renewal begun in the Rhône stops on the address; the change is declared, an agent accepts it, and the renewal goes on
// where it was with the new address, towards the préfecture of Nord (S-190, D-10).
import { chercherAdresse, deposer, dossierDe, POURSUIVRE, poursuivre } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import {
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import {
  commencerMoiMeme,
  donnerLesPieces,
  entrerTitulaire,
  exempleDe,
  identiteDuTitulaire,
  remplirEcran,
  remplirTout,
} from '../support/parcours.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const IRIS = '5999000107';
const VILLEURBANNE = {
  ...personne('demenage'),
  adresse: { recherche: '10 cours Émile Zola 69100 Villeurbanne', voie: 'cours Émile Zola', codePostal: '69100', ville: 'Villeurbanne' },
};

test('C12 : le changement d’adresse accepté, le renouvellement reprend avec lui et va à la nouvelle préfecture', async ({
  page,
  autreNavigateur,
}) => {
  const renouvellement = exempleDe('etudiant-renouvellement', { reponses: identiteDuTitulaire(IRIS) });
  await entrerTitulaire(page, IRIS);
  await commencerMoiMeme(page, renouvellement);
  const brouillon = dossierDe(page);
  await remplirEcran(page, renouvellement, 'etat_civil');
  await poursuivre(page, 'liens');
  await remplirEcran(page, renouvellement, 'liens');
  await poursuivre(page, 'coordonnees');
  await scriptsPrets(page);
  await chercherAdresse(page, VILLEURBANNE);
  await champ(page, 'telephone').fill('06 39 98 00 12');
  await cocher(page, 'adresse_inchangee.non');
  await bouton(page, POURSUIVRE).click();
  await resumeDit(page, ['Vous avez déménagé : déclarez d’abord votre changement d’adresse.']);

  const changement = exempleDe('changement-d-adresse', { reponses: identiteDuTitulaire(IRIS) });
  await page.getByRole('link', { name: 'Déclarer mon changement d’adresse' }).click();
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/[^/]+\/etat_civil/);
  await remplirTout(page, changement);
  const numero = await deposer(page);
  expect(numero).toMatch(/^5901\d{15}$/);

  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  await toutEstConforme(instructeur);
  await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
  await cocher(instructeur, 'sens.favorable');
  await bouton(instructeur, 'Proposer la décision').click();
  await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
  const valideur = await autreNavigateur();
  await entrerCommeAgent(valideur, VALIDEUR);
  await ouvrirDossier(valideur, numero);
  await signer(valideur, 'Signer la décision favorable');

  const adresse = `/demarches/${brouillon}/coordonnees`;
  await expect(async () => {
    await page.goto(adresse);
    await expect(champ(page, 'adresse.codePostal')).toHaveValue('59000', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await scriptsPrets(page);
  await champ(page, 'telephone').fill('06 39 98 00 12');
  await cocher(page, 'adresse_inchangee.oui');
  await poursuivre(page, 'justificatifs');
  await donnerLesPieces(page, renouvellement);
  await poursuivre(page, 'depot');
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
});
