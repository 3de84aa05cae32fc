// What the clocks are counted from: days and instants of one dossier, nothing else. Read from the rows by features/horloge.
import type { SorteAvis } from '../dossier/evenements.ts';
import type { Statut } from '../dossier/statuts.ts';
import type { Jour } from '../jour.ts';
import type { Consentement } from './complement.ts';

/** A demande de complément, whole: asked, told, read or not, extended, answered or lifted. */
export type ComplementSuivi = {
  id: string;
  demandeLe: Jour;
  /** instant at which it was in the person's space; null: not told yet */
  disponibleLe: Date | null;
  ouverteLe: Date | null;
  consentement: Consentement;
  prolongeJusqu: Jour | null;
  recommandeLe: Jour | null;
  reponduLe: Jour | null;
  leveLe: Jour | null;
};

/** What the law of its procedure says to this dossier. */
export type Regime = {
  /** period of silence and its article; null: no text makes a decision of it */
  silence: { delai: { mois: number } | { jours: number }; article: string } | null;
  /** what is due meanwhile: attestation de prolongation, at once or when the document held ends */
  provisoire: { sorte: 'api' | 'api_immediate'; mois: number; article: string } | null;
  /** last day in time of R.431-5; null: none is known, or none applies */
  finDuDelai: Jour | null;
  /** filed in time (R.431-4, R.431-5) */
  dansLeDelai: boolean;
  /** L.436-5 makes lateness cost something: a renewal, and not one that L.436-8 exempts */
  retardPayant: boolean;
  /** R.431-5 2° and 3°: filed by who turns 18, in time, without a document to end (R.431-15-1, third paragraph) */
  devientMajeur: boolean;
  /** R.425-12: complete once the OFII has received the medical certificate */
  attendCertificat: boolean;
};

export type DocumentDetenu = {
  finLe: Jour;
  /** L.433-3: card of four years, carte de résident, titre of a treaty: holds three more months while its renewal is examined */
  prolongeParLaLoi: boolean;
};

export type AvisSuivi = { id: string; sorte: SorteAvis; demandeLe: Jour; departLe: Jour | null; renduLe: Jour | null };

export type DecisionPrise = { sens: 'favorable' | 'refus' | 'cloture'; notifieeLe: Jour; oqtf: boolean };

export type FaitsDelais = {
  statut: Statut;
  departement: string | null;
  /** last change: of a draft, its last save */
  modifieLe: Jour;
  /** D-12: the compte has a number, or has filed something already */
  compteDurable: boolean;
  deposeLe: Jour | null;
  /** the decision was withdrawn or annulled: the examination began again that day */
  rouvertLe: Jour | null;
  accuseLe: Jour | null;
  /** null of a draft */
  regime: Regime | null;
  document: DocumentDetenu | null;
  complements: readonly ComplementSuivi[];
  avis: readonly AvisSuivi[];
  /** attestations de prolongation issued and not revoked, last days included */
  attestations: readonly { du: Jour; jusqu: Jour }[];
  decision: DecisionPrise | null;
  /** appointments missed since the last one kept, none being planned; null: none, or one is */
  manques: { nombre: number; dernierLe: Jour } | null;
  titre: { recuLe: Jour | null; remisLe: Jour | null; finLe: Jour | null };
};
