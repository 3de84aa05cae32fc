// C16, C17: the protected. The attestation that the law wants at the deposit is not issued by the portal yet (issue 5): what is proved here
// is that every page which speaks of it says it, with its length, its mention and the right to work.
import { verifierAccessibilite } from '../support/axe.ts';
import { deposer } from '../support/demarche.ts';
import { champ } from '../support/formulaire.ts';
import {
  commencerMoiMeme,
  confirmationPdf,
  entrerTitulaire,
  exactement,
  exempleDe,
  ficheDit,
  identiteDuTitulaire,
  remplirTout,
} from '../support/parcours.ts';
import { expect, test } from '../support/test.ts';

const NASRIN = '5999000108';
const SOHRAB = '5999000109';
const OLENA = '7599000009';

const PIECES = ['ephoto', 'decision_protection', 'etat_civil_ofpra', 'domicile', 'polygamie', 'contrat_engagement'];

test('C16 : réfugiée, demande déposée ; l’attestation de six mois est annoncée par la fiche, elle n’est pas encore délivrée', async ({
  page,
}) => {
  await ficheDit(page, 'refugie', [
    'Carte de résident, durée : 10 ans',
    'Dès le dépôt : une attestation de 6 mois, renouvelable, qui porte la mention « reconnu réfugié ».',
    'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  ]);
  await verifierAccessibilite(page);
  await entrerTitulaire(page, NASRIN);
  const procedure = exempleDe('refugie', { reponses: identiteDuTitulaire(NASRIN) });
  await commencerMoiMeme(page, procedure);
  // 1 January, a date of convention of the OFPRA: kept as it is printed
  await expect(champ(page, 'date_naissance.jour')).toHaveValue('01');
  await expect(champ(page, 'date_naissance.mois')).toHaveValue('01');
  exactement(await remplirTout(page, procedure), PIECES);
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain("CONFIRMATION DU DÉPÔT D'UNE DEMANDE");
  expect(texte).toContain('01/01/1988');
});

test('C16 : puis le titre de voyage, avec la taille et la couleur des yeux, 45 €', async ({ page }) => {
  await ficheDit(page, 'titre-de-voyage', [/45\s€/, 'Titre de voyage pour réfugié', 'Cette attestation ne permet pas de voyager']);
  await entrerTitulaire(page, SOHRAB);
  const procedure = exempleDe('titre-de-voyage', { reponses: identiteDuTitulaire(SOHRAB) });
  await commencerMoiMeme(page, procedure);
  const pieces = await remplirTout(page, procedure, async (etape) => {
    if (etape.code !== 'motif') return;
    await expect(champ(page, 'taille')).toHaveValue('176');
    await expect(champ(page, 'couleur_yeux')).toHaveValue('marron');
    await verifierAccessibilite(page);
  });
  exactement(pieces, ['ephoto', 'titre_actuel', 'domicile', 'decision_protection']);
  await page.getByText('Relire ma demande avant de la déposer').click();
  await expect(page.getByText('176 cm')).toBeVisible();
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
});

test('C17 : protection subsidiaire à Paris, au préfet de police ; l’attestation est annoncée, elle n’est pas encore délivrée', async ({
  page,
}) => {
  await ficheDit(page, 'protection-subsidiaire', [
    'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire », durée : 4 ans au plus',
    'une attestation de 6 mois, renouvelable, qui porte la mention « a obtenu le bénéfice de la protection subsidiaire »',
    'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  ]);
  await ficheDit(page, 'titre-de-voyage', [/40\s€/, '4 ans avec une carte de séjour pluriannuelle']);
  await entrerTitulaire(page, OLENA);
  const procedure = exempleDe('protection-subsidiaire', { reponses: identiteDuTitulaire(OLENA) });
  await commencerMoiMeme(page, procedure);
  exactement(await remplirTout(page, procedure), PIECES);
  expect(await deposer(page)).toMatch(/^7501\d{15}$/);
  const texte = await confirmationPdf(page);
  expect(texte).toContain('Préfecture de police');
  expect(texte).toContain('tribunal administratif de Paris');
});
