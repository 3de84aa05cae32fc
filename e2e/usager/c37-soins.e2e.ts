// C37: care. Nothing medical is ever asked here; the blank certificate and where to post it come after the deposit.
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { deposer } from '../support/demarche.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { echeance, entrerParLaSituation, exactement, exempleDe, ficheDit, identiteDe, remplirTout } from '../support/parcours.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('C37 : aucune pièce médicale ; le certificat vierge et l’adresse postale de l’OFII dans l’espace', async ({
  page,
  autreNavigateur,
  veille,
}) => {
  veille.tolerer(/status of 404/);
  await ficheDit(page, 'soins', ['Carte de séjour temporaire « vie privée et familiale », durée : 1 an', '4 mois pour répondre']);
  const p = personne('c37', { prenom: 'Thandi', sexe: 'feminin' });
  await ouvrirUnCompte(page, p);
  const procedure = exempleDe('soins', { reponses: identiteDe(p) });
  await entrerParLaSituation(page, procedure);
  const pieces = await remplirTout(page, procedure, async (etape) => {
    if (etape.code !== 'motif') return;
    await expect(page.getByText('Ne nous dites rien de votre maladie.')).toBeVisible();
    await verifierAccessibilite(page);
  });
  exactement(pieces, ['ephoto', 'etat_civil', 'nationalite', 'domicile', 'residence_habituelle', 'contrat_engagement']);
  const numero = await deposer(page);
  expect(numero).toMatch(/^5901\d{15}$/);

  const lien = page.getByRole('link', { name: 'Document à envoyer par courrier' }).first();
  await expect(async () => {
    await page.goto('/mon-compte/notifications');
    await expect(lien).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await lien.click();
  const contenu = page.getByRole('main');
  await expect(contenu).toContainText(`au plus tard le ${echeance({ mois: 1 })}`);
  await expect(contenu.locator('address')).toContainText('Service médical – Étrangers malades');
  await expect(contenu.locator('address')).toContainText('75011 Paris');
  await expect(contenu).toContainText('N’envoyez aucun document médical à la préfecture');
  await verifierAccessibilite(page);
  const { texte } = await telecharger(page, contenu.getByRole('link', { name: /certificat médical vierge/ }));
  expect(texte).toContain('Secret médical');
  expect(texte).toContain('Service médical');

  await test.step('un document médical joint à une autre pièce est détruit par l’agent, et la personne le sait', async () => {
    const agent = await autreNavigateur();
    await entrerCommeAgent(agent, INSTRUCTEUR);
    await ouvrirDossier(agent, numero);
    await prendreEnCharge(agent);
    await agent.getByRole('link', { name: 'Justificatifs de votre résidence habituelle en France' }).first().click();
    const retirer = agent.getByRole('link', { name: 'Retirer ce fichier : document médical, ou d’une autre personne' });
    const vise = await retirer.getAttribute('href');
    await suivre(retirer);
    await verifierAccessibilite(agent);
    await bouton(agent, 'Détruire ce fichier').click();
    await expect(agent.locator('#erreurs')).toContainText('Dites pourquoi ce fichier n’a pas sa place dans le dossier.');
    await champ(agent, 'motif').selectOption('medical');
    await bouton(agent, 'Détruire ce fichier').click();
    await expect(agent.getByText('Le fichier est détruit.')).toBeVisible();
    expect((await agent.goto(vise ?? ''))?.status()).toBe(404);

    const retrait = page.getByRole('link', { name: 'Fichier retiré' }).first();
    await expect(async () => {
      await page.goto('/mon-compte/notifications');
      await expect(retrait).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await retrait.click();
    await expect(page.getByRole('main')).toContainText('la préfecture n’a pas à le connaître, et ne le garde pas');
  });
});
