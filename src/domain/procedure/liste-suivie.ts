// Which lists a dossier follows: the national one of its procedure, and what the préfecture of its address adds for its own dossiers.
import { departementDe } from '../adresse/departement.ts';
import type { Jour } from '../jour.ts';
import { adresseDe } from './champs.ts';
import { evaluer } from './condition.ts';
import type { ListeDePieces, PieceDemandee, Procedure, Reponses } from './definition.ts';
import { memeValeur } from './difference.ts';

/** `reference`: `slug@59#3`, version 3 of what the préfecture of Nord adds to a procedure. */
export type AjoutLocal = { reference: string; version: number; effetLe: Jour; raison: string; codes: readonly string[] };
export type ListeSuivie = ListeDePieces & { locale: AjoutLocal | null };

/** Name of a list: the slug of its procedure, with the préfecture when it is one of additions. */
export const cleDeListe = (procedure: string, prefecture: string | null): string =>
  prefecture === null ? procedure : `${procedure}@${prefecture}`;

export const referenceDeListe = (cle: string, version: number): string => `${cle}#${version}`;

/** The list that a reference names; null when it names none. */
export function lireReference(reference: string | null): { cle: string; version: number } | null {
  const [, cle, version] = /^([^#]+)#(\d{1,9})$/.exec(reference ?? '') ?? [];
  return cle && version ? { cle, version: Number(version) } : null;
}

/** The champ whose address says where a request is examined. */
export const champCompetent = (procedure: Pick<Procedure, 'adresseCompetente'> | undefined): string =>
  procedure?.adresseCompetente ?? 'adresse';

/** The department whose préfecture a request goes to: that of its address, or of another one that its procedure names, as at its deposit. */
export const prefectureDesReponses = (reponses: Reponses, procedure: Pick<Procedure, 'adresseCompetente'> | undefined): string | null =>
  departementDe(adresseDe(reponses[champCompetent(procedure)]) ?? {});

/** Both lists as one. A préfecture adds, it does not rewrite: of two pieces of one code the national one stands. */
export function listeSuivie(nationale: ListeDePieces, ajout: (ListeDePieces & { cle: string }) | null): ListeSuivie {
  if (ajout === null) return { ...nationale, locale: null };
  const codes = new Set(nationale.pieces.map((p) => p.code));
  const propres = ajout.pieces.filter((p) => !codes.has(p.code));
  const { cle, version, effetLe, raison } = ajout;
  return {
    ...nationale,
    pieces: [...nationale.pieces, ...propres],
    locale: { reference: referenceDeListe(cle, version), version, effetLe, raison, codes: propres.map((p) => p.code) },
  };
}

/** What changed for one person since the list that their draft last followed. */
export type ChangementDeListe = {
  le: Jour;
  raison: string;
  plus: readonly string[];
  moins: readonly string[];
  autrement: readonly string[];
};

/** What a draft last followed. `aVuSesPieces`: the step of the pieces was done once. */
export type SuiviDeBrouillon = { listeVersion: number; listeLocale: string | null; aVuSesPieces: boolean };

/**
 * True when the list moved under the draft. Moving to another préfecture is the person's own doing, and additions found on the first
 * visit are no change.
 */
export function aChange({ listeVersion, listeLocale, aVuSesPieces }: SuiviDeBrouillon, du: ListeSuivie): boolean {
  return listeVersion !== du.version || localeAChange({ listeLocale, aVuSesPieces }, du);
}

function localeAChange({ listeLocale, aVuSesPieces }: Omit<SuiviDeBrouillon, 'listeVersion'>, { locale }: ListeSuivie): boolean {
  const avant = lireReference(listeLocale);
  const maintenant = lireReference(locale?.reference ?? null);
  if (avant === null) return maintenant !== null && aVuSesPieces;
  return maintenant !== null && avant.cle === maintenant.cle && avant.version !== maintenant.version;
}

/** Labels of what this person is asked more, less, or otherwise. */
export function changementPour(avant: ListeSuivie, apres: ListeSuivie, contexte: { reponses: Reponses; jour: Jour }): ChangementDeListe {
  const demandees = (pieces: readonly PieceDemandee[]) => pieces.filter((p) => !p.condition || evaluer(p.condition, contexte) !== 'non');
  const anciennes = demandees(avant.pieces);
  const nouvelles = demandees(apres.pieces);
  const ancienne = new Map(anciennes.map((p) => [p.code, p]));
  const codes = new Set(nouvelles.map((p) => p.code));
  const seulementLocale = avant.version === apres.version && apres.locale !== null;
  return {
    le: seulementLocale ? (apres.locale?.effetLe ?? apres.effetLe) : apres.effetLe,
    raison: seulementLocale ? (apres.locale?.raison ?? apres.raison) : apres.raison,
    plus: nouvelles.filter((p) => !ancienne.has(p.code)).map((p) => p.libelle),
    moins: anciennes.filter((p) => !codes.has(p.code)).map((p) => p.libelle),
    autrement: nouvelles.filter((p) => changeAuxYeux(ancienne.get(p.code), p)).map((p) => p.libelle),
  };
}

/** Differs in what the person reads or gives; the source of a piece may change without anything to do. */
function changeAuxYeux(avant: PieceDemandee | undefined, apres: PieceDemandee): boolean {
  if (!avant) return false;
  const vue = ({ libelle, aide, requis, moment, mode, formats, validiteMois }: PieceDemandee) => ({
    libelle,
    aide,
    requis,
    moment,
    mode,
    formats,
    validiteMois,
  });
  return !memeValeur(vue(avant), vue(apres));
}
