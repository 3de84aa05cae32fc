// What an agent does with a dossier. The five agents of the demonstration, each in a browser of their own.
import { expect, type Page } from '@playwright/test';
import { jourDe } from '#domain/jour.ts';
import { MOT_DE_PASSE_DEMONSTRATION } from '../../prisma/demonstration.ts';
import { bouton, champ, cocher, dater, scriptsPrets } from './formulaire.ts';

export const INSTRUCTEUR = 'instructeur.nord@example.org';
export const VALIDEUR = 'valideur.nord@example.org';
export const AGENT_DU_RHONE = 'instructeur.rhone@example.org';
export const FRAUDE = 'fraude.nord@example.org';

/** The code that the telephone of a demonstration agent shows: read on its page, as a person does. A code serves once, so one may wait. */
export async function codeDe(page: Page, email: string): Promise<string> {
  const telephones = await page.context().newPage();
  try {
    const code = telephones.getByRole('row', { name: email }).getByRole('cell').last();
    let lu = '';
    await expect(async () => {
      await telephones.goto('/developpement/codes');
      lu = (await code.innerText()).trim();
      expect(lu).toMatch(/^\d{6}$/);
    }).toPass({ timeout: 90_000, intervals: [1000] });
    return lu;
  } finally {
    await telephones.close();
  }
}

/** Types a code until one is taken: another browser of the tests may have used the one that was shown. */
async function prouver(page: Page, email: string, valider: string, abouti: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    if (await abouti()) return;
    await champ(page, 'preuve.code').fill(await codeDe(page, email), { timeout: 5000 });
    await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), bouton(page, valider).click({ timeout: 5000 })]);
    await expect.poll(abouti, { timeout: 10_000 }).toBe(true);
  }).toPass({ timeout: 180_000 });
}

export async function motDePasseAgent(page: Page, email: string, motDePasse = MOT_DE_PASSE_DEMONSTRATION): Promise<void> {
  await page.goto('/agents/connexion');
  await champ(page, 'email').fill(email);
  await champ(page, 'motDePasse').fill(motDePasse);
  await bouton(page, 'Se connecter').click();
}

/** Sessions of agents opened by this worker: a code serves once, and thirty seconds are long. */
const ouvertes = new Map<string, Parameters<ReturnType<Page['context']>['addCookies']>[0]>();

/** In as an agent of the demonstration: password and second factor, or the session that this worker has already opened for them. */
export async function entrerCommeAgent(page: Page, email: string): Promise<void> {
  const gardes = ouvertes.get(email);
  if (gardes) {
    await page.context().addCookies(gardes);
    await page.goto('/agents/mon-compte');
    if (new URL(page.url()).pathname === '/agents/mon-compte') return;
  }
  await entrerAvecCode(page, email);
  const cookies = await page.context().cookies();
  ouvertes.set(
    email,
    cookies.filter((c) => c.name.endsWith('portail-agent')),
  );
}

/** In with a session of one's own, for a test that ends sessions or measures them. */
export async function entrerAvecCode(page: Page, email: string): Promise<void> {
  await motDePasseAgent(page, email);
  await expect(page.getByRole('heading', { name: 'Second facteur' })).toBeVisible();
  await prouver(page, email, 'Valider', async () => new URL(page.url()).pathname !== '/agents/facteur');
}

/** Searches the dossiers of the prefecture, from the queue: a number, a name. */
export async function chercherDossier(page: Page, numero: string): Promise<void> {
  await page.goto('/instruction');
  await page.getByRole('searchbox', { name: 'Nom, numéro, adresse électronique ou téléphone' }).fill(numero);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page).toHaveURL(/\/instruction\/recherche\?q=/);
}

export async function ouvrirDossier(page: Page, numero: string): Promise<void> {
  await chercherDossier(page, numero);
  await page.getByRole('link', { name: numero }).click();
  await expect(page.locator('.agent-identite')).toContainText(numero);
}

export async function prendreEnCharge(page: Page): Promise<void> {
  await bouton(page, 'Prendre en charge').click();
  await expect(page.getByText('Vous avez pris ce dossier en charge.')).toBeVisible();
}

/** Gives a new numéro étranger and returns it. */
export async function attribuerNumero(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Attribuer un numéro étranger' }).click();
  await cocher(page, 'choix.nouveau');
  await bouton(page, 'Attribuer un numéro étranger').click();
  await expect(page.getByText('Le numéro étranger est attribué')).toBeVisible();
  const identite = await page.locator('.agent-identite').innerText();
  return /\b\d{10}\b/.exec(identite)?.[0] ?? '';
}

/** Says that each piece conforms, one after the other: the page leads to the next. */
export async function toutEstConforme(page: Page): Promise<void> {
  const aVoir = page.locator('.agent-piece', { hasText: 'À vérifier' });
  await aVoir.first().getByRole('link').first().click();
  await scriptsPrets(page);
  for (let reste = await aVoir.count(); reste > 0; reste = await aVoir.count()) {
    await cocher(page, 'verdict.conforme');
    await bouton(page, 'Enregistrer l’avis sur la pièce').click();
    await expect(aVoir).toHaveCount(reste - 1);
  }
}

/** Asks for an opinion on the dossier that is open; the page is that of its opinions. */
export async function demanderAvis(page: Page, sorte: 'commission' | 'fraude' | 'maire', question: string): Promise<void> {
  await page.getByRole('link', { name: /Demander un avis|Voir les avis/ }).click();
  await cocher(page, `sorte.${sorte}`);
  await champ(page, 'question').fill(question);
  await bouton(page, 'Demander cet avis').click();
  await expect(page.getByText('L’avis est demandé.')).toBeVisible();
}

/** Records the first opinion awaited of the page of the opinions, given today. */
export async function rendreAvis(page: Page, sens: 'favorable' | 'reserve' | 'defavorable', texte: string): Promise<void> {
  const titre = page.getByText('Enregistrer l’avis rendu').first();
  const formulaire = page.locator('details', { has: titre }).first();
  if (!(await formulaire.evaluate((d: HTMLDetailsElement) => d.open))) await titre.click();
  await cocher(page, `sens.${sens}`);
  await champ(page, 'texte').fill(texte);
  await dater(page, 'rendu', jourDe(new Date()));
  await bouton(page, 'Enregistrer l’avis').click();
  await expect(page.getByText('L’avis est enregistré.')).toBeVisible();
}

/** The commission du titre de séjour, heard against (L.432-13): a refusal may then be proposed. */
export async function entendreLaCommission(page: Page): Promise<void> {
  const dossier = new URL(page.url()).pathname;
  await demanderAvis(page, 'commission', 'Un refus est envisagé : la filiation n’est pas établie.');
  await rendreAvis(page, 'defavorable', 'La commission estime que la filiation n’est pas établie.');
  await page.goto(dossier);
}

export type Reproche = { piece: string; motif: string; observation: string };

/** Asks for a complement on these pieces. `annonce`: what the agent is told then. */
export async function demanderComplement(
  page: Page,
  reproches: readonly Reproche[],
  annonce = 'La demande de complément est envoyée : la personne est prévenue.',
): Promise<void> {
  await page.getByRole('link', { name: 'Demander un complément' }).click();
  for (const { piece, motif, observation } of reproches) {
    await cocher(page, `pieces.${piece}.retenu`);
    await champ(page, `pieces.${piece}.motif`).selectOption(motif);
    await champ(page, `pieces.${piece}.observation`).fill(observation);
  }
  await bouton(page, 'Envoyer la demande de complément').click();
  await expect(page.getByText(annonce)).toBeVisible();
}

export async function signer(page: Page, libelle: 'Signer la décision favorable' | 'Signer le refus' | 'Signer la clôture'): Promise<void> {
  await page.getByRole('link', { name: 'Relire et signer' }).click();
  await cocher(page, 'relu');
  await bouton(page, libelle).click();
  const signee = page.getByText('La décision est signée : la personne est prévenue.');
  const preuve = page.getByRole('group', { name: 'Confirmez que c’est bien vous' });
  await expect(signee.or(preuve)).toBeVisible();
  // proven more than ten minutes ago: asked again, in the same form
  if (await preuve.isVisible()) await prouver(page, VALIDEUR, libelle, () => signee.isVisible());
  await expect(signee).toBeVisible();
}
