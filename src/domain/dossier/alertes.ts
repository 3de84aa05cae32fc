// What the portal could not decide by itself and tells the agent: aids to the examination, never a decision (CRPA L.311-3-1).

import { etatFenetre } from '../delais/fenetre.ts';
import { estJour, type Jour, plusJours } from '../jour.ts';
import { nomDeLaNationalite } from '../pays.ts';
import { afficherDate, texteDeReponse, textesDe } from '../procedure/champs.ts';
import { CHAMP_NAISSANCE, CHAMP_NATIONALITE_RETENUE, CHAMP_NATIONALITES, type Contexte } from '../procedure/condition.ts';
import type { PieceDemandee, Procedure } from '../procedure/definition.ts';
import { type Ecart, ecartsAvecLeRegistre } from '../procedure/ecarts.ts';
import { piecesAttendues } from '../procedure/pieces.ts';
import type { Reprise } from '../procedure/preremplir.ts';

export type Alerte =
  /** D-17: `pieces` are those whose demand depends on the age and could not be decided */
  | { code: 'naissance_incomplete'; naissance: string; pieces: readonly string[] }
  /** D-16: `retenue` is null when the person was not asked */
  | { code: 'plusieurs_nationalites'; nationalites: readonly string[]; retenue: string | null }
  /** the antivirus threw a file away after the deposit, and nothing healthy is in its place */
  | { code: 'fichier_infecte'; pieces: readonly string[] }
  /** no e-mail: nothing is notified electronically (CRPA R.112-17), letters are */
  | { code: 'sans_adresse' }
  /** the person declared a change in another request, accepted since this one was filed */
  | { code: 'changement_declare'; remarques: readonly string[] }
  /** deposited after the period of R.431-5; `expiree`: after the end of the titre (L.436-5), `plus_de_six_mois`: R.431-8 */
  | { code: 'depot_tardif'; delaiFini: Jour; titreFini: Jour; etat: 'tardive' | 'expiree' | 'plus_de_six_mois' }
  /** what the person corrected of what the registre knew when the request was begun */
  | { code: 'ecarts_registre'; ecarts: readonly Ecart[] };

/** What the registre says against the request: its titre ended too soon for it, or its civil status is another. */
export function alertesDuRegistre(procedure: Procedure, reprise: Reprise | null, contexte: Contexte): Alerte[] {
  const ecarts = reprise ? ecartsAvecLeRegistre(procedure, reprise.registre, contexte.reponses) : [];
  return [...retard(procedure, contexte), ...(ecarts.length > 0 ? [{ code: 'ecarts_registre', ecarts } as const] : [])];
}

function retard({ fenetre }: Procedure, { reponses, jour }: Contexte): Alerte[] {
  const fin = texteDeReponse(reponses.titre_fin);
  if (!estJour(fin) || fenetre.sorte !== 'fin_de_titre') return [];
  const estResidentUe = texteDeReponse(reponses.titre_type) === 'resident_ue';
  const { etat } = etatFenetre(fenetre, { titreFin: fin, evenement: null, estResidentUe }, jour);
  if (etat !== 'tardive' && etat !== 'expiree' && etat !== 'plus_de_six_mois') return [];
  return [{ code: 'depot_tardif', delaiFini: plusJours(fin, -fenetre.fermeJours), titreFini: fin, etat }];
}

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
