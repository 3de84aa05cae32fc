// What a person comes with: papers, originals, and the fiscal stamps of the right amount (03-instruction 8; R.436-3).
import { etatFenetre, jourDuDepot } from '../delais/fenetre.ts';
import { type Jour, jourDe } from '../jour.ts';
import { texteDeReponse } from '../procedure/champs.ts';
import type { Contexte } from '../procedure/condition.ts';
import type { PieceDemandee, Procedure, Reponses } from '../procedure/definition.ts';
import { piecesAttendues } from '../procedure/pieces.ts';
import { casDuTarif, objetDe } from '../procedure/suites.ts';
import type { CodeSupplement, CodeTarif } from '../tarif/codes.ts';
import { enEuros, type LigneTarif, montantsAu } from '../tarif/montant.ts';
import type { SorteRendezVous } from './regles.ts';

/** Cents. `cas`: what distinguishes it when several are possible (the old card given back or not). */
export type MontantDu = { cas: string | null; total: number };

export type DossierAttendu = { procedure: Procedure; reponses: Reponses; deposeLe: Date; prefecture: string | null };

/**
 * L.436-5: a renewal filed late costs more, whoever pays the tax (L.436-8 exempts from both). The text counts from the end of the period
 * of R.431-5 and does not say when it is paid; the préfectures ask for it once the titre has ended, at the hand-over, and so does the portal.
 */
function supplements({ procedure, reponses, deposeLe, prefecture }: DossierAttendu, tarif: CodeTarif): CodeSupplement[] {
  const fin = texteDeReponse(reponses.titre_fin);
  if (procedure.sorte !== 'renouvellement' || tarif === 'exempt' || fin === '') return [];
  const reperes = { titreFin: fin, evenement: null, estResidentUe: texteDeReponse(reponses.titre_type) === 'resident_ue' };
  return etatFenetre(procedure.fenetre, reperes, jourDuDepot(deposeLe, prefecture)).etat === 'expiree' ? ['retard'] : [];
}

/**
 * The amounts of the stamps on the day of the hand-over: one, several when the case is only known at the desk, none when the table says
 * nothing. `paye`: already paid with the request.
 */
export function montantsDus(dossier: DossierAttendu, lignes: readonly LigneTarif[], jour: Jour, paye: boolean): readonly MontantDu[] {
  if (paye) return [{ cas: null, total: 0 }];
  const contexte: Contexte = { reponses: dossier.reponses, jour: jourDe(dossier.deposeLe) };
  const { code, cas } = casDuTarif(dossier.procedure, contexte);
  const ajout = supplements(dossier, code).reduce((somme, s) => somme + (montantsAu(lignes, s, jour)[0]?.total ?? 0), 0);
  return montantsAu(lignes, code, jour)
    .filter((m) => cas === undefined || m.cas?.code === cas)
    .map((m) => ({ cas: m.cas?.libelle ?? null, total: m.total + ajout }));
}

/** Codes of the pieces that stand for the stamps themselves: their amount is told apart. */
const TIMBRES = ['timbre', 'timbre_sans_carte'];

/** The pieces kept for the hand-over, stamps apart; `requise` false: only if the person is concerned. */
export function piecesDiferees(pieces: readonly PieceDemandee[], { reponses, deposeLe }: DossierAttendu) {
  return piecesAttendues(pieces, { reponses, jour: jourDe(deposeLe) }, 'remise')
    .filter(({ piece }) => !TIMBRES.includes(piece.code))
    .map(({ piece, exigence }) => ({ code: piece.code, libelle: piece.libelle, requise: exigence === 'requise' }));
}

/** « 225 € », « 25 € (ancienne carte non présentée) ou 0 € (…) »; null when nothing is due. */
export function montantEnMots(montants: readonly MontantDu[]): string | null {
  if (montants.every((m) => m.total === 0)) return null;
  return montants.map(({ cas, total }) => (cas === null ? enEuros(total) : `${enEuros(total)} (${minuscule(cas)})`)).join(' ou ');
}

const minuscule = (texte: string) => texte.charAt(0).toLocaleLowerCase('fr') + texte.slice(1);

/** The title that the person holds, or held, as the request says it. */
export const tientUnTitre = ({ reponses }: Pick<DossierAttendu, 'reponses'>): boolean => texteDeReponse(reponses.titre_fin) !== '';

/** The list printed on a convocation, in the order in which one gathers it. */
export function aApporter(
  sorte: SorteRendezVous,
  dossier: DossierAttendu,
  pieces: readonly PieceDemandee[],
  montants: readonly MontantDu[],
): readonly string[] {
  const papiers = ['cette convocation', 'votre passeport ou, à défaut, un autre document d’identité'];
  if (sorte === 'biometrie')
    return [
      ...papiers,
      ...(tientUnTitre(dossier) ? ['votre titre de séjour actuel'] : []),
      'les originaux des documents joints à votre demande',
    ];
  const montant = montantEnMots(montants);
  const estDuplicata = objetDe(dossier.procedure) === 'duplicata';
  return [
    ...papiers,
    ...(tientUnTitre(dossier) ? [estDuplicata ? 'votre ancien titre, si vous l’avez encore' : 'votre ancien titre, que vous rendrez'] : []),
    ...(montant ? [`des timbres fiscaux électroniques pour ${montant}, achetés sur timbres.impots.gouv.fr`] : []),
    ...piecesDiferees(pieces, dossier).map(({ libelle, requise }) =>
      requise ? minuscule(libelle) : `${minuscule(libelle)}, si vous êtes concerné(e)`,
    ),
    'vos attestations reçues sur ce portail, qui perdent leur effet ce jour-là',
  ];
}
