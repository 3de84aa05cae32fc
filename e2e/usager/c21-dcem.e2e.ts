// C21: a mother asks for the document de circulation of her other child, from her own compte.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { deposer, dossierDe } from '../support/demarche.ts';
import { bouton, champ, choisir } from '../support/formulaire.ts';
import { suivre } from '../support/lien.ts';
import { entrerTitulaire, exactement, exempleDe, ficheDit, jourRelatif, remplirTout } from '../support/parcours.ts';
import { telecharger } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const AISSATOU = '5999000005';

test('C21 : document de circulation demandé par la mère, parents non mariés', async ({ page }) => {
  await ficheDit(page, 'document-de-circulation', [
    /50\s€/,
    'Document de circulation pour étranger mineur',
    'Cette attestation ne permet pas de voyager.',
  ]);
  await entrerTitulaire(page, AISSATOU);
  await page.goto('/demander-un-titre/moi-meme?famille=voyage');
  await page.getByRole('link', { name: 'Je demande un document de circulation pour un mineur que je représente' }).click();
  const procedure = exempleDe('document-de-circulation', { reponses: { date_naissance: jourRelatif({ mois: -8 * 12 }) } });
  await suivre(page.getByRole('link', { name: procedure.nom }));
  await verifierAccessibilite(page);
  await choisir(page, 'lien', 'mere');
  await champ(page, 'representantNom').fill('TESTDIALLO');
  await champ(page, 'representantPrenom').fill('Aïssatou');
  await champ(page, 'enfantNom').fill('TESTDIALLO');
  await champ(page, 'enfantPrenom').fill('Fanta');
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/[^/]+\/enfant/);
  const pieces = await remplirTout(page, procedure, async (etape) => {
    if (etape.code !== 'motif') return;
    await expect(page.getByText('Parent ou représentant légal, à titre individuel')).toBeVisible();
    await expect(page.getByText('Étranger non européen titulaire d’un titre de séjour')).toBeVisible();
    await verifierAccessibilite(page);
  });
  exactement(pieces, [
    'ephoto',
    'identite_representant',
    'nationalite',
    'titre_parent',
    'filiation_mineur',
    'qualite_rep',
    'residence_mineur',
    'domicile',
  ]);
  await page.goto(`/demarches/${dossierDe(page)}/justificatifs`);
  await expect(page.locator('section[id="ephoto"]')).toContainText('planche de photos de l’enfant');
  await expect(page.locator('section[id="qualite_rep"]')).toContainText('mentionnant la reconnaissance avant 1 an');
  const liste = await telecharger(page, page.getByRole('link', { name: /Télécharger la liste des pièces justificatives/i }));
  expect(liste.texte).toContain('Timbre fiscal électronique');
  await page.goto(`/demarches/${dossierDe(page)}/depot`);
  expect(await deposer(page)).toMatch(/^5901\d{15}$/);
  const courriel = await lireCourriel(page, 'aissatou.testdiallo@example.org', /enregistrée|dépôt/i);
  const texte = await texteDeLaPiece(courriel, /confirmation/i);
  expect(texte).toContain('Aïssatou TESTDIALLO (mère)');
  expect(texte).toContain('Fanta');
});
