// Which accepted pieces of a former request may serve again. The portal proposes, the person takes, the agent examines again.
import { type Jour, plusMois } from '../jour.ts';
import { adresseDe, ligneAdresse, texteDeReponse } from '../procedure/champs.ts';
import type { ModePiece, PieceDemandee, Reponses } from '../procedure/definition.ts';
import { emplacements } from '../procedure/pieces.ts';

/** A piece found conforme, with its current files; `jointLe`: day on which the oldest of them was given. */
export type PieceAcceptee = {
  code: string;
  variante: string | null;
  jointLe: Jour;
  emplacements: readonly string[];
  /** answers of its request */
  reponses: Reponses;
};

/**
 * Months during which a document serves again when its source says nothing of its age: a proposal of ours (X), so that an old pay slip
 * is not offered for ever. The age of a document is counted from the day it was given: its own date is not known.
 */
export const MOIS_SANS_INDICATION = 24;

/** Signed or checked for one request: signed or checked again. */
function seDonneUneFois({ sorte }: ModePiece): boolean {
  return sorte === 'code' || sorte === 'declaration' || sorte === 'formulaire_signe';
}

/** What the document is about has changed since: another titre is held, one lives elsewhere. */
function aChange(code: string, avant: Reponses, maintenant: Reponses): boolean {
  if (code === 'titre_actuel') return texteDeReponse(avant.titre_fin) !== texteDeReponse(maintenant.titre_fin);
  if (code !== 'domicile') return false;
  const [ancienne, actuelle] = [adresseDe(avant.adresse), adresseDe(maintenant.adresse)];
  return !ancienne || !actuelle || ligneAdresse(ancienne) !== ligneAdresse(actuelle);
}

export function peutServirEncore(piece: PieceDemandee, acceptee: PieceAcceptee, reponses: Reponses, jour: Jour): boolean {
  if (piece.code !== acceptee.code || piece.moment !== 'depot' || seDonneUneFois(piece.mode)) return false;
  if (plusMois(acceptee.jointLe, piece.validiteMois ?? MOIS_SANS_INDICATION) < jour) return false;
  const places = emplacements(piece, acceptee.variante);
  // a piece whose cases or places are no longer the same would be taken over in part
  const tiennent = acceptee.emplacements.length > 0 && acceptee.emplacements.every((e) => places.some((p) => p.code === e));
  return tiennent && !aChange(piece.code, acceptee.reponses, reponses);
}
