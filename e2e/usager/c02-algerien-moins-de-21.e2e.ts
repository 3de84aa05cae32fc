// C02: Algerian, under 21. Other pieces than C01, another title at the end.
import { verifierAccessibilite } from '../support/axe.ts';
import { entrerAvecNumero, ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, deposer, dossierDe, poursuivre, remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import {
  attribuerNumero,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import { telecharger } from '../support/pdf.ts';
import { yacine } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('un Algérien de moins de 21 ans fournit le séjour régulier et reçoit un certificat de résidence', async ({
  page,
  autreNavigateur,
}) => {
  const p = yacine();
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');

  for (const code of ['ephoto', 'nationalite', 'sejour_regulier', 'domicile', 'nationalite_parent', 'filiation'])
    await expect(page.locator(`section[id="${code}"]`)).toBeVisible();
  for (const code of ['visa_long_sejour', 'ressources_parent', 'absence_ressources', 'contrat_engagement'])
    await expect(page.locator(`section[id="${code}"]`)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^Justificatif de séjour régulier/ })).toContainText('*');
  await verifierAccessibilite(page);
  await remplirEtape4(page);
  await poursuivre(page, 'depot');
  const numero = await deposer(page);
  expect(numero).toMatch(/^5901/);
  const dossier = dossierDe(page);

  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  const numeroEtranger = await attribuerNumero(instructeur);
  await toutEstConforme(instructeur);
  await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
  await expect(instructeur.getByText('Titre à délivrer : Certificat de résidence algérien, 10 ans')).toBeVisible();
  await cocher(instructeur, 'sens.favorable');
  await bouton(instructeur, 'Proposer la décision').click();
  await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();

  const valideur = await autreNavigateur();
  await entrerCommeAgent(valideur, VALIDEUR);
  await ouvrirDossier(valideur, numero);
  await signer(valideur, 'Signer la décision favorable');

  await entrerAvecNumero(page, p, numeroEtranger);
  const document = page.getByRole('link', { name: /^Attestation de décision favorable/ });
  await expect(async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(document).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const { texte } = await telecharger(page, document);
  expect(texte).toContain('Certificat de résidence algérien');
  expect(texte).toContain('10 ans');
});

test('une personne née en France de nationalités algérienne et canadienne dit laquelle elle retient', async ({ page }) => {
  const p = { ...yacine(), nationalites: ['DZ', 'CA'] };
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await expect(page.getByText('Au titre de quelle nationalité faites-vous cette demande ?')).toBeVisible();
  await verifierAccessibilite(page);
  await cocher(page, 'nationalite_retenue.CA');
  await poursuivre(page, 'motif');
  await page.goto(page.url().replace('/motif', '/informations'));
  await expect(champ(page, 'nationalite_retenue.CA')).toBeChecked();
});
