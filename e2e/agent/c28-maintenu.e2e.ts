// C28: the person keeps the document and says why; without a reason, or with one item unanswered, nothing is sent.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, cocher, scriptsPrets } from '../support/formulaire.ts';
import { demanderComplement, entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('maintenir demande une raison, et chaque élément une réponse', async ({ page, autreNavigateur }) => {
  const p = personne('c28');
  await ouvrirUnCompte(page, p);
  const { numero } = await faireLaDemande(page, p);

  const agent = await autreNavigateur();
  await entrerCommeAgent(agent, INSTRUCTEUR);
  await ouvrirDossier(agent, numero);
  await prendreEnCharge(agent);
  await agent.getByRole('link', { name: 'Demander un complément' }).click();
  await scriptsPrets(agent);
  await bouton(agent, 'Envoyer la demande de complément').click();
  await expect(agent.locator('#erreurs')).toContainText('Cochez au moins une pièce, ou demandez une information.');
  await verifierAccessibilite(agent);
  await ouvrirDossier(agent, numero);
  await demanderComplement(agent, [
    { piece: 'nationalite', motif: 'illisible', observation: 'Il manque une page.' },
    { piece: 'filiation', motif: 'incomplet', observation: 'Le verso manque.' },
  ]);
  await expect(agent.getByRole('link', { name: 'Demander un complément' })).toHaveCount(0);

  await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel');
  await ouvrirNotification(page, 'Demande de complément');
  await scriptsPrets(page);
  const illisibles = page.getByRole('region', { name: 'Les documents mentionnés ci-dessous ne sont pas lisibles :' });
  const incomplets = page.getByRole('region', { name: 'Les documents mentionnés ci-dessous sont incomplets :' });
  const raison = (groupe: typeof illisibles) =>
    groupe.getByRole('textbox', { name: 'Veuillez préciser les raisons du maintien du document' });
  const resume = page.locator('#erreurs');
  await illisibles.getByText('Maintenir le Document').click();
  await bouton(page, 'Valider et envoyer').click();
  await expect(resume).toContainText('Précisez les raisons du maintien du document.');
  await expect(resume).toContainText('Choisissez votre réponse pour cet élément.');
  await expect(resume).toBeFocused();
  await verifierAccessibilite(page);
  await raison(illisibles).fill('La copie comporte 2 pages');
  await bouton(page, 'Valider et envoyer').click();
  await expect(resume).not.toContainText('Précisez les raisons du maintien du document.');
  await expect(resume).toContainText('Choisissez votre réponse pour cet élément.');
  await expect(raison(illisibles)).toHaveValue('La copie comporte 2 pages');
  await incomplets.getByText('Maintenir le Document').click();
  await raison(incomplets).fill('Le verso est vierge');
  await bouton(page, 'Valider et envoyer').click();
  await expect(page.getByText('Votre réponse est envoyée')).toBeVisible();

  await ouvrirDossier(agent, numero);
  await expect(agent.getByText('La copie comporte 2 pages')).toBeVisible();
  await expect(agent.getByText('Réponse : Document maintenu').first()).toBeVisible();
  await agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }).click();
  await cocher(agent, 'verdict.conforme');
  await bouton(agent, 'Enregistrer l’avis sur la pièce').click();
  await expect(
    agent.locator('.agent-piece', { has: agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }) }),
  ).toContainText('Conforme');
});
