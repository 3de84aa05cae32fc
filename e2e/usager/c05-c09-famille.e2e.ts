// C05 to C09: spouse, PACS, parent, dependent parent overseas, born in France. Each in its own screens, with exactly its pieces.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { deposer, dossierDe, POURSUIVRE, poursuivre } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import {
  commencerMoiMeme,
  confirmationPdf,
  echeance,
  entrerParLaSituation,
  entrerTitulaire,
  exactement,
  exempleDe,
  ficheDit,
  identiteDe,
  identiteDuTitulaire,
  jourRelatif,
  remplirEcran,
  remplirTout,
} from '../support/parcours.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const GRACE = '5999000004';
const ACCORD_DU_SILENCE = (jour: string) => `le silence gardé par l'administration jusqu'au ${jour} vaut décision implicite de rejet`;

test('C05 : mariée à l’étranger, titulaire d’un VLS-TS, elle renouvelle avec son numéro', async ({ page }) => {
  await ficheDit(page, 'conjoint-de-francais-renouvellement', [
    'Carte de séjour pluriannuelle « vie privée et familiale », durée : 2 ans',
    '4 mois pour répondre',
    'une attestation de prolongation d’instruction, de 3 mois au plus, renouvelée jusqu’à la réponse',
    'que le document que vous avez se termine avant la réponse',
    'Vous pouvez travailler pendant l’examen de votre demande, avec l’attestation',
  ]);
  await verifierAccessibilite(page);
  await entrerTitulaire(page, GRACE);
  const procedure = exempleDe('conjoint-de-francais-renouvellement', { reponses: identiteDuTitulaire(GRACE) });
  await commencerMoiMeme(page, procedure);
  await expect(page.locator('.portail-fait', { hasText: 'Mention du titre' })).toContainText('Conjoint de Français');
  await expect(champ(page, 'nom_naissance')).toHaveValue('TESTOKAFOR');
  await verifierAccessibilite(page);
  const pieces = await remplirTout(page, procedure);
  await page.goto(`/demarches/${dossierDe(page)}/justificatifs`);
  await expect(page.locator('section[id="mariage"]')).toContainText('sa transcription sur les registres français');
  await page.goto(`/demarches/${dossierDe(page)}/depot`);
  exactement(pieces, [
    'ephoto',
    'titre_actuel',
    'nationalite',
    'etat_civil',
    'domicile',
    'mariage',
    'nationalite_conjoint',
    'vie_commune',
    'niveau_francais',
    'examen_civique',
    'contrat_engagement',
  ]);
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain("CONFIRMATION DU DÉPÔT D'UNE DEMANDE");
  expect(texte).toContain(GRACE);
  expect(texte).toContain(ACCORD_DU_SILENCE(echeance({ mois: 4 })));
});

test('C06 : le PACS est orienté vers la préfecture, sans créer de brouillon', async ({ page, autreNavigateur }) => {
  await ouvrirUnCompte(page, personne('c06'));
  await cocher(page, 'entree.attaches');
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/nouvelle/);
  await cocher(page, 'situation.famille_francais');
  await cocher(page, 'precision.famille_francais.pacse');
  await bouton(page, POURSUIVRE).click();
  await page.waitForURL(/\/orientation\/liens_personnels/);
  await verifierAccessibilite(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await verifierLargeur(page);
  await page.goto('/mon-compte');
  await expect(page.getByText('Vous n’avez pas encore de demande.')).toBeVisible();

  const nord = await autreNavigateur();
  await nord.goto('/orientation/liens_personnels?departement=59');
  await expect(nord.getByRole('main')).toContainText('s’envoie par courriel');
  await expect(nord.getByRole('link', { name: 'pref-rdv-etrangers@nord.gouv.fr' }).first()).toBeVisible();
  await nord.goto('/orientation/liens_personnels?departement=69');
  await expect(nord.getByRole('main')).toContainText('Dans le Rhône, le rendez-vous se demande sur « démarche numérique »');
});

test('C06 : qui se dit pacsé dans la démarche de conjoint est arrêté là, avec la voie à suivre', async ({ page }) => {
  const p = personne('c06');
  await ouvrirUnCompte(page, p);
  const procedure = exempleDe('conjoint-de-francais', { reponses: { ...identiteDe(p), situation_familiale: 'pacse' } });
  await entrerParLaSituation(page, procedure);
  await remplirEcran(page, procedure, 'informations');
  await poursuivre(page, 'motif');
  await remplirEcran(page, procedure, 'motif');
  await bouton(page, POURSUIVRE).click();
  await resumeDit(page, ['Cette démarche s’adresse aux personnes mariées avec un Français.']);
  await expect(page.getByRole('link', { name: 'Où et comment faire cette demande' })).toHaveAttribute(
    'href',
    '/orientation/liens_personnels',
  );
  await verifierAccessibilite(page);
});

test('C07 : mère d’un enfant français reconnu par son père', async ({ page }) => {
  await ficheDit(page, 'parent-d-enfant-francais', [
    'Carte de séjour temporaire « vie privée et familiale », durée : 1 an',
    '4 mois pour répondre',
    'Vous pouvez travailler pendant l’examen de votre demande, avec l’attestation',
  ]);
  const p = personne('c07', { prenom: 'Aïssatou', sexe: 'feminin' });
  await ouvrirUnCompte(page, p);
  const procedure = exempleDe('parent-d-enfant-francais', { reponses: identiteDe(p) });
  await entrerParLaSituation(page, procedure);
  const liste = await telecharger(page, page.getByRole('link', { name: /Télécharger la liste des pièces justificatives/i }));
  expect(liste.texte).toContain('Timbre fiscal électronique');
  // no medical certificate at the handover (R.431-18), no long-stay visa (L.412-2 2°)
  expect(liste.texte).not.toContain('Certificat médical');
  expect(liste.texte).not.toContain('visa de long séjour');
  const pieces = await remplirTout(page, procedure);
  exactement(pieces, [
    'ephoto',
    'nationalite',
    'etat_civil',
    'domicile',
    'nationalite_enfant',
    'filiation_enfant',
    'contrib_demandeur',
    'contrib_auteur',
    'residence_enfant',
    'contrat_engagement',
  ]);
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
});

test('C08 : ascendant à Cayenne, adresse absente des suggestions, saisie à la main', async ({ page }) => {
  await ficheDit(page, 'ascendant-de-francais', ['Carte de résident, durée : 10 ans', '4 mois pour répondre']);
  const p = personne('c08', { prenom: 'João' });
  await ouvrirUnCompte(page, p);
  const procedure = exempleDe('ascendant-de-francais', {
    reponses: { ...identiteDe(p), date_entree_france: jourRelatif({ jours: -40 }) },
  });
  await entrerParLaSituation(page, procedure);
  const pieces = await remplirTout(page, procedure, async (etape) => {
    if (etape.code !== 'informations') return;
    await expect(champ(page, 'adresse.codePostal')).toHaveValue('97300');
    await verifierAccessibilite(page);
  });
  exactement(pieces, [
    'ephoto',
    'nationalite',
    'etat_civil',
    'visa_long_sejour',
    'domicile',
    'nationalite_enfant',
    'lien_ascendant',
    'charge_asc',
    'abs_ress_asc',
    'contrat_engagement',
  ]);
  // overseas the number begins with the three digits of the département, then 1 (D-03)
  expect(await deposer(page)).toMatch(/^9731\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain('Préfecture de la Guyane');
  expect(texte).toContain('97300 Cayenne');
});

test('C09 : née en France, 16 ans, huit années de présence prouvées', async ({ page }) => {
  await ficheDit(page, 'ne-en-france', [
    'Carte de séjour temporaire « vie privée et familiale », durée : 1 an',
    'Présence continue en France depuis au moins huit ans',
    '4 mois pour répondre',
  ]);
  const p = personne('c09', { prenom: 'Mariam', sexe: 'feminin' });
  await ouvrirUnCompte(page, p);
  const procedure = exempleDe('ne-en-france', {
    reponses: { ...identiteDe(p), date_naissance: jourRelatif({ mois: -16 * 12 - 3 }) },
  });
  await entrerParLaSituation(page, procedure);
  const pieces = await remplirTout(page, procedure);
  exactement(pieces, ['ephoto', 'nationalite', 'etat_civil', 'domicile', 'presence_8ans', 'scolarite_5ans', 'contrat_engagement']);
  await page.goto(page.url().replace('/depot', '/justificatifs'));
  await scriptsPrets(page);
  await expect(page.locator('section[id="presence_8ans"] .portail-depot')).toHaveCount(8);
  await expect(page.locator('section[id="scolarite_5ans"] .portail-depot')).toHaveCount(5);
  // no integration contract (CIR) anywhere
  await expect(page.getByRole('main')).not.toContainText('intégration républicaine');
  await verifierAccessibilite(page);
  await page.goto(page.url().replace('/justificatifs', '/depot').replace(/#.*/, ''));
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
});
