// The dossier page at work: two agents on one dossier, a verdict with a sentence kept and taken up again, checks, a note, a duplicate set
// aside, a file turned and enlarged without scripts, text kept when somebody else wrote meanwhile.
import type { Page } from '@playwright/test';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher, scriptsPrets } from '../support/formulaire.ts';
import { entrerCommeAgent, INSTRUCTEUR, prendreEnCharge } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const COLLEGUE = 'instructeur.nord2@example.org';
const AVIS = 'Enregistrer l’avis sur la pièce';
/** Several forms on one page: a label must not lead to the field of another. */
const idsEnDouble = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('main [id]')].map((e) => e.id);
    return ids.filter((id, rang) => ids.indexOf(id) !== rang);
  });
const piece = (page: Page, nom: string) => page.getByRole('link', { name: nom, exact: true });

test('un dossier se lit à deux, se juge d’un geste, se compare, et rien ne s’y écrase', async ({ page, autreNavigateur }) => {
  const p = personne('dossier');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const double = await autreNavigateur();
  const q = { ...personne('double'), nom: p.nom };
  await ouvrirUnCompte(double, q);
  const second = await faireLaDemande(double, q);

  const agent = await autreNavigateur();
  const collegue = await autreNavigateur();
  await test.step('deux agents se voient', async () => {
    await entrerCommeAgent(agent, INSTRUCTEUR);
    await agent.goto(`/instruction/${dossier}`);
    await prendreEnCharge(agent);
    await entrerCommeAgent(collegue, COLLEGUE);
    await collegue.goto(`/instruction/${dossier}`);
    await expect(collegue.getByText(/Camille TESTINSTRUC (vient d’ouvrir ce dossier|a ce dossier ouvert depuis)/)).toBeVisible();
    await agent.reload();
    await expect(agent.locator('.agent-presence')).toContainText('TEST');
    await verifierAccessibilite(agent);
  });

  await test.step('un fichier s’agrandit et se tourne, au clavier, par la feuille de style seule', async () => {
    await piece(agent, 'Justificatif de filiation avec le parent').click();
    const vue = agent.locator('.agent-vue__page').locator('img, iframe');
    await expect(vue).toHaveCSS('rotate', /^(none|0deg)$/);
    const largeur = async () => (await vue.boundingBox())?.width ?? 0;
    const avant = await largeur();
    await cocher(agent, 'zoom-a-200');
    await expect.poll(largeur).toBeGreaterThan(avant * 1.9);
    await champ(agent, 'rotation-a-0').focus();
    await agent.keyboard.press('ArrowRight');
    await expect(champ(agent, 'rotation-a-90')).toBeChecked();
    await expect(vue).toHaveCSS('rotate', '90deg');
    await verifierAccessibilite(agent);
    await agent.getByRole('link', { name: /^Pièce précédente/ }).click();
    await expect(agent).toHaveURL(/piece=/);
    await expect(agent.getByRole('link', { name: /^Pièce suivante/ })).toBeVisible();
  });

  await test.step('un avis se donne d’un choix, sa phrase se garde puis se reprend', async () => {
    await piece(agent, 'Justificatif de nationalité').click();
    await scriptsPrets(agent);
    expect(await idsEnDouble(agent)).toEqual([]);
    await cocher(agent, 'verdict.illisible');
    await champ(agent, 'observation').fill('La page d’identité est floue.');
    await cocher(agent, 'garder');
    await bouton(agent, AVIS).click();
    await expect(agent.getByText('L’avis sur la pièce est enregistré.')).toBeVisible();
    await piece(agent, 'Justificatif de filiation avec le parent').click();
    await scriptsPrets(agent);
    await cocher(agent, 'verdict.incomplet');
    await expect(agent.getByRole('button', { name: /La page d’identité est floue/ })).toBeHidden();
    await cocher(agent, 'verdict.illisible');
    await agent.getByRole('button', { name: /La page d’identité est floue/ }).click();
    await expect(champ(agent, 'observation')).toHaveValue('La page d’identité est floue.');
    await champ(agent, 'observation').fill('La page d’identité est floue : refaites la photographie.');
    await verifierAccessibilite(agent);
  });

  await test.step('ce que le collègue écrit pendant ce temps n’efface rien et se dit', async () => {
    await collegue.reload();
    await scriptsPrets(collegue);
    await collegue.getByRole('textbox', { name: 'Note interne' }).fill('Vue au guichet hier.');
    await bouton(collegue, 'Ajouter la note').click();
    await expect(collegue.getByText('La note est ajoutée. La personne ne la lit pas.')).toBeVisible();
    await bouton(agent, AVIS).click();
    const resume = agent.locator('#erreurs');
    await expect(resume).toContainText('Ce dossier a changé depuis que vous l’avez ouvert : Note interne ajoutée.');
    await expect(champ(agent, 'observation')).toHaveValue('La page d’identité est floue : refaites la photographie.');
    await expect(champ(agent, 'verdict.illisible')).toBeChecked();
    await verifierAccessibilite(agent);
    await bouton(agent, AVIS).click();
    await expect(agent.getByText('L’avis sur la pièce est enregistré.')).toBeVisible();
    await expect(agent.getByText('Vue au guichet hier.')).toBeVisible();
  });

  await test.step('les avis se donnent au clavier, d’une pièce à la suivante, et l’on revient à sa liste', async () => {
    await agent.goto('/instruction?onglet=a_instruire&tri=depot');
    await scriptsPrets(agent);
    await agent.goto(`/instruction/${dossier}`);
    await scriptsPrets(agent);
    // a form that answers does not say that the keys are listened to already: one presses again, as a person would
    await expect(async () => {
      await agent.keyboard.press('j');
      await expect(agent).toHaveURL(/piece=/, { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await agent.goto(`/instruction/${dossier}?piece=domicile#piece`);
    await scriptsPrets(agent);
    await expect(async () => {
      await agent.keyboard.press('c');
      await expect(champ(agent, 'verdict.conforme')).toBeFocused({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await agent.keyboard.press('Enter');
    await expect(agent.getByText('L’avis sur la pièce est enregistré.')).toBeVisible();
    await expect(agent).toHaveURL(/apres=domicile/);
    // the keyboard is on the next piece, not at the top of the page
    await expect(agent.locator('#piece')).toBeFocused();
    const suivante = await agent.locator('#piece-titre').textContent();
    await agent.keyboard.press('j');
    await expect(agent.locator('#piece-titre')).not.toHaveText(suivante ?? '');
    await scriptsPrets(agent);
    await agent.keyboard.press('k');
    await expect(agent.locator('#piece-titre')).toHaveText(suivante ?? '');
    await scriptsPrets(agent);
    await agent.keyboard.press('u');
    await expect(agent).toHaveURL(/\/instruction\?onglet=a_instruire&tri=depot$/);
    await agent.goto(`/instruction/${dossier}`);
  });

  await test.step('un doublon se propose, s’écarte et ne revient pas ; un contrôle se marque', async () => {
    const doublons = agent.locator('#doublons');
    await expect(doublons).toContainText(second.numero);
    await expect(doublons).toContainText('Mêmes noms, naissance et nationalité');
    await doublons.getByRole('button', { name: /Ce n’est pas la même personne/ }).click();
    await expect(agent.getByText('cette autre demande est de quelqu’un d’autre')).toBeVisible();
    await expect(agent.locator('#doublons')).toHaveCount(0);
    const polygamie = agent.locator('#controle-polygamie');
    await polygamie.getByRole('button', { name: /^Vu/ }).click();
    await expect(polygamie).toContainText('Vu par');
    await agent.locator('#historique').getByRole('link', { name: 'L’examen' }).click();
    await expect(agent.locator('.agent-historique')).toContainText('Doublon écarté.');
    await expect(agent.locator('.agent-historique')).toContainText('Contrôle « Polygamie » : vu');
    await expect(agent.locator('.agent-historique')).not.toContainText('Demande déposée.');
    await verifierAccessibilite(agent);
  });

  await test.step('les phrases se tiennent sur leur page ; un téléphone suffit', async () => {
    await agent.goto('/instruction/phrases');
    await scriptsPrets(agent);
    await verifierAccessibilite(agent);
    await agent.getByRole('button', { name: /Retirer la phrase « La page d’identité est floue. »/ }).click();
    await expect(agent.getByText('La phrase est retirée.')).toBeVisible();
    await agent.setViewportSize({ width: 360, height: 740 });
    await verifierLargeur(agent);
    await agent.goto(`/instruction/${dossier}?piece=filiation#piece`);
    await verifierLargeur(agent);
    await verifierAccessibilite(agent);
  });

  await test.step('la personne ne lit rien de tout cela', async () => {
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.getByRole('main')).toContainText(numero);
    await expect(page.getByRole('main')).not.toContainText(/guichet hier|Note interne|Doublon|Polygamie/);
  });
});
