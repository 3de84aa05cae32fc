// C27: the passport cannot be read; the person replaces it, the older version stays.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { scan } from '../support/fichiers.ts';
import { bouton, champ, cocher, scriptsPrets } from '../support/formulaire.ts';
import {
  chercherDossier,
  demanderComplement,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
} from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { personne } from '../support/personnes.ts';
import { emplacement, fichiersJoints, joindre } from '../support/pieces.ts';
import { saisieGardee } from '../support/saisie.ts';
import { expect, test } from '../support/test.ts';

test('un passeport illisible est redemandé, remplacé, et l’ancienne version reste lisible', async ({ page, autreNavigateur }) => {
  const p = personne('c27');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);

  const agent = await autreNavigateur();
  await test.step('l’instructeur dit ce qui ne va pas et demande un complément', async () => {
    await entrerCommeAgent(agent, INSTRUCTEUR);
    await ouvrirDossier(agent, numero);
    await prendreEnCharge(agent);
    await suivre(agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }));
    await verifierAccessibilite(agent);
    await scriptsPrets(agent);
    await bouton(agent, 'Enregistrer l’avis sur la pièce').click();
    await expect(agent.locator('#erreurs')).toContainText('Dites si la pièce est conforme, ou ce qui ne va pas.');
    await cocher(agent, 'verdict.illisible');
    await champ(agent, 'observation').fill('La page d’identité est coupée.');
    await verifierAccessibilite(agent);
    await bouton(agent, 'Enregistrer l’avis sur la pièce').click();
    await expect(agent.getByText('L’avis sur la pièce est enregistré.')).toBeVisible();
    await agent.getByRole('link', { name: 'Demander un complément' }).click();
    await expect(champ(agent, 'pieces.nationalite.retenu')).toBeChecked();
    await expect(champ(agent, 'pieces.nationalite.motif')).toHaveValue('illisible');
    await verifierAccessibilite(agent);
    await agent.goBack();
    await demanderComplement(agent, [{ piece: 'nationalite', motif: 'illisible', observation: 'La page d’identité est coupée.' }]);
  });

  await test.step('le courriel ne dit pas de quoi il s’agit ; l’ouverture vaut accusé de réception', async () => {
    const courriel = await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel');
    expect(courriel.texte).not.toMatch(/complément|nationalité|illisible/i);
    expect(courriel.texte).toContain('quinze jours');
    await page.goto('/mon-compte');
    await expect(page.locator('.portail-cloche__nombre')).toHaveText(/^1/);
    await expect(page.getByText('Le délai de 30 jours pour répondre commence quand vous ouvrez cette demande.')).toBeVisible();
    await verifierAccessibilite(page);
    await page.getByRole('link', { name: 'Ouvrir la demande de complément' }).click();
    await expect(page.getByRole('heading', { name: 'Demande de complément', exact: true })).toBeVisible();
    await expect(page.getByText('(accusé de réception)')).toBeVisible();
    await expect(page.getByText('Les documents mentionnés ci-dessous ne sont pas lisibles :')).toBeVisible();
    await expect(page.getByText('La page d’identité est coupée.')).toBeVisible();
    await expect(page.getByText('dans un délai de 30 jours après avoir pris connaissance de ce message')).toBeVisible();
    await expect(page.getByText(/Répondez au plus tard le /)).toBeVisible();
    await expect(page.locator('.portail-cloche__nombre')).toHaveCount(0);
    await verifierAccessibilite(page);
  });

  await test.step('mettre à jour le document ; ce qui est choisi et écrit est gardé', async () => {
    await scriptsPrets(page);
    await page.getByText('Mettre à jour le Document').click();
    await bouton(page, 'Valider et envoyer').click();
    await expect(page.locator('#erreurs')).toContainText('Joignez le nouveau document.');
    await verifierAccessibilite(page);
    const place = emplacement(page, 'nationalite.document');
    await joindre(page, place, await scan('passeport-entier.png'));
    await expect(fichiersJoints(place)).toHaveCount(1);
    await Promise.all([saisieGardee(page, 'Voici la page entière.'), champ(page, 'message').fill('Voici la page entière.')]);
    await page.reload();
    await expect(champ(page, 'message')).toHaveValue('Voici la page entière.');
    await expect(fichiersJoints(place)).toHaveCount(1);
    await bouton(page, 'Valider et envoyer').click();
    await expect(page).toHaveURL(new RegExp(`/mon-compte/dossiers/${dossier}`));
    await expect(page.getByText('Votre réponse est envoyée')).toBeVisible();
    await verifierAccessibilite(page);
    await page.goBack();
    await page.reload();
    await expect(page.getByText('Vous avez répondu à cette demande')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Valider et envoyer' })).toHaveCount(0);
  });

  await test.step('l’instructeur est alerté, lit la nouvelle version et l’ancienne', async () => {
    await chercherDossier(agent, numero);
    await expect(agent.getByRole('row', { name: new RegExp(numero) })).toContainText('Réponse reçue');
    await agent.goto('/instruction?onglet=reponses_recues');
    await expect(agent.getByRole('link', { name: numero })).toBeVisible();
    await verifierAccessibilite(agent);
    await agent.getByRole('link', { name: numero }).click();
    await expect(agent.getByText('Voici la page entière.')).toBeVisible();
    const piece = agent.locator('.agent-piece', { has: agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }) });
    await expect(piece).toContainText('passeport-entier.png');
    await expect(piece).toContainText('À vérifier');
    await expect(piece).toContainText('Versions précédentes : 1');
    await agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }).click();
    await expect(agent.getByText(/ancienne version, remplacée le/)).toBeVisible();
    await agent.getByRole('link', { name: 'document.pdf', exact: true }).click();
    await expect(agent.getByTitle('Contenu du fichier document.pdf')).toBeVisible();
    await agent
      .getByRole('link', { name: /^Comparer/ })
      .first()
      .click();
    await expect(agent.locator('.agent-volet')).toHaveCount(2);
    await expect(agent.locator('figcaption').filter({ hasText: 'ancienne version, remplacée le' })).toHaveCount(1);
    await expect(agent.locator('figcaption').filter({ hasText: 'en vigueur, reçu le' })).toHaveCount(1);
    await verifierAccessibilite(agent);
    await agent.getByRole('link', { name: 'Ne plus comparer' }).click();
    await expect(agent.locator('.agent-volet')).toHaveCount(1);
    await cocher(agent, 'verdict.incomplet');
    await champ(agent, 'observation').fill('La page des cachets manque.');
    await bouton(agent, 'Enregistrer l’avis sur la pièce').click();
    await expect(piece).toContainText('Non conforme');
    await expect(agent.getByText('Réponse examinée').first()).toBeVisible();
  });

  await test.step('second tour : un nouveau délai, une nouvelle notification ; la troisième demande avertit l’agent', async () => {
    await demanderComplement(agent, [{ piece: 'nationalite', motif: 'incomplet', observation: 'La page des cachets manque.' }]);
    await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel', 2);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await page.getByRole('link', { name: 'Ouvrir la demande de complément' }).click();
    await expect(page.getByText('La page des cachets manque.')).toBeVisible();
    await scriptsPrets(page);
    await page.getByText('Maintenir le Document').click();
    await page.getByRole('textbox', { name: 'Veuillez préciser les raisons du maintien du document' }).fill('Il n’y a aucun cachet.');
    await bouton(page, 'Valider et envoyer').click();
    await expect(page.getByText('Votre réponse est envoyée')).toBeVisible();
    await agent.goto(`/instruction/${dossier}`);
    await expect(agent.getByText('Il n’y a aucun cachet.')).toBeVisible();
    await agent.getByRole('link', { name: 'Demander un complément' }).click();
    await expect(agent.getByText('Déjà 2 demandes de complément sur ce dossier')).toBeVisible();
    await agent.goto(`/instruction/${dossier}`);
    const piece = agent.locator('.agent-piece', { has: agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }) });
    await agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }).click();
    await cocher(agent, 'verdict.conforme');
    await bouton(agent, 'Enregistrer l’avis sur la pièce').click();
    await expect(piece).toContainText('Conforme');
  });
});
