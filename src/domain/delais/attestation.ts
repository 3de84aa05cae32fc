// The attestation de prolongation de l'instruction: who is due one, from when, until when.
//   R.431-15-1 al. 2: a complete request, filed in time, still open when the document held ends; three months at most, renewed until decided.
//   R.431-15-1 al. 3: the same to who turns 18 and filed in time; they hold no document, so at the deposit.
//   R.431-15-3, -4  : recognised refugees and subsidiary protection, at the deposit, six months.
//   R.432-9         : whoever a commission is asked about, from that day, three months.
import type { MotifApi } from '../dossier/evenements.ts';
import { type Jour, plusJours, plusMois } from '../jour.ts';
import type { FaitsDelais } from './faits.ts';
import { estOuvert } from './silence.ts';

/** D-18: proposed that many days before the end of the document held, or of the former attestation. */
export const JOURS_DE_PROPOSITION = 30;
/** R.431-15-1: "ne peut être supérieure à trois mois"; R.432-9. */
export const MOIS_AU_PLUS = 3;

export type AttestationDue = {
  motif: MotifApi;
  /** day from which the person holds nothing without it, its eve included in what they hold; of a deposit or a commission, that day */
  le: Jour;
  article: string;
};

const plusTard = (jours: readonly Jour[]): Jour | null => jours.toSorted().at(-1) ?? null;

/** A complement waits for its answer, or the OFII for the certificate: the request is not complete (R.431-11, R.425-12). */
export function estComplete({ complements, avis, regime }: FaitsDelais): boolean {
  if (complements.some((c) => c.reponduLe === null && c.leveLe === null)) return false;
  return !regime?.attendCertificat || avis.some((a) => a.sorte === 'ofii' && (a.departLe !== null || a.renduLe !== null));
}

/** The attestation that the préfet must give next, however far its day; null: none is due as things stand. */
export function attestationDue(faits: FaitsDelais): AttestationDue | null {
  const { statut, deposeLe, regime, document, attestations, avis } = faits;
  if (!estOuvert(statut) || deposeLe === null || !regime?.provisoire) return null;
  const { sorte, article } = regime.provisoire;
  // whatever has become of the request meanwhile: renewed as long as the préfet has not decided
  const derniere = plusTard(attestations.map((a) => a.jusqu));
  if (derniere !== null) return { motif: 'renouvellement', le: derniere, article };
  if (sorte === 'api_immediate') return { motif: 'depot', le: deposeLe, article };
  const commission = avis.find((a) => a.sorte === 'commission');
  if (commission) return { motif: 'commission', le: commission.demandeLe, article: 'R.432-9' };
  if (!regime.dansLeDelai || !estComplete(faits)) return null;
  if (document !== null) return { motif: 'fin_de_document', le: document.finLe, article };
  return regime.devientMajeur ? { motif: 'depot', le: deposeLe, article: 'R.431-15-1, troisième alinéa' } : null;
}

/** The dates printed on an attestation issued that day: it begins when what the person holds ends, never before it is issued. */
export function periodeAttestation({ motif, le }: AttestationDue, { provisoire }: { provisoire: { mois: number } | null }, jour: Jour) {
  const apres = motif === 'depot' || motif === 'commission' ? jour : plusJours(le, 1);
  const du = apres > jour ? apres : jour;
  const mois = motif === 'commission' ? MOIS_AU_PLUS : (provisoire?.mois ?? MOIS_AU_PLUS);
  return { du, jusqu: plusJours(plusMois(du, mois), -1) };
}

/** True when the day to propose it has come. */
export const estAProposer = ({ le }: AttestationDue, jour: Jour): boolean => plusJours(le, -JOURS_DE_PROPOSITION) <= jour;
