// C32: a refusal that an obligation to leave goes with; only the appeal period changes. Then the recours gracieux is accepted: the decision is
// annulled, its document proves nothing more, the request is examined again.

import { envoyerAvecPreuve } from '../support/administration.ts';
import { verifierAccessibilite } from '../support/axe.ts';
import { entrerAvecNumero, ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import {
  attribuerNumero,
  demanderAvis,
  entendreLaCommission,
  entrerCommeAgent,
  FRAUDE,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  rendreAvis,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('C32 : un refus avec obligation de quitter le territoire, annulé sur recours gracieux', async ({ page, autreNavigateur }) => {
  test.setTimeout(600_000);
  const p = personne('c32');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  const numeroEtranger = await attribuerNumero(instructeur);

  await test.step('le référent fraude trouve ce qui lui est demandé, et répond', async () => {
    await demanderAvis(instructeur, 'fraude', 'L’acte de naissance est-il authentique ?');
    const fraude = await autreNavigateur();
    await entrerCommeAgent(fraude, FRAUDE);
    await fraude.goto('/instruction/avis');
    await verifierAccessibilite(fraude);
    await fraude.getByRole('link', { name: numero }).click();
    await expect(fraude.getByText('L’acte de naissance est-il authentique ?')).toBeVisible();
    await verifierAccessibilite(fraude);
    await rendreAvis(fraude, 'defavorable', 'Le timbre ne correspond pas à celui de l’autorité.');
    await fraude.goto('/instruction/avis');
    await expect(fraude.getByRole('link', { name: numero })).toHaveCount(0);
    await instructeur.goto(`/instruction/${dossier}`);
    await expect(instructeur.getByText(/Référent fraude : défavorable, rendu le/)).toBeVisible();
  });

  await test.step('le refus se propose avec la case, et se signe', async () => {
    await toutEstConforme(instructeur);
    await instructeur.goto(`/instruction/${dossier}`);
    await entendreLaCommission(instructeur);
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await cocher(instructeur, 'sens.refus');
    await champ(instructeur, 'droit').fill('CESEDA, art. L. 423-12 ; code civil, art. 47.');
    await champ(instructeur, 'fait').fill('L’acte produit n’est pas authentique.');
    await cocher(instructeur, 'oqtf');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer le refus');
  });

  await test.step('la personne lit un délai d’un mois, et rien sur l’éloignement', async () => {
    await entrerAvecNumero(page, p, numeroEtranger);
    await ouvrirNotification(page, 'Notification de décision');
    await expect(page.getByText(/vous pouvez la contester : un mois/)).toBeVisible();
    const { texte } = await telecharger(page, page.getByRole('link', { name: /Télécharger le document/i }));
    expect(texte).toContain('dans le mois suivant la notification');
    expect(texte).toContain('L. 614-1');
    expect(texte).not.toContain('dans les deux mois suivant');
    expect(texte).not.toMatch(/pays de destination|départ volontaire|interdiction de retour/i);
  });

  await test.step('le recours gracieux accueilli, le valideur annule : la demande est rouverte, la personne le sait', async () => {
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await ouvrirDossier(valideur, numero);
    await suivre(valideur.getByRole('link', { name: 'Annuler la décision' }));
    await verifierAccessibilite(valideur);
    await cocher(valideur, 'motif.recours_gracieux');
    await champ(valideur, 'remarque').fill('Recours gracieux reçu le 3 novembre 2026.');
    await envoyerAvecPreuve(valideur, VALIDEUR, 'Annuler la décision et rouvrir', /fait=annulation/);
    await expect(valideur.getByText('La décision est annulée')).toBeVisible();
    await expect(valideur.getByText('Révoqué')).toBeVisible();
    await ouvrirNotification(page, 'Notification de décision', 2);
    await expect(page.getByText(/Votre recours est accueilli/)).toBeVisible();
    await verifierAccessibilite(page);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.locator('[aria-current="step"]')).toHaveText(/Instruction en cours/);
    await ouvrirDossier(instructeur, numero);
    await expect(instructeur.getByRole('link', { name: 'Proposer une décision' })).toBeVisible();
  });
});
