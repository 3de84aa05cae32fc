// Any démarche, walked through its screens from the worked example of its définition. Every answer of the example must find its question
// on the screen, every screen must let go to the next: what is missing fails.
import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type Jour, jourDe, jourLisible, plusJours, plusMois } from '#domain/jour.ts';
import type { Etape, Procedure, Reponses } from '#domain/procedure/definition.ts';
import { cheminVers } from '#domain/procedure/situation.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { ENTREES } from '#procedures/situations.ts';
import { MOT_DE_PASSE_DEMONSTRATION, titulairesDeDemonstration } from '../../prisma/demonstration.ts';
import { repondreATout } from './champs.ts';
import { seConnecter } from './compte.ts';
import { POURSUIVRE, poursuivre } from './demarche.ts';
import { bouton, champ, cocher, scriptsPrets } from './formulaire.ts';
import { telecharger } from './pdf.ts';
import type { Personne } from './personnes.ts';
import { confirmerEphoto, joindreTout } from './pieces.ts';

export type Changements = {
  /** over the answers of the example; `undefined` takes one away */
  reponses?: { [code: string]: Reponses[string] | undefined };
  variantes?: Readonly<Record<string, string>>;
};

/** The définition in force, with its example changed. */
export function exempleDe(slug: string, { reponses = {}, variantes = {} }: Changements = {}): Procedure {
  const procedure = procedureActuelle(slug);
  if (!procedure) throw new Error(`aucune démarche ${slug}`);
  const gardees = Object.entries({ ...procedure.exemple.reponses, ...reponses }).flatMap(([code, reponse]) =>
    reponse === undefined ? [] : [[code, reponse] as const],
  );
  return { ...procedure, exemple: { reponses: Object.fromEntries(gardees), variantes: { ...procedure.exemple.variantes, ...variantes } } };
}

/** Entry question and step 1, of who has no number: the branch that leads to the procedure. */
export async function entrerParLaSituation(page: Page, { slug, etapes }: Procedure): Promise<void> {
  const chemin = cheminVers(ENTREES, slug);
  if (!chemin) throw new Error(`aucune situation ne mène à ${slug}`);
  await page.goto('/premiere-demande');
  await cocher(page, `entree.${chemin.entree.code}`);
  await bouton(page, 'Je continue').click();
  await page.waitForURL(/\/demarches\/nouvelle/);
  const [premier = '', second] = chemin.choix;
  await cocher(page, `situation.${premier}`);
  if (second) await cocher(page, `precision.${premier}.${second}`);
  await poursuivre(page, etapes.find((e) => e.sorte === 'champs')?.code ?? '');
}

/** A holder of the demonstration logs in. */
export async function entrerTitulaire(page: Page, numeroEtranger: string): Promise<void> {
  await seConnecter(page, numeroEtranger, MOT_DE_PASSE_DEMONSTRATION);
}

/** « Moi-même », what is offered, « Je commence », the préambule, « Je continue ». */
export async function commencerMoiMeme(page: Page, { slug, nom, etapes }: Procedure): Promise<void> {
  await page.goto('/demander-un-titre/moi-meme');
  const offre = champ(page, `procedure.${slug}`);
  if (await offre.count()) {
    await cocher(page, `procedure.${slug}`);
    await bouton(page, 'Je commence').click();
  } else {
    const autres = page.getByText('Demander un titre pour un autre motif');
    const lien = page.getByRole('link', { name: nom, exact: true });
    if (!(await lien.isVisible())) await autres.click();
    await lien.click();
  }
  await expect(page.getByRole('heading', { level: 1, name: nom })).toBeVisible();
  await bouton(page, 'Je continue').click();
  await page.waitForURL(new RegExp(`/demarches/[^/]+/${etapes.find((e) => e.sorte !== 'situation')?.code}(?:#|$)`));
}

/** What the registre knows of a holder of the demonstration, under the codes of the état civil. */
export function identiteDuTitulaire(numeroEtranger: string): Reponses {
  const titulaire = titulairesDeDemonstration.find((t) => t.numeroEtranger === numeroEtranger);
  if (!titulaire) throw new Error(`aucun titulaire ${numeroEtranger}`);
  const { nomNaissance, prenoms, sexe, naissanceAnnee, naissanceMois, naissanceJour, paysNaissance, lieuNaissance, nationalites } =
    titulaire.personne;
  const deux = (n: number | null) => (n === null ? [] : [String(n).padStart(2, '0')]);
  return {
    nom_naissance: nomNaissance,
    prenoms,
    sexe,
    date_naissance: [String(naissanceAnnee), ...deux(naissanceMois), ...deux(naissanceJour)].join('-'),
    pays_naissance: paysNaissance,
    lieu_naissance: lieuNaissance,
    nationalites,
  };
}

/** The identity of a person of the tests, under the same codes. */
export const identiteDe = (p: Personne): Reponses => ({ nom_naissance: p.nom, prenoms: [p.prenom] });

/** One screen of questions, without leaving it. */
export async function remplirEcran(page: Page, procedure: Procedure, code: string, scripts = true): Promise<void> {
  const etape = procedure.etapes.find((e) => e.code === code);
  if (etape?.sorte !== 'champs') throw new Error(`${procedure.slug} n'a pas d'écran de questions ${code}`);
  if (scripts) await scriptsPrets(page);
  const questions = etape.sections.flatMap((s) => s.champs);
  await repondreATout(page, questions, procedure.exemple.reponses, '', scripts);
}

/** All the screens of questions, up to the one of the pieces; `avant` looks at each before it is left. */
export async function remplirEcrans(
  page: Page,
  procedure: Procedure,
  avant: (etape: Etape) => Promise<void> = async () => {},
  scripts = true,
): Promise<void> {
  const { etapes } = procedure;
  for (const [rang, etape] of etapes.entries()) {
    if (etape.sorte !== 'champs') continue;
    await remplirEcran(page, procedure, etape.code, scripts);
    await avant(etape);
    await poursuivre(page, etapes[rang + 1]?.code ?? '');
  }
}

/** The pieces asked on the screen, in their order. */
export const piecesDemandees = (page: Page): Promise<string[]> =>
  page.locator('section.portail-piece').evaluateAll((toutes) => toutes.map((s) => s.id));

/** Exactly these pieces were asked, in whatever order. */
export function exactement(pieces: readonly string[], attendues: readonly string[]): void {
  expect(pieces.toSorted()).toEqual(attendues.toSorted());
}

/** Each piece given: case chosen, number confirmed, one file in each place. */
export async function donnerLesPieces(page: Page, { exemple }: Procedure): Promise<void> {
  const demandees = await piecesDemandees(page);
  for (const [code, variante] of Object.entries(exemple.variantes)) {
    await cocher(page, `${code}.variante.${variante}`);
    await expect(page.locator(`section[id="${code}"] .portail-depot`).first()).toBeVisible();
  }
  if (demandees.includes('ephoto')) await confirmerEphoto(page);
  await joindreTout(page);
}

/** A stamp of this amount, in euros, that nobody has used. */
export const timbreNeuf = (euros: number): string =>
  `1${String(euros).padStart(4, '0')}${String(randomInt(1, 99_999_999)).padStart(11, '0')}`;

/** From the first screen of questions to the last step, deposit not done. Gives the pieces that were asked. */
export async function remplirTout(page: Page, procedure: Procedure, avant?: (etape: Etape) => Promise<void>): Promise<string[]> {
  await remplirEcrans(page, procedure, avant);
  const pieces = await piecesDemandees(page);
  await donnerLesPieces(page, procedure);
  await bouton(page, POURSUIVRE).click();
  await page.waitForURL(/\/depot(?:#|$)/);
  return pieces;
}

/** The proof of deposit, from the last screen, once the worker has made it. */
export async function confirmationPdf(page: Page): Promise<string> {
  const lien = page.getByRole('link', { name: 'Télécharger la confirmation de dépôt' });
  await expect(async () => {
    if (!(await lien.isVisible())) await page.reload();
    await expect(lien).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  return (await telecharger(page, lien)).texte;
}

/** What the public fiche says, before any compte: each of these. */
export async function ficheDit(page: Page, slug: string, phrases: readonly (string | RegExp)[]): Promise<void> {
  await page.goto(`/catalogue/${slug}`);
  for (const phrase of phrases) await expect(page.getByRole('main')).toContainText(phrase);
}

type Decalage = { jours?: number; mois?: number };

/** A day counted from today in Paris, whatever the hour, as a définition writes it (AAAA-MM-JJ). */
export const jourRelatif = ({ jours = 0, mois = 0 }: Decalage): Jour => plusJours(plusMois(jourDe(new Date()), mois), jours);

/** The same, as a letter writes it (JJ/MM/AAAA). */
export const echeance = (decalage: Decalage): string => jourLisible(jourRelatif(decalage));
