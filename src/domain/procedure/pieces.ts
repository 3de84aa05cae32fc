// Which pieces a dossier must give, where their files go, and what is still missing.
import { type Format, formats } from '../piece/fichier.ts';
import { type Contexte, evaluer } from './condition.ts';
import type { ModePiece, ModePieceSimple, PieceDemandee, Reponses } from './definition.ts';
import { estModeSimple } from './sortes.ts';

/** At most three files for one emplacement (S-125, S-276). */
export const FICHIERS_PAR_EMPLACEMENT = 3;

/** Where one to three files go. `requis` is about this piece alone. */
export type Emplacement = { code: string; libelle?: string; requis: boolean };

/** The formats that a piece takes: all those of the portal unless its list says fewer. */
export const formatsDe = ({ formats: admis }: Pick<PieceDemandee, 'formats'>): readonly Format[] => admis ?? formats;

export const formatAdmis = (piece: Pick<PieceDemandee, 'formats'>, format: Format): boolean => formatsDe(piece).includes(format);

const FRAICHEUR = /\bmoins d(?:e |’)\S+ (?:mois|ans?)\b/i;

/** Months during which the document is accepted, when its list says so and its words do not say it already; undefined otherwise. */
export function validiteADire({
  validiteMois,
  libelle,
  aide = '',
  mode,
}: Pick<PieceDemandee, 'validiteMois' | 'libelle' | 'aide' | 'mode'>) {
  const document = 'document' in mode ? mode.document : '';
  return [libelle, aide, document].some((texte) => FRAICHEUR.test(texte)) ? undefined : validiteMois;
}

export type Exigence = 'requise' | 'facultative' | 'a_confirmer';

export type PieceAttendue = { piece: PieceDemandee; exigence: Exigence };

/** What was given so far for one piece. */
export type PieceDonnee = { code: string; variante?: string | null; valeur?: string | null; emplacements: readonly string[] };

/**
 * Pieces asked at a moment, in the order of the list. A piece whose condition cannot be decided (partial birth date, several
 * nationalities) is `a_confirmer`: shown, not obligatory, and the agent is told (D-17).
 */
export function piecesAttendues(pieces: readonly PieceDemandee[], contexte: Contexte, moment: PieceDemandee['moment']): PieceAttendue[] {
  return pieces.flatMap((piece): PieceAttendue[] => {
    if (piece.moment !== moment) return [];
    const verdict = piece.condition ? evaluer(piece.condition, contexte) : 'oui';
    if (verdict === 'non') return [];
    if (verdict === 'indetermine') return [{ piece, exigence: 'a_confirmer' }];
    return [{ piece, exigence: piece.requis ? 'requise' : 'facultative' }];
  });
}

const UNIQUE = 'document';

function emplacementsDuMode(mode: ModePieceSimple): Emplacement[] {
  switch (mode.sorte) {
    case 'tous':
      return mode.elements.map((e) => ({ code: e.code, libelle: e.document, requis: !e.siConcerne }));
    case 'par_periode':
      return Array.from({ length: mode.nombre }, (_, i) => ({
        code: `${mode.periode}_${i + 1}`,
        libelle: `${mode.document} (${i + 1})`,
        requis: true,
      }));
    case 'un_parmi':
    case 'au_moins_un':
    case 'unique':
    case 'libre':
    case 'formulaire_signe':
    case 'cumul':
      return [{ code: UNIQUE, requis: true }];
  }
}

/** The mode once the variant is chosen; undefined while it is not. */
export function modeRetenu(mode: ModePiece, variante: string | null | undefined): ModePiece | undefined {
  return mode.sorte === 'variante' ? mode.variantes.find((v) => v.code === variante)?.mode : mode;
}

/** Where one to three files go, among all those of the page: also the id of its place there. */
export function idEmplacement(piece: string, emplacement: string): string {
  return `${piece}.${emplacement}`;
}

/** Where files may be put; empty for a code, a declaration, or a variant not chosen yet. */
export function emplacements(piece: PieceDemandee, variante: string | null | undefined): Emplacement[] {
  const mode = modeRetenu(piece.mode, variante);
  return mode && estModeSimple(mode) ? emplacementsDuMode(mode) : [];
}

/** True when what was given satisfies the piece. */
export function estDonnee(piece: PieceDemandee, donnee: PieceDonnee | undefined, reponses: Reponses): boolean {
  if (piece.mode.sorte === 'declaration') return reponses[piece.mode.champ] === 'oui';
  if (!donnee) return false;
  if (piece.mode.sorte === 'code') return Boolean(donnee.valeur);
  const places = emplacements(piece, donnee.variante);
  return places.length > 0 && places.every((p) => !p.requis || donnee.emplacements.includes(p.code));
}

/** The obligatory pieces that are not given. */
export function piecesManquantes(
  attendues: readonly PieceAttendue[],
  donnees: readonly PieceDonnee[],
  reponses: Reponses,
): PieceDemandee[] {
  return attendues
    .filter((a) => a.exigence === 'requise')
    .map((a) => a.piece)
    .filter(
      (piece) =>
        !estDonnee(
          piece,
          donnees.find((d) => d.code === piece.code),
          reponses,
        ),
    );
}

/** Sentence that introduces the documents of a piece, then the documents, as the seed writes them. */
export function consigne(mode: ModePieceSimple): { phrase: string; documents: readonly string[] } {
  switch (mode.sorte) {
    case 'un_parmi':
      return { phrase: 'Veuillez joindre un des justificatifs suivants :', documents: mode.choix };
    case 'tous':
      return { phrase: 'Veuillez joindre les justificatifs suivants :', documents: mode.elements.map((e) => e.document) };
    case 'au_moins_un':
      return { phrase: 'Veuillez joindre au moins un des justificatifs suivants :', documents: mode.choix };
    case 'unique':
      return { phrase: 'Veuillez joindre le justificatif suivant :', documents: [mode.document] };
    case 'libre':
      return { phrase: 'Vous pouvez le prouver par tout moyen :', documents: [mode.document] };
    case 'formulaire_signe':
      return { phrase: 'Téléchargez le modèle, signez-le, puis joignez-le :', documents: [mode.document] };
    case 'par_periode':
      return {
        phrase: `Veuillez joindre un document par ${mode.periode === 'annee' ? 'année' : 'semestre'} :`,
        documents: [mode.document],
      };
    case 'cumul':
      return { phrase: `${mode.document} Vous pouvez joindre plusieurs justificatifs :`, documents: mode.choix };
  }
}
