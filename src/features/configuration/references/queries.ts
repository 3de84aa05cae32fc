// Reference data in force, answered from memory: the published rows of the whole country are a few hundred, read once and read again
// in the background when they are older than half a minute. Several processes agree within that time; a publication takes effect on a
// day, so nobody waits for it.
import 'server-only';
import { type Jour, jourDe } from '#domain/jour.ts';

import { MOTIFS_HORS_ANEF, type MotifHorsAnef } from '#domain/orientation/motifs.ts';
import {
  CANAUX,
  type Canal,
  estSorteDemande,
  type LigneContact,
  type LigneOrientation,
  THEMES,
  type Theme,
} from '#domain/orientation/orienter.ts';
import { adresseDe } from '#domain/procedure/champs.ts';
import type { Contexte } from '#domain/procedure/condition.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { champCompetent, prefectureDesReponses } from '#domain/procedure/liste-suivie.ts';
import { casDuTarif } from '#domain/procedure/suites.ts';
import type { SorteReference } from '#domain/publication/sortes.ts';
import { type Contenu, enVigueur, type Version } from '#domain/publication/versions.ts';
import { type LigneTarif, montantDe } from '#domain/tarif/montant.ts';
import { now } from '#platform/clock.ts';
import { driver } from '#platform/db.ts';
import { logger } from '#platform/logger.ts';
import { processMemory } from '#platform/process-memory.ts';
import { CONTACTS } from '#procedures/contacts.ts';
import { LIGNES_ORIENTATION } from '#procedures/orientations.ts';
import { LIGNES_TARIFS } from '#procedures/tarifs.ts';
import { poserLiens } from '../liens/catalogue.ts';

export type VersionReference = Version & { cle: string; sorte: string; contenu: Contenu };

type Releve = { parCle: ReadonlyMap<string, readonly VersionReference[]>; le: number };

const PERIME_MS = 30_000;
const memoire = processMemory<{ releve?: Releve; enCours?: Promise<void> }>('references', () => ({}));

const adresse = (sorte: string, cle: string) => `${sorte}\n${cle}`;

/** Reads every published row again. To be awaited before the first answer of a process, and after a publication. */
export function releverReferences(): Promise<void> {
  memoire.enCours ??= relever().finally(() => {
    memoire.enCours = undefined;
  });
  return memoire.enCours;
}

async function relever(): Promise<void> {
  const lignes = await driver().$queryRaw<VersionReference[]>`
    SELECT sorte, cle, version, etat, to_char(effet_le, 'YYYY-MM-DD') AS "effetLe", contenu FROM publication WHERE etat = 'publiee'`;
  const parCle = new Map<string, VersionReference[]>();
  for (const ligne of lignes) {
    const place = adresse(ligne.sorte, ligne.cle);
    parCle.set(place, [...(parCle.get(place) ?? []), ligne]);
  }
  memoire.releve = { parCle, le: now().getTime() };
  poserLiens(new Map([...referencesDu('lien')].flatMap(([nom, { adresse: vers }]) => (vers ? [[nom, vers] as const] : []))));
}

function courant(): Releve | undefined {
  if (!memoire.releve || now().getTime() - memoire.releve.le > PERIME_MS)
    releverReferences().catch((cause) => logger().error({ cause: String(cause) }, 'références non relues'));
  return memoire.releve;
}

/** What the administration published and is in force that day; undefined: what the portal ships with is. */
export function referenceDu(sorte: SorteReference, cle: string, jour: Jour = jourDe(now())): Contenu | undefined {
  return enVigueur(courant()?.parCle.get(adresse(sorte, cle)) ?? [], jour)?.contenu;
}

/** All those of a sort that are in force that day, by key. */
export function referencesDu(sorte: SorteReference, jour: Jour = jourDe(now())): ReadonlyMap<string, Contenu> {
  const lues = [...(courant()?.parCle ?? [])].flatMap(([place, versions]): [string, Contenu][] => {
    const [deSorte, cle] = place.split('\n');
    const version = deSorte === sorte ? enVigueur(versions, jour) : undefined;
    return version && cle !== undefined ? [[cle, version.contenu]] : [];
  });
  return new Map(lues);
}

const EUROS = /^(\d+)(?:,(\d{1,2}))?$/;

/** « 22,50 » → 2250 cents; 0 for an empty text. */
function centimes(texte: string | undefined): number {
  const [, entiers = '0', decimales = ''] = EUROS.exec(texte ?? '') ?? [];
  return Number(entiers) * 100 + Number(decimales.padEnd(2, '0'));
}

/** The dated table of amounts (D-19): what the portal ships with, then each version published, from its day. */
export function lignesTarifs(): readonly LigneTarif[] {
  const publiees = LIGNES_TARIFS.filter((l) => l.du !== null).flatMap((ligne): LigneTarif[] =>
    (courant()?.parCle.get(adresse('tarif', cleTarif(ligne))) ?? []).map(({ contenu, effetLe }) => ({
      code: ligne.code,
      ...(ligne.cas ? { cas: ligne.cas } : {}),
      taxe: centimes(contenu.taxe),
      timbre: centimes(contenu.timbre),
      ...(contenu.a_la_demande ? { aLaDemande: centimes(contenu.a_la_demande) } : {}),
      du: effetLe,
      source: contenu.source ?? '',
      certitude: 'L',
      dateSource: effetLe ?? '',
    })),
  );
  return [...LIGNES_TARIFS, ...publiees];
}

/** Key of an amount: its code, and its case when it has several. */
export const cleTarif = ({ code, cas }: Pick<LigneTarif, 'code' | 'cas'>): string => (cas ? `${code}.${cas.code}` : code);

/** First and last day of a procedure on the portal, with what to say when it is closed. */
export function ouvertureDe({ slug, ouverture }: Procedure): { depuis: Jour; jusqua: Jour | null; message: string | null } {
  const publiee = referenceDu('ouverture', slug);
  return { depuis: publiee?.depuis ?? ouverture.depuis, jusqua: publiee?.jusqua || null, message: publiee?.message || null };
}

/** Those that the administration published, by procedure; the others keep what their definition says. */
export function ouverturesPubliees(jour: Jour = jourDe(now())): Readonly<Record<string, { depuis: Jour; jusquau: Jour | null }>> {
  return Object.fromEntries(
    [...referencesDu('ouverture', jour)].flatMap(([slug, { depuis, jusqua }]) =>
      depuis ? [[slug, { depuis, jusquau: jusqua || null }]] : [],
    ),
  );
}

/** Is this procedure filed on the portal that day? */
export function estOuverte(procedure: Procedure, jour: Jour): boolean {
  const { depuis, jusqua } = ouvertureDe(procedure);
  return depuis <= jour && (jusqua === null || jour <= jusqua);
}

/** The place of an orientation told where a préfecture says nothing. */
export const PARTOUT = 'partout';

const lignesDuTexte = (texte: string | undefined): string[] =>
  (texte ?? '')
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');

const telephoneDe = ({ telephone, horaires }: Contenu) =>
  telephone ? { telephone: { numero: telephone, ...(horaires ? { horaires } : {}) } } : {};

function enLigne(motif: MotifHorsAnef, lieu: string, contenu: Contenu): LigneOrientation | undefined {
  const { canal = '', demande = '', texte = '', avertissement, courriel, lien, lien_libelle, formulaire, source = '' } = contenu;
  if (!estCanal(canal)) return undefined;
  const [etapes, adresse, chemin] = [contenu.etapes, contenu.adresse, contenu.chemin].map(lignesDuTexte);
  return {
    code: `${motif}.${lieu}`,
    motifs: [motif],
    demande: estSorteDemande(demande) ? demande : 'toutes',
    prefecture: lieu === PARTOUT ? null : lieu,
    canal,
    texte,
    ...(etapes?.length ? { etapes } : {}),
    ...(avertissement ? { avertissement } : {}),
    ...(adresse?.length ? { adresse } : {}),
    ...(courriel ? { courriel } : {}),
    ...telephoneDe(contenu),
    ...(lien && lien_libelle ? { lien: { libelle: lien_libelle, href: lien } } : {}),
    ...(formulaire ? { formulaire: { href: formulaire, chemin: chemin ?? [] } } : {}),
    source,
    certitude: 'O',
    dateSource: '',
  };
}

/** Where grounds outside of the portal are asked: a published row takes the place of those shipped for its ground and préfecture. */
export function lignesOrientation(jour: Jour): readonly LigneOrientation[] {
  const publiees = [...referencesDu('orientation', jour)].flatMap(([cle, contenu]) => {
    const [motif, lieu] = cle.split('.');
    const ligne = estMotif(motif) && lieu ? enLigne(motif, lieu, contenu) : undefined;
    return ligne ? [ligne] : [];
  });
  const remplacees = new Set(publiees.map((l) => l.code));
  const livrees = LIGNES_ORIENTATION.map((l) => ({
    ...l,
    motifs: l.motifs.filter((m) => !remplacees.has(`${m}.${l.prefecture ?? PARTOUT}`)),
  }));
  return [...publiees, ...livrees];
}

const estMotif = (code: string | undefined): code is MotifHorsAnef => code !== undefined && Object.hasOwn(MOTIFS_HORS_ANEF, code);
const estCanal = (code: string): code is Canal => Object.hasOwn(CANAUX, code);
const estTheme = (code: string | undefined): code is Theme => code !== undefined && Object.hasOwn(THEMES, code);

/** Whom to write to, by préfecture and theme: what is published takes the place of what is shipped. */
export function contactsEnVigueur(jour: Jour): readonly LigneContact[] {
  const publies = [...referencesDu('contact', jour)].flatMap(([cle, contenu]): LigneContact[] => {
    const [prefecture, theme] = cle.split('.');
    if (!prefecture || !estTheme(theme)) return [];
    const { courriel, objet } = contenu;
    return [
      {
        prefecture,
        theme,
        ...(courriel ? { courriel } : {}),
        ...telephoneDe(contenu),
        ...(objet ? { objet } : {}),
        source: 'Préfecture',
        certitude: 'O',
        dateSource: '',
      },
    ];
  });
  return [...publies, ...CONTACTS.filter((c) => !publies.some((p) => p.prefecture === c.prefecture && p.theme === c.theme))];
}

/** What this person pays for this request on that day, in cents; undefined when the table does not say it. */
export function montantDeLaDemande(procedure: Procedure, contexte: Contexte): number | undefined {
  return montantDe(lignesTarifs(), casDuTarif(procedure, contexte), contexte.jour)?.total;
}

/** The INSEE codes of a text: separated by spaces, commas or lines. */
export const communesDuTexte = (texte: string): string[] => [...new Set(texte.split(/[\s,;]+/).filter((c) => c !== ''))];

/**
 * The préfecture that receives a request: that of the department of its address, unless the commune is confided to another one. null
 * while the address says no department.
 */
export function prefectureCompetente(
  reponses: Reponses,
  procedure: Pick<Procedure, 'adresseCompetente'> | undefined,
  jour: Jour,
): string | null {
  const commune = adresseDe(reponses[champCompetent(procedure)])?.codeInsee;
  const confiee =
    commune && [...referencesDu('ressort', jour)].find(([, { communes = '' }]) => communesDuTexte(communes).includes(commune))?.[0];
  return confiee || prefectureDesReponses(reponses, procedure);
}
