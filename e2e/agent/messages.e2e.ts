// The person and the service write to each other: both ways, with a file; one message taken back; more time; something added, then put
// among the pieces.
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { document, infecte, scan } from '../support/fichiers.ts';
import { bouton, champ, dater, scriptsPrets } from '../support/formulaire.ts';
import { demanderComplement, entrerCommeAgent, INSTRUCTEUR, prendreEnCharge } from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { personne } from '../support/personnes.ts';
import { emplacement, fichiersJoints, joindre } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

const ANNONCE = 'Une notification vous attend dans votre espace personnel';
const PLACE = 'fichiers.message';

test('des messages avec un fichier, un message repris, un délai accordé, un ajout versé', async ({ page, autreNavigateur, veille }) => {
  veille.tolerer(/status of 422/);
  const p = personne('messages');
  await ouvrirUnCompte(page, p);
  const { dossier } = await faireLaDemande(page, p);
  const agent = await autreNavigateur();
  await entrerCommeAgent(agent, INSTRUCTEUR);
  await agent.goto(`/instruction/${dossier}`);
  await prendreEnCharge(agent);

  await test.step('la personne écrit et joint un fichier ; rien n’est perdu d’un refus', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await verifierAccessibilite(page);
    await suivre(page.getByRole('main').getByRole('link', { name: 'Messages', exact: true }));
    await verifierAccessibilite(page);
    await scriptsPrets(page);
    await bouton(page, 'Envoyer le message').click();
    await expect(page.locator('#erreurs')).toContainText('Écrivez votre message.');
    await champ(page, 'texte').fill('Bonjour, voici mon nouveau contrat de travail.');
    const place = emplacement(page, PLACE);
    await joindre(page, place, await infecte());
    await expect(place.getByText(/contient un virus/)).toBeVisible();
    await joindre(page, place, await document('contrat.pdf'));
    await expect(fichiersJoints(place)).toHaveCount(1);
    await expect(champ(page, 'texte')).toHaveValue('Bonjour, voici mon nouveau contrat de travail.');
    await bouton(page, 'Envoyer le message').click();
    await expect(page.getByText('Votre message est envoyé.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'voici mon nouveau contrat' })).toContainText('contrat.pdf');
    await verifierAccessibilite(page);
  });

  await test.step('l’agent le voit à traiter, lit le fichier, répond ; un premier message est repris', async () => {
    await agent.goto(`/instruction/${dossier}`);
    await expect(agent.getByText('1 à traiter')).toBeVisible();
    await agent.getByRole('link', { name: /Lire les messages/ }).click();
    await expect(agent.getByText('Bonjour, voici mon nouveau contrat de travail.')).toBeVisible();
    const fichier = await agent.request.get((await agent.getByRole('link', { name: /^contrat\.pdf/ }).getAttribute('href')) ?? '');
    expect(fichier.headers()['content-type']).toBe('application/pdf');
    await verifierAccessibilite(agent);
    await scriptsPrets(agent);
    await champ(agent, 'texte').fill('Message pour un autre dossier.');
    await bouton(agent, 'Envoyer le message').click();
    await expect(agent.getByText('Pas encore parti')).toBeVisible();
    await verifierAccessibilite(agent);
    await bouton(agent, 'Reprendre ce message').click();
    await expect(agent.getByText('Le message est repris')).toBeVisible();
    await expect(champ(agent, 'texte')).toHaveValue('Message pour un autre dossier.');
    await champ(agent, 'texte').fill('Merci, votre contrat est bien arrivé.');
    const place = emplacement(agent, PLACE);
    await joindre(agent, place, await scan('plan-d-acces.png'));
    await expect(fichiersJoints(place)).toHaveCount(1);
    await bouton(agent, 'Envoyer le message').click();
    await expect(agent.getByText('Pas encore parti')).toBeVisible();
  });

  await test.step('la personne est prévenue au départ, et ne lit que le message parti', async () => {
    await expect(async () => {
      const courriel = await lireCourriel(page, p.email, ANNONCE);
      expect(courriel.texte).not.toMatch(/contrat/);
    }).toPass({ timeout: 90_000 });
    await ouvrirNotification(page, 'Message de l’administration');
    await page.getByRole('link', { name: 'Lire le message et répondre' }).click();
    await expect(page.getByText('Merci, votre contrat est bien arrivé.')).toBeVisible();
    await expect(page.getByText('Message pour un autre dossier.')).toHaveCount(0);
    await expect(page.getByText(/Lu par l’administration le/)).toBeVisible();
    const fichier = await page.request.get((await page.getByRole('link', { name: /plan-d-acces/ }).getAttribute('href')) ?? '');
    expect(fichier.headers()['content-type']).toBe('image/png');
    await agent.reload();
    await expect(agent.getByText(/Lu par la personne le/)).toBeVisible();
  });

  await test.step('la personne demande un délai, l’agent l’accorde, les deux lisent le même jour', async () => {
    await agent.goto(`/instruction/${dossier}`);
    await demanderComplement(agent, [{ piece: 'nationalite', motif: 'illisible', observation: 'La page est coupée.' }]);
    await lireCourriel(page, p.email, ANNONCE, 2);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await page.getByRole('link', { name: 'Ouvrir la demande de complément' }).click();
    await page.getByText('J’ai besoin de plus de temps').click();
    await champ(page, 'motif').fill('Le consulat me reçoit en janvier.');
    await bouton(page, 'Demander un délai supplémentaire').click();
    await expect(page.getByText('Votre demande de délai est envoyée')).toBeVisible();
    await agent.goto(`/instruction/${dossier}`);
    await expect(agent.getByText('Le consulat me reçoit en janvier.')).toBeVisible();
    await verifierAccessibilite(agent);
    const annee = new Date().getFullYear() + 1;
    await dater(agent, 'jusqu', { jour: '31', mois: '3', annee: String(annee) });
    await bouton(agent, 'Accorder ce délai').click();
    await expect(agent.getByText('Le délai est prolongé')).toBeVisible();
    await expect(agent.getByText(`Réponse attendue au plus tard le 31/03/${annee}.`)).toBeVisible();
    await lireCourriel(page, p.email, ANNONCE, 3);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.getByText(new RegExp(`Répondez au plus tard le 31/03/${annee}`))).toBeVisible();
  });

  await test.step('l’agent continue sans attendre ; la personne ajoute le document d’elle-même, il est versé à la pièce', async () => {
    await agent.getByText('Continuer sans attendre la réponse').click();
    await champ(agent, 'motifLevee').fill('Original vu au guichet.');
    await bouton(agent, 'Lever la demande de complément').click();
    await expect(agent.getByText('La demande de complément est levée')).toBeVisible();
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await suivre(page.getByRole('link', { name: 'Ajouter des éléments à ma demande' }));
    await verifierAccessibilite(page);
    await scriptsPrets(page);
    await bouton(page, 'Envoyer ces éléments').click();
    await expect(page.locator('#erreurs')).toContainText('Joignez un fichier ou écrivez un message.');
    const place = emplacement(page, PLACE);
    await joindre(page, place, await scan('passeport-neuf.png'));
    await expect(fichiersJoints(place)).toHaveCount(1);
    await page.getByLabel('« passeport-neuf.png » correspond à (facultatif)').selectOption('nationalite');
    await verifierAccessibilite(page);
    await bouton(page, 'Envoyer ces éléments').click();
    await expect(page.getByText('Vos éléments sont ajoutés')).toBeVisible();
    await agent.goto(`/instruction/${dossier}/messages`);
    await expect(agent.getByText('Éléments ajoutés')).toBeVisible();
    const ajout = agent.getByRole('listitem').filter({ hasText: 'passeport-neuf.png' }).last();
    await ajout.getByText('Verser à une pièce').click();
    await verifierAccessibilite(agent);
    await ajout.getByRole('button', { name: 'Verser', exact: true }).click();
    await expect(agent.getByText('Le document est versé à la pièce')).toBeVisible();
    const piece = agent.locator('.agent-piece', { has: agent.getByRole('link', { name: 'Justificatif de nationalité', exact: true }) });
    await expect(piece).toContainText('passeport-neuf.png');
    await expect(piece).toContainText('Versions précédentes : 1');
  });
});
