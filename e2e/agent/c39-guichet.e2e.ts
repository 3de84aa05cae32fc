// C39: blocked at step 4. The person writes with a screenshot; the impossibility is recorded; at the desk, the agent d'accueil goes on
// with their request to the deposit; they get the same mail and the same document, and read who filed.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, dossierDe, poursuivre, remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { scan } from '../support/fichiers.ts';
import { bouton, champ, cocher } from '../support/formulaire.ts';
import { ACCUEIL, continuer } from '../support/guichet.ts';
import { entrerCommeAgent } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('la personne bloquée dépose au guichet, avec un agent d’accueil', async ({ page, autreNavigateur, veille }) => {
  test.setTimeout(600_000);
  veille.tolerer(/status of 404/);
  const p = personne('guichet');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  const dossier = dossierDe(page);

  await test.step('bloquée, elle écrit au centre de contact avec une capture', async () => {
    await page.goto('/contact?page=/demarches/x/justificatifs&erreur=ABCD2345');
    await champ(page, 'sujet').selectOption('blocage');
    await champ(page, 'message').fill('Je ne peux pas joindre mes justificatifs : la page répond par une erreur depuis hier.');
    await champ(page, 'prefecture').selectOption('59');
    await champ(page, 'nom').fill(`${p.nom} ${p.prenom}`);
    await champ(page, 'email').fill(p.email);
    await champ(page, 'captures').setInputFiles([await scan('ecran.png')]);
    await bouton(page, 'Envoyer').click();
    await expect(page.getByRole('heading', { name: 'Votre message est envoyé' })).toBeVisible();
  });
  const numero = await page.locator('main .portail-numero').innerText();

  const agent = await autreNavigateur();
  await test.step('l’agent d’accueil constate l’impossibilité', async () => {
    await entrerCommeAgent(agent, ACCUEIL);
    expect((await agent.request.get(`/guichet/${dossier}/motif`)).status(), 'avant le constat').toBe(404);
    await agent.goto(`/assistance?q=${numero}`);
    await agent.getByRole('link', { name: numero }).click();
    await expect(agent.getByRole('link', { name: 'Déposer au guichet' })).toHaveCount(0);
    await champ(agent, 'motif').fill('L’étape des justificatifs répond par une erreur, malgré l’aide reçue.');
    await bouton(agent, 'Constater l’impossibilité').click();
    await agent.getByRole('link', { name: 'Déposer au guichet' }).click();
  });

  await test.step('il note l’identité vue, et reprend la demande', async () => {
    await agent.waitForURL(/\/guichet\/depart\//);
    await verifierAccessibilite(agent);
    await cocher(agent, 'piece.passeport');
    await champ(agent, 'fin').fill('12ab');
    await cocher(agent, 'identite');
    await cocher(agent, 'adresse');
    await champ(agent, 'procedure').selectOption('enfant-de-francais');
    await bouton(agent, 'Commencer le dépôt').click();
    await agent.waitForURL(new RegExp(`/guichet/${dossier}/informations`));
    await expect(champ(agent, 'nom_naissance')).toHaveValue(p.nom);
    await expect(agent.getByText('Vous agissez pour')).toBeVisible();
    await expect(agent.getByRole('link', { name: 'Abandonner la demande' })).toHaveCount(0);
    await verifierAccessibilite(agent);
  });

  await test.step('il va jusqu’au dépôt, par les mêmes étapes', async () => {
    await continuer(agent, 'motif');
    await remplirEtape3(agent, p);
    await continuer(agent, 'justificatifs');
    await remplirEtape4(agent);
    const joint = agent.locator('a[href^="/api/fichiers/"]').first();
    expect((await agent.request.get((await joint.getAttribute('href')) ?? '')).status()).toBe(200);
    await continuer(agent, 'depot');
    await bouton(agent, 'Déposer la demande').click();
    await agent.waitForURL(new RegExp(`/guichet/${dossier}/confirmation`));
  });
  const demande = await agent.locator('main .portail-numero').first().innerText();

  await test.step('il imprime la confirmation', async () => {
    const lien = agent.getByRole('link', { name: 'Télécharger la confirmation de dépôt' });
    await expect(async () => {
      await agent.reload();
      await expect(lien).toBeVisible({ timeout: 1000 });
    }).toPass();
    const pdf = await agent.request.get((await lien.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    await verifierAccessibilite(agent);
    await agent.setViewportSize({ width: 360, height: 740 });
    await verifierLargeur(agent);
  });

  await test.step('la personne reçoit le courriel de tous, et lit qui a déposé', async () => {
    expect((await lireCourriel(page, p.email, 'Votre demande de titre de séjour est enregistrée')).texte).toContain(demande);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.getByText(/Un agent d’accueil \(.*Nord.*\) a déposé la demande/)).toBeVisible();
  });
});
