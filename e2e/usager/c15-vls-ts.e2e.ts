// C15: a visa validated by the machine, from the stamp to the PDF by mail; after three months, no more.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { deposer, dossierDe, POURSUIVRE, poursuivre } from '../support/demarche.ts';
import { bouton, champ, resumeDit } from '../support/formulaire.ts';
import {
  commencerMoiMeme,
  echeance,
  entrerTitulaire,
  exempleDe,
  ficheDit,
  identiteDuTitulaire,
  jourRelatif,
  remplirEcran,
  remplirEcrans,
  timbreNeuf,
} from '../support/parcours.ts';
import { expect, test } from '../support/test.ts';

const DUC = '6999000107';
const MAI = '6999000108';
const TIMBRE = 'timbre_numero.numero';

test('C15 : le VLS-TS est validé tout de suite, avec son PDF et son courriel ; la référence est l’identifiant', async ({ page }) => {
  await ficheDit(page, 'validation-vls-ts', ['La vérification est automatique : vous avez la réponse tout de suite.']);
  await entrerTitulaire(page, DUC);
  const procedure = exempleDe('validation-vls-ts', {
    reponses: { ...identiteDuTitulaire(DUC), date_entree_france: jourRelatif({ jours: -20 }) },
  });
  await commencerMoiMeme(page, procedure);
  await remplirEcrans(page, procedure);
  const dossier = dossierDe(page);

  await test.step('le timbre de 50 € : inconnu, déjà utilisé, d’un autre montant, puis le bon', async () => {
    await expect(page.getByRole('main')).toContainText(/Montant à payer : 50\s€/);
    await verifierAccessibilite(page);
    for (const [numero, phrase] of [
      ['9005000000000001', 'Ce numéro de timbre n’est pas reconnu.'],
      ['2005000000000001', 'Ce timbre a déjà servi pour une autre demande'],
      [timbreNeuf(225), /Ce timbre vaut 225\s€, il en faut un de 50\s€/],
    ] as const) {
      await champ(page, TIMBRE).fill(numero);
      await bouton(page, 'Vérifier le timbre').click();
      await expect(page.locator('section[id="timbre_numero"]')).toContainText(phrase);
    }
    await champ(page, TIMBRE).fill(timbreNeuf(50));
    await bouton(page, 'Vérifier le timbre').click();
    await expect(page.getByText('Numéro du timbre fiscal confirmé :')).toBeVisible();
    // nothing else is asked
    await expect(page.locator('section.portail-piece')).toHaveCount(1);
    await poursuivre(page, 'depot');
  });

  const numero = await deposer(page);
  expect(numero).toMatch(/^5901\d{15}$/);
  await verifierAccessibilite(page);
  const courriel = await lireCourriel(page, 'duc.testpham@example.org', 'Votre visa de long séjour est validé');
  expect(courriel.texte).toContain(numero);
  const texte = await texteDeLaPiece(courriel, /\.pdf$/);
  expect(texte).toContain("CONFIRMATION DE LA VALIDATION DE L'ENREGISTREMENT DE VOTRE VLS-TS");
  expect(texte).toContain(DUC);
  expect(texte).toContain('TESTPHAM');
  expect(texte).toContain(echeance({ jours: -20 }));
  await page.goto(`/mon-compte/dossiers/${dossier}`);
  await expect(page.getByRole('link', { name: /Confirmation de la validation/ })).toBeVisible();
  await verifierAccessibilite(page);
});

test('C15 : quatre mois après l’entrée, la date est refusée avant tout paiement, avec la voie à suivre', async ({ page }) => {
  await entrerTitulaire(page, MAI);
  const procedure = exempleDe('validation-vls-ts', {
    reponses: { ...identiteDuTitulaire(MAI), date_entree_france: jourRelatif({ mois: -4 }) },
  });
  await commencerMoiMeme(page, procedure);
  await remplirEcran(page, procedure, 'etat_civil');
  await poursuivre(page, 'arrivee');
  await remplirEcran(page, procedure, 'arrivee');
  await bouton(page, POURSUIVRE).click();
  await resumeDit(page, [/Le délai de 3 mois est passé .*art\. R\.\s?431-17/, /Écrivez à votre préfecture/]);
  await verifierAccessibilite(page);
});
