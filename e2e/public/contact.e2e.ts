// The centre de contact: somebody without a compte writes with a screenshot, without scripts; an agent answers; the person comes back
// by the link of the mail, which works once.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel } from '../support/boite.ts';
import { protege, scan } from '../support/fichiers.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { entrerCommeAgent } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const SUPPORT = 'support@example.org';

test('écrire au centre de contact sans scripts, être répondu, revenir par le lien', async ({ browser, page: agent, veille }) => {
  test.slow();
  veille.tolerer(/status of 4\d\d/);
  const p = personne('contact');
  const contexte = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await contexte.newPage();
  let numero = '';

  await test.step('le formulaire, rempli d’avance par la page d’où l’on vient', async () => {
    await page.goto('/contact?page=/demarches/x/justificatifs&erreur=ABCD2345');
    await expect(champ(page, 'page')).toHaveValue('/demarches/x/justificatifs');
    await expect(champ(page, 'erreur')).toHaveValue('ABCD2345');
    await expect(champ(page, 'jour')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
    await verifierLargeur(page);
    await champ(page, 'message').fill('Court.');
    await champ(page, 'nom').fill(`${p.nom} ${p.prenom}`);
    await champ(page, 'captures').setInputFiles([await scan('ecran.png'), await protege()]);
    await bouton(page, 'Envoyer').click();
  });

  await test.step('ce qui est à corriger revient rempli, la bonne capture gardée', async () => {
    const resume = page.locator('#erreurs');
    await expect(resume).toContainText('Expliquez votre problème en quelques phrases');
    await expect(resume).toContainText('Indiquez votre adresse électronique');
    await expect(champ(page, 'nom')).toHaveValue(`${p.nom} ${p.prenom}`);
    await expect(page.getByText('ecran.png')).toBeVisible();
    await verifierLargeur(page);
    await champ(page, 'sujet').selectOption('pieces');
    await champ(page, 'message').fill('Mon passeport ne se joint pas : la page tourne sans fin depuis hier soir.');
    await champ(page, 'prefecture').selectOption('59');
    await champ(page, 'email').fill(p.email);
    await bouton(page, 'Envoyer').click();
    await expect(page.getByRole('heading', { name: 'Votre message est envoyé' })).toBeVisible();
    numero = await page.locator('main .portail-numero').innerText();
    expect(numero).toMatch(/^\d{4}-\d{6}$/);
  });

  const recu = await lireCourriel(page, p.email, `Votre message est enregistré : ticket n° ${numero}`);
  const lien = recu.liens.find((l) => l.includes('/contact/suivi?jeton=')) ?? '';
  const chemin = new URL(lien).pathname + new URL(lien).search;

  await test.step('l’agent trouve le ticket, voit la capture, répond', async () => {
    await entrerCommeAgent(agent, SUPPORT);
    await agent.goto('/assistance');
    await agent.getByLabel('Numéro, nom, adresse électronique').fill(numero);
    await bouton(agent, 'Filtrer').click();
    await expect(agent).toHaveURL(/q=/);
    await verifierAccessibilite(agent);
    await agent.getByRole('link', { name: numero }).click();
    await expect(agent.getByText('Mon passeport ne se joint pas')).toBeVisible();
    const capture = agent.getByRole('link', { name: 'ecran.png' });
    expect((await agent.request.get((await capture.getAttribute('href')) ?? '')).headers()['content-type']).toBe('image/png');
    await verifierAccessibilite(agent);
    await champ(agent, 'texte').fill('Nous avons corrigé le problème.\nEssayez à nouveau, et dites-nous.');
    await bouton(agent, 'Répondre').click();
    await expect(agent.getByText('Votre réponse est partie.')).toBeVisible();
  });

  await test.step('la personne lit la réponse dans son courriel ; le premier lien ouvre ses échanges, une fois', async () => {
    const reponse = await lireCourriel(page, p.email, `Réponse à votre ticket n° ${numero}`);
    expect(reponse.texte).toContain('Essayez à nouveau, et dites-nous.');
    // a scanner that follows the link uses nothing up
    await page.request.get(chemin);
    await page.goto(chemin);
    await bouton(page, 'Ouvrir mes échanges').click();
    await expect(page.getByRole('heading', { name: `Ticket n° ${numero}` })).toBeVisible();
    await expect(page.getByText('Essayez à nouveau, et dites-nous.')).toBeVisible();
    await verifierLargeur(page);
    await champ(page, 'texte').fill('Cela marche, merci !');
    await bouton(page, 'Envoyer').click();
    await expect(page.getByText('Cela marche, merci !')).toBeVisible();
    await bouton(page, 'Fermer mes échanges sur cet appareil').click();
    await page.goto(chemin);
    await expect(page.getByText('Ce lien ne fonctionne plus')).toBeVisible();
  });

  await test.step('un collègue a répondu entre-temps : rien n’est écrasé', async () => {
    await champ(agent, 'texte').fill('Écrit sans avoir vu la réponse.');
    await bouton(agent, 'Répondre').click();
    await expect(agent.locator('#erreurs')).toContainText('modifié par quelqu’un d’autre');
    await expect(champ(agent, 'texte')).toHaveValue('Écrit sans avoir vu la réponse.');
    await agent.reload();
    await expect(agent.getByText('Cela marche, merci !')).toBeVisible();
    await bouton(agent, 'Clore sans répondre').click();
    await expect(agent.getByRole('button', { name: 'Rouvrir le ticket' })).toBeVisible();
  });

  await test.step('sans lien, la page en envoie un autre, à la même adresse et sans rien dire', async () => {
    for (const email of [p.email, `x${p.email}`]) {
      await page.goto('/contact/suivi');
      await champ(page, 'numero').fill(numero);
      await champ(page, 'email').fill(email);
      await bouton(page, 'Recevoir un nouveau lien').click();
      await expect(page.getByText('Si un ticket porte ce numéro et cette adresse')).toBeVisible();
    }
    expect((await lireCourriel(page, p.email, `Votre lien vers le ticket n° ${numero}`)).liens.join()).toContain('/contact/suivi?jeton=');
  });
  await contexte.close();
});
