// A refusal: reasoned in law and in fact, read again by another person, notified with its ways of appeal.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { entrerAvecNumero, ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import {
  attribuerNumero,
  demanderAvis,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  rendreAvis,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const FAIT = 'L’acte produit le 3 mars 2026 ne permet pas d’établir la filiation : il ne porte aucune mention du parent.';
const CORRIGE =
  'L’acte dressé à Québec et produit le 3 mars 2026 ne permet pas d’établir la filiation : il ne porte aucune mention du parent.';

test('un refus motivé, renvoyé une fois, signé, notifié avec ses voies de recours', async ({ page, autreNavigateur }) => {
  test.setTimeout(600_000);
  const p = personne('refus');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);

  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  await expect(instructeur.getByRole('link', { name: 'Proposer une décision' })).toHaveCount(0);
  await expect(instructeur.getByText(/Avant de proposer une décision : attribuer un numéro étranger, vérifier les pièces/)).toBeVisible();
  const numeroEtranger = await attribuerNumero(instructeur);
  await toutEstConforme(instructeur);
  const adresse = new URL(instructeur.url()).pathname;

  await test.step('sans la commission du titre de séjour, un refus ne se propose pas', async () => {
    await instructeur.goto(`${adresse}/proposition`);
    await cocher(instructeur, 'sens.refus');
    await champ(instructeur, 'droit').fill('CESEDA, art. L. 423-12.');
    await champ(instructeur, 'fait').fill(FAIT);
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.locator('#erreurs')).toContainText('l’avis de la commission du titre de séjour');
    await instructeur.goto(adresse);
    await demanderAvis(instructeur, 'commission', 'Un refus est envisagé : la filiation n’est pas établie.');
    await expect(instructeur.getByText(/avis attendu au plus tard le/)).toBeVisible();
    await verifierAccessibilite(instructeur);
    await rendreAvis(instructeur, 'defavorable', 'La commission estime que la filiation n’est pas établie.');
    await verifierAccessibilite(instructeur);
    await instructeur.goto(adresse);
    await expect(instructeur.getByText(/Commission du titre de séjour : défavorable, rendu le/)).toBeVisible();
  });

  await test.step('proposer : les motifs de droit et de fait sont exigés, les crochets du modèle aussi', async () => {
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await expect(instructeur.getByText(/commission du titre de séjour est saisie/).first()).toBeVisible();
    await cocher(instructeur, 'sens.refus');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.locator('#erreurs')).toContainText('Indiquez les faits propres à cette personne');
    await verifierAccessibilite(instructeur);
    await instructeur.getByText('Modèles de motifs pour un refus').click();
    await instructeur.getByRole('link', { name: 'Le lien de filiation n’est pas établi' }).click();
    await expect(champ(instructeur, 'fait')).toHaveValue(/\[raison précise\]/);
    await cocher(instructeur, 'sens.refus');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.locator('#erreurs')).toContainText('il reste un passage à remplacer : [date]');
    await champ(instructeur, 'fait').fill(FAIT);
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
  });

  const valideur = await autreNavigateur();
  await test.step('le valideur renvoie, l’instructeur propose de nouveau, le valideur signe', async () => {
    await entrerCommeAgent(valideur, VALIDEUR);
    await ouvrirDossier(valideur, numero);
    await valideur.getByRole('link', { name: 'Relire et signer' }).click();
    await expect(valideur.getByRole('paragraph').filter({ hasText: FAIT })).toBeVisible();
    await verifierAccessibilite(valideur);
    await champ(valideur, 'remarque').fill('Précisez la date de l’acte.');
    await expect(
      valideur.getByRole('paragraph').filter({ hasText: 'Vu l’avis de la commission du titre de séjour, défavorable' }),
    ).toBeVisible();
    await bouton(valideur, 'Renvoyer à l’instructeur').click();
    await expect(valideur.getByText('La proposition est renvoyée à l’instructeur.')).toBeVisible();
    await ouvrirDossier(instructeur, numero);
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await expect(instructeur.getByText('Précisez la date de l’acte.')).toBeVisible();
    await expect(champ(instructeur, 'fait')).toHaveValue(FAIT);
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
    await ouvrirDossier(valideur, numero);
    await valideur.getByRole('link', { name: 'Relire et signer' }).click();
    await valideur.getByText('Corriger le texte avant de signer').click();
    await champ(valideur, 'parties.fait').fill(CORRIGE);
    await bouton(valideur, 'Enregistrer le texte corrigé').click();
    await expect(valideur.getByText('Le texte est corrigé. Relisez la différence, puis signez.')).toBeVisible();
    await expect(valideur.locator('ins').first()).toContainText('dressé à Québec');
    await verifierAccessibilite(valideur);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer le refus');
  });

  await test.step('l’usager lit le refus, ses motifs et ses voies de recours', async () => {
    const courriel = await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel');
    expect(courriel.texte).not.toMatch(/refus/i);
    await entrerAvecNumero(page, p, numeroEtranger);
    await page.goto('/mon-compte/notifications');
    // the commission was announced, and its opinion communicated (R.432-14)
    await expect(page.getByRole('main').getByRole('link', { name: 'Message de l’administration' })).toHaveCount(2);
    await ouvrirNotification(page, 'Notification de décision');
    await expect(page.getByText(`n° ${numero} a été refusée`)).toBeVisible();
    await verifierAccessibilite(page);
    const { texte } = await telecharger(page, page.getByRole('link', { name: /Télécharger le document/i }));
    for (const attendu of [
      'DÉCISION DE REFUS DE TITRE DE SÉJOUR',
      numero,
      p.nom,
      'il ne porte aucune mention du parent',
      'dressé à Québec',
      'avis de la commission du titre de séjour, défavorable',
      'Dominique TESTVALID',
      'VOIES ET DÉLAIS DE RECOURS',
      'dans les deux mois suivant la notification',
      'tribunal administratif de Lille',
      'Recours gracieux',
      'Recours hiérarchique',
    ])
      expect(texte).toContain(attendu);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.locator('.portail-etapes li')).toHaveText([/Dépôt de la demande/, /Instruction en cours/, /Décision prise/]);
    await verifierAccessibilite(page);
  });
});
