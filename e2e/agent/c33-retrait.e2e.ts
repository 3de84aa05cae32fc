// C33: the person leaves France and withdraws; everything stops, nothing is owed, and they get the proof.
import { jourDe } from '#domain/jour.ts';
import { verifierAccessibilite } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher, dater } from '../support/formulaire.ts';
import { entrerCommeAgent, INSTRUCTEUR, prendreEnCharge } from '../support/instruction.ts';
import { ouvrirNotification } from '../support/notifications.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const ANNONCE = 'Une notification vous attend dans votre espace personnel';

test('une demande se retire après confirmation ; la confirmation est dans les documents', async ({ page, autreNavigateur }) => {
  const p = personne('c33');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);

  await test.step('les conséquences sont dites, et rien ne part sans la case', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await page.getByRole('link', { name: 'Retirer ma demande' }).click();
    await expect(page.getByText('Vous n’avez aucune taxe à payer.')).toBeVisible();
    await expect(page.getByText(/elle n’est plus valable/)).toBeVisible();
    await bouton(page, 'Retirer ma demande').click();
    await expect(page.locator('#erreurs')).toContainText('un retrait ne s’annule pas');
    await verifierAccessibilite(page);
    await cocher(page, 'confirme');
    await bouton(page, 'Retirer ma demande').click();
    await expect(page.getByText('Votre demande est retirée')).toBeVisible();
    await verifierAccessibilite(page);
  });

  await test.step('la confirmation est un PDF ; le courriel ne dit rien', async () => {
    const courriel = await lireCourriel(page, p.email, ANNONCE);
    expect(courriel.texte).not.toMatch(/retrait|retiré/i);
    await ouvrirNotification(page, 'Retrait de la demande');
    await expect(page.getByText('Vous n’avez aucune taxe à payer.')).toBeVisible();
    await verifierAccessibilite(page);
    const { texte } = await telecharger(page, page.getByRole('link', { name: 'Télécharger le document' }));
    expect(texte).toContain('CONFIRMATION DU RETRAIT');
    expect(texte).toContain(numero);
    expect(texte).toContain("Aucune taxe n'est due");
    await page.goto(`/mon-compte/dossiers/${dossier}/retirer`);
    await expect(page.getByText('On ne retire qu’une demande en cours.')).toBeVisible();
  });

  await test.step('l’agent ne peut plus rien faire du dossier', async () => {
    const agent = await autreNavigateur();
    await entrerCommeAgent(agent, INSTRUCTEUR);
    await agent.goto(`/instruction/${dossier}`);
    await expect(agent.getByText('Retiré par l’usager')).toBeVisible();
    await expect(agent.getByRole('button', { name: 'Prendre en charge' })).toHaveCount(0);
  });
});

test('un agent enregistre le retrait demandé par lettre', async ({ page, autreNavigateur }) => {
  const p = personne('c33-lettre');
  await ouvrirUnCompte(page, p);
  const { dossier } = await faireLaDemande(page, p);
  const agent = await autreNavigateur();
  await entrerCommeAgent(agent, INSTRUCTEUR);
  await agent.goto(`/instruction/${dossier}`);
  await prendreEnCharge(agent);
  await agent.getByRole('link', { name: 'Enregistrer un retrait' }).click();
  await dater(agent, 'lettre', { jour: '1', mois: '1', annee: '2100' });
  await champ(agent, 'remarque').fill('Je repars à Montréal.');
  await bouton(agent, 'Enregistrer le retrait').click();
  await expect(agent.locator('#erreurs')).toContainText('La lettre ne peut pas être datée d’un jour à venir.');
  await verifierAccessibilite(agent);
  await dater(agent, 'lettre', jourDe(new Date()));
  await bouton(agent, 'Enregistrer le retrait').click();
  await expect(agent.getByText('Le retrait est enregistré')).toBeVisible();
  await expect(agent.getByText('Je repars à Montréal.')).toBeVisible();
  await lireCourriel(page, p.email, ANNONCE);
  await page.goto(`/mon-compte/dossiers/${dossier}`);
  await expect(page.getByText(/La demande a été retirée par /)).toBeVisible();
});
