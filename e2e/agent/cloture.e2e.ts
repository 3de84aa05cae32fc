// A closing: the complement was read, its period is over, nothing came. An agent proposes it with what is missing and why; another signs.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import {
  demanderComplement,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  signer,
  VALIDEUR,
} from '../support/instruction.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { vieillirComplement } from '../support/temps.ts';
import { expect, test } from '../support/test.ts';

test('une demande restée incomplète après son délai est clôturée à deux, avec ce qui manque et comment contester', async ({
  page,
  autreNavigateur,
}) => {
  test.setTimeout(600_000);
  const p = personne('cloture');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  await demanderComplement(instructeur, [{ piece: 'filiation', motif: 'illisible', observation: 'La page est coupée.' }]);

  await test.step('la personne lit la demande ; le délai n’est pas fini, la clôture n’est pas offerte', async () => {
    await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel');
    await page.goto('/mon-compte');
    await page.getByRole('link', { name: 'Ouvrir la demande de complément' }).click();
    await expect(page.getByText('(accusé de réception)')).toBeVisible();
    await instructeur.goto(`/instruction/${dossier}/proposition`);
    await expect(instructeur.getByText(/Clôture pour demande incomplète : pas possible, la personne peut répondre jusqu’au/)).toBeVisible();
    await expect(instructeur.getByText('Clôture : demande incomplète')).toHaveCount(0);
  });

  await test.step('trente et un jours plus tard, l’instructeur la propose, pièce et texte à l’appui', async () => {
    await vieillirComplement(numero, 31);
    await instructeur.goto(`/instruction/${dossier}`);
    await instructeur.getByRole('link', { name: 'Proposer une clôture' }).click();
    await cocher(instructeur, 'sens.incomplet');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.locator('#erreurs')).toContainText('Cochez au moins une pièce');
    await cocher(instructeur, 'pieces.filiation.retenu');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.locator('#erreurs')).toContainText('Dites pourquoi la demande ne peut pas être examinée');
    await verifierAccessibilite(instructeur);
    await champ(instructeur, 'pieces.filiation.empechement').fill('Le lien avec le parent français ne peut pas être vérifié.');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
  });

  await test.step('le valideur relit le relevé et signe', async () => {
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await valideur.goto(`/instruction/${dossier}/decision`);
    await expect(valideur.getByText('Le lien avec le parent français ne peut pas être vérifié.')).toBeVisible();
    await verifierAccessibilite(valideur);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer la clôture');
  });

  await test.step('la personne lit « Clôturée », ce qui manquait, comment contester, qu’elle peut recommencer', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.getByText('Clôturée').first()).toBeVisible();
    await ouvrirNotification(page, 'Notification de décision');
    await expect(page.getByText(`n° ${numero} a été clôturée`)).toBeVisible();
    await expect(page.getByText('Vous pouvez déposer à tout moment une nouvelle demande')).toBeVisible();
    await expect(page.getByText(/vous avez deux mois pour contester/)).toBeVisible();
    await verifierAccessibilite(page);
    const { texte } = await telecharger(page, page.getByRole('link', { name: /Télécharger le document/i }));
    for (const attendu of [
      'CLÔTURE DE VOTRE DEMANDE',
      numero,
      'Justificatif de filiation avec le parent',
      'Le lien avec le parent français ne peut pas être vérifié.',
      "vous l'avez lue le",
      'Dominique TESTVALID',
      'VOIES ET DÉLAIS DE RECOURS',
      'tribunal administratif de Lille',
    ])
      expect(texte).toContain(attendu);
  });
});
