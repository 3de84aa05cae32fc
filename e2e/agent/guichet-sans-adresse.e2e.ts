// Who has no e-mail deposits at the desk, gets a complement by a letter, and answers it at the desk; a parent deposits there for a minor.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { scan } from '../support/fichiers.ts';
import { bouton, champ, choisir, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import { ACCUEIL, continuer, recevoir } from '../support/guichet.ts';
import { demanderComplement, entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { texteDuPdf } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { emplacement, fichiersJoints, joindre } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

test('sans adresse électronique : le dépôt, la lettre d’un complément, sa réponse au guichet', async ({ page: agent, autreNavigateur }) => {
  test.setTimeout(600_000);
  const p = personne('sansmail');
  await entrerCommeAgent(agent, ACCUEIL);
  await test.step('l’agent d’accueil la reçoit et dépose sa demande', async () => {
    await recevoir(agent, p);
    await verifierAccessibilite(agent);
    await bouton(agent, 'Commencer le dépôt').click();
    await agent.waitForURL(/\/guichet\/[^/]+\/informations/);
    await remplirEtape2(agent, p);
    await continuer(agent, 'motif');
    await remplirEtape3(agent, p);
    await continuer(agent, 'justificatifs');
    await remplirEtape4(agent);
    await continuer(agent, 'depot');
    await bouton(agent, 'Déposer la demande').click();
    await agent.waitForURL(/\/guichet\/[^/]+\/confirmation/);
    await expect(agent.getByText('Chaque courrier vous arrive par la poste')).toBeVisible();
    await expect(agent.getByRole('main')).not.toContainText(/Nous l’envoyons aussi|compte\.invalid|Son compte a pour adresse/);
    await verifierAccessibilite(agent);
  });
  const numero = await agent.locator('main .portail-numero').first().innerText();

  const instructeur = await autreNavigateur();
  await test.step('l’instructeur demande un complément et imprime la lettre', async () => {
    await entrerCommeAgent(instructeur, INSTRUCTEUR);
    await ouvrirDossier(instructeur, numero);
    await expect(instructeur.getByText('Cette personne n’a pas d’adresse électronique')).toBeVisible();
    await prendreEnCharge(instructeur);
    const reproche = { piece: 'nationalite', motif: 'illisible', observation: 'La page d’identité est coupée.' };
    await demanderComplement(instructeur, [reproche], 'imprimez-la et envoyez-la par la poste');
    const lettre = instructeur.getByRole('link', { name: 'Lettre de demande de complément' });
    await expect(async () => {
      await instructeur.reload();
      await expect(lettre).toBeVisible({ timeout: 1000 });
    }).toPass();
    const pdf = await instructeur.request.get((await lettre.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const texte = await texteDuPdf(await pdf.body());
    for (const attendu of ['DEMANDE DE COMPLÉMENT', p.nom, numero, "La page d'identité est coupée.", '59000 Lille', '30 jours'])
      expect(texte).toContain(attendu);
    await verifierAccessibilite(instructeur);
  });

  await test.step('l’agent d’accueil retrouve la demande par son numéro, et saisit la réponse', async () => {
    await agent.goto(`/assistance?q=${numero}`);
    await agent
      .getByRole('row', { name: new RegExp(p.nom) })
      .getByRole('link')
      .click();
    await agent.getByRole('link', { name: 'Déposer au guichet' }).click();
    await agent.getByRole('link', { name: 'Saisir sa réponse' }).click();
    await agent.waitForURL(/\/guichet\/[^/]+\/complement/);
    await expect(agent.getByText('La page d’identité est coupée.')).toBeVisible();
    await verifierAccessibilite(agent);
    await scriptsPrets(agent);
    await agent.getByText('Mettre à jour le Document').click();
    await bouton(agent, 'Valider et envoyer').click();
    await expect(agent.locator('#erreurs')).toContainText('Joignez le nouveau document.');
    const place = emplacement(agent, 'nationalite.document');
    await joindre(agent, place, [await scan('a-jeter.png'), await scan('page-entiere.png')]);
    await expect(fichiersJoints(place)).toHaveCount(2);
    await place.getByRole('button', { name: 'Supprimer a-jeter.png' }).click();
    await expect(fichiersJoints(place)).toHaveCount(1);
    const lien = (await place.getByRole('link').first().getAttribute('href')) ?? '';
    expect((await agent.request.get(lien)).status()).toBe(200);
    await agent.setViewportSize({ width: 360, height: 740 });
    await verifierLargeur(agent);
    await bouton(agent, 'Valider et envoyer').click();
    await expect(agent.getByText('Vous avez répondu à cette demande')).toBeVisible();
    await verifierAccessibilite(agent);
  });

  await test.step('l’instructeur lit la réponse et qui l’a saisie', async () => {
    await ouvrirDossier(instructeur, numero);
    await expect(instructeur.getByText(/^Réponse reçue le/)).toBeVisible();
    await expect(instructeur.getByText('page-entiere.png').first()).toBeVisible();
  });
});

test('le parent d’un mineur, au guichet', async ({ page: agent }) => {
  const p = personne('guichetmineur');
  await entrerCommeAgent(agent, ACCUEIL);
  await recevoir(agent, p);
  await cocher(agent, 'demandeur.mineur');
  await bouton(agent, 'Commencer le dépôt').click();
  await resumeDit(agent, ['Choisissez qui est la personne présente pour l’enfant.', 'Écrivez le prénom de l’enfant.']);
  await verifierAccessibilite(agent);
  await choisir(agent, 'lien', 'mere');
  await champ(agent, 'representantNom').fill(p.nom);
  await champ(agent, 'representantPrenom').fill('Aïssatou');
  await champ(agent, 'enfantNom').fill(p.nom);
  await champ(agent, 'enfantPrenom').fill('Lina');
  await bouton(agent, 'Commencer le dépôt').click();
  await agent.waitForURL(/\/guichet\/[^/]+\/informations/);
  await expect(agent.getByText(`Cette demande est pour Lina ${p.nom}`)).toBeVisible();
  await verifierAccessibilite(agent);
});
