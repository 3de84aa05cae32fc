// What the portal could not decide by itself and tells the agent: aids to the examination, never a decision (CRPA L.311-3-1).

import { nomDeLaNationalite } from '../pays.ts';
import { afficherDate, texteDeReponse, textesDe } from '../procedure/champs.ts';
import { CHAMP_NAISSANCE, CHAMP_NATIONALITE_RETENUE, CHAMP_NATIONALITES, type Contexte } from '../procedure/condition.ts';
import type { PieceDemandee } from '../procedure/definition.ts';
import { piecesAttendues } from '../procedure/pieces.ts';

export type Alerte =
  /** D-17: `pieces` are those whose demand depends on the age and could not be decided */
  | { code: 'naissance_incomplete'; naissance: string; pieces: readonly string[] }
  /** D-16: `retenue` is null when the person was not asked */
  | { code: 'plusieurs_nationalites'; nationalites: readonly string[]; retenue: string | null }
  /** the antivirus threw a file away after the deposit, and nothing healthy is in its place */
  | { code: 'fichier_infecte'; pieces: readonly string[] }
  /** no e-mail: nothing is notified electronically (CRPA R.112-17), letters are */
  | { code: 'sans_adresse' };

/** `contexte.jour` is the day of deposit: the rules are those of that day. `aRefournir`: labels of the pieces that lost a file to a virus. */
export function alertesDuDossier(pieces: readonly PieceDemandee[], contexte: Contexte, aRefournir: readonly string[]): Alerte[] {
  const alertes: Alerte[] = [];
  if (aRefournir.length) alertes.push({ code: 'fichier_infecte', pieces: aRefournir });
  const naissance = texteDeReponse(contexte.reponses[CHAMP_NAISSANCE]);
  if (naissance !== '' && naissance.length < 10) {
    const aConfirmer = piecesAttendues(pieces, contexte, 'depot').filter((a) => a.exigence === 'a_confirmer');
    alertes.push({ code: 'naissance_incomplete', naissance: afficherDate(naissance), pieces: aConfirmer.map((a) => a.piece.libelle) });
  }
  const nationalites = textesDe(contexte.reponses[CHAMP_NATIONALITES]);
  if (nationalites.length > 1) {
    const retenue = texteDeReponse(contexte.reponses[CHAMP_NATIONALITE_RETENUE]);
    alertes.push({
      code: 'plusieurs_nationalites',
      nationalites: nationalites.map(nomDeLaNationalite),
      retenue: retenue === '' ? null : nomDeLaNationalite(retenue),
    });
  }
  return alertes;
}
