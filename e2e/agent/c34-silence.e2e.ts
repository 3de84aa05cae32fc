// C34: nobody touches P01's request for four months. The chef is alerted 30 and 10 days before the term; at the term the queue flags it and the
// person reads their rights; a favourable decision is still possible. Then the whole history leaves as a PDF, for a judge.
import { readFile } from 'node:fs/promises';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { entrerAvecNumero, ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
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
import { suivre } from '../support/lien.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { texteDuPdf } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { passerUneNuit, vieillirDepot } from '../support/temps.ts';
import { expect, test } from '../support/test.ts';
import { CHEF } from '../support/titre.ts';

const NOTIFICATION = 'Une notification vous attend dans votre espace personnel';

test('C34 : le silence est annoncé au chef, dit à la personne avec ses droits, et n’empêche pas d’accorder', async ({
  page,
  autreNavigateur,
}) => {
  test.setTimeout(900_000);
  const p = personne('c34');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const chef = await autreNavigateur();
  await entrerCommeAgent(chef, CHEF);

  /** A night passes; the chef then has one alert, and one only, that says this. */
  const alerteApresUneNuit = async (dite: RegExp) => {
    await passerUneNuit();
    await expect(async () => {
      await chef.goto('/instruction/alertes');
      await expect(chef.getByRole('row').filter({ hasText: numero }).filter({ hasText: 'Silence' })).toContainText(dite, { timeout: 1000 });
    }).toPass({ timeout: 60_000, intervals: [1000] });
  };

  await test.step('trente jours puis dix jours avant le terme, le chef a une alerte à son nom', async () => {
    await vieillirDepot(numero, 30);
    await alerteApresUneNuit(/Silence : rejet implicite dans (29|30) jours/);
    await verifierAccessibilite(chef);
    await vieillirDepot(numero, 10);
    await alerteApresUneNuit(/Silence : rejet implicite dans (9|10) jours/);
    await page.goto('/mon-compte/notifications');
    await expect(page.getByRole('link', { name: 'Information sur vos droits' })).toHaveCount(0);
  });

  await test.step('au terme, la corbeille le signale en retard, une décision restant possible', async () => {
    await vieillirDepot(numero, -2);
    await alerteApresUneNuit(/Silence : rejet implicite depuis .*, une décision reste possible/);
    await chef.goto('/instruction?onglet=en_retard');
    await expect(chef.getByRole('row').filter({ hasText: numero })).toBeVisible();
    await chef.goto(`/instruction/${dossier}`);
    await expect(chef.getByRole('region', { name: 'Échéances' })).toContainText(
      /Silence : rejet implicite depuis .*, une décision reste possible/,
    );
    await verifierAccessibilite(chef);
  });

  await test.step('la personne est prévenue : les motifs sur demande, le tribunal et son dernier jour, sa demande reste ouverte', async () => {
    await lireCourriel(page, p.email, NOTIFICATION);
    await ouvrirNotification(page, 'Information sur vos droits');
    const corps = page.getByRole('main');
    await expect(corps).toContainText(`n° ${numero}`);
    await expect(corps).toContainText('ce silence vaut rejet');
    await expect(corps).toContainText('Vous pouvez demander les motifs de ce rejet, par un message dans votre dossier.');
    await expect(corps).toContainText(/Vous pouvez saisir le tribunal administratif de Lille jusqu’au \d\d\/\d\d\/\d{4} inclus/);
    await expect(corps).toContainText('l’administration peut encore l’accepter');
    await verifierAccessibilite(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await verifierLargeur(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    // told once, whatever the nights that pass
    const avant = await compterCourriels(page, p.email, NOTIFICATION);
    await alerteApresUneNuit(/depuis/);
    expect(await compterCourriels(page, p.email, NOTIFICATION)).toBe(avant);
  });

  let numeroEtranger = '';
  await test.step('la demande est enfin examinée, et acceptée', async () => {
    const instructeur = await autreNavigateur();
    await entrerCommeAgent(instructeur, INSTRUCTEUR);
    await ouvrirDossier(instructeur, numero);
    await prendreEnCharge(instructeur);
    numeroEtranger = await attribuerNumero(instructeur);
    await toutEstConforme(instructeur);
    await instructeur.goto(`/instruction/${dossier}`);
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await cocher(instructeur, 'sens.favorable');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer la décision favorable');
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    if (new URL(page.url()).pathname === '/connexion') await entrerAvecNumero(page, p, numeroEtranger);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.getByRole('main')).toContainText('Décision prise');
  });

  await test.step('le chef sort l’historique entier pour le juge : motif, silence, notification lue, décision, consultations', async () => {
    await chef.goto(`/instruction/${dossier}`);
    await suivre(chef.getByRole('link', { name: 'Exporter tout l’historique en PDF (juge, contrôle)' }));
    await verifierAccessibilite(chef);
    const motif = 'Tribunal administratif de Lille, requête n° 2601234';
    await champ(chef, 'motif').fill(motif);
    const [fichier] = await Promise.all([chef.waitForEvent('download'), bouton(chef, 'Télécharger l’historique (PDF)').click()]);
    const octets = await readFile(await fichier.path());
    expect(fichier.suggestedFilename()).toMatch(new RegExp(`^historique-${numero}-\\d{4}-\\d\\d-\\d\\d\\.pdf$`));
    // signed, as every paper that proves something
    expect(octets.toString('latin1')).toContain('adbe.pkcs7.detached');
    const texte = await texteDuPdf(octets);
    for (const dit of [numero, numeroEtranger, p.nom, motif, 'Information sur vos droits', 'SHA-256', 'Camille TESTINSTRUC', 'R. 142-22'])
      expect(texte).toContain(dit);
    expect(texte).toMatch(/silence/i);
    expect(texte).toMatch(/Information sur vos droits Ouverte le/);
    expect(texte).not.toMatch(/undefined|null|\[object|\{[a-z]+\}/);
  });
});
