// The requests of complement of a dossier as an agent reads them: what was asked, answered, until when, and what is still to be judged.
// A value of the one query of the dossier, as Postgres writes it in JSON.
import 'server-only';
import { consentementEnVigueur, type FaitsComplement } from '#domain/delais/complement.ts';
import { grouperParMotif } from '#domain/dossier/complement.ts';
import type { Jour } from '#domain/jour.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { Prisma } from '#platform/db.ts';
import { type DelaiLu, delaiLu, NOTIFICATION_DU_COMPLEMENT } from '../../queries.ts';

export type ItemLu = {
  id: string;
  /** heading of its group, as the person reads it */
  groupe: string;
  /** code of the piece; null: an information */
  piece: string | null;
  sujet: string;
  observation: string;
  reponse: string | null;
  raison: string | null;
  /** answered in words: what the agent made of it; `attendu`: nothing yet */
  examen: 'accepte' | 'rejete' | 'attendu' | null;
};

export type ComplementLu = {
  id: string;
  /** 1: the first request of the dossier */
  tour: number;
  demandeLe: Date;
  par: string;
  reponduLe: Date | null;
  traiteLe: Date | null;
  ouverteLe: Date | null;
  leveLe: Date | null;
  /** what its period is counted from; null: not made available yet */
  delai: FaitsComplement | null;
  /** agreement to be notified electronically, in force when it was made available */
  estConsentie: boolean;
  recommandeLe: Jour | null;
  prolongation: { demandeeLe: Date; motif: string; estTraitee: boolean } | null;
  prolongeJusqu: Jour | null;
  message: string | null;
  items: readonly ItemLu[];
};

type LigneItem = {
  id: string;
  sorte: string;
  piece: string | null;
  motif: string | null;
  observation: string;
  reponse: string | null;
  raison: string | null;
  examen: 'accepte' | 'rejete' | null;
};
export type LigneComplement = DelaiLu & {
  id: string;
  demandeLe: string;
  par: string | null;
  reponduLe: string | null;
  traiteLe: string | null;
  leveLe: string | null;
  prolongationDemandeeLe: string | null;
  prolongationMotif: string | null;
  prolongationTraiteeLe: string | null;
  message: string | null;
  items: LigneItem[] | null;
};

const REPONSE: Readonly<Record<string, string>> = {
  maintenir: 'Document maintenu',
  mettre_a_jour: 'Document mis à jour',
  fournir: 'Document fourni',
  expliquer: 'Explication',
};

/** SQL value: the requests of complement of `d`, a dossier, and its `c` (compte), latest first. */
export const COMPLEMENTS_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT m.id, m.demande_le AS "demandeLe", a.prenom || ' ' || a.nom AS par, m.repondu_le AS "reponduLe", m.traite_le AS "traiteLe",
    m.leve_le AS "leveLe", m.message, n.disponible_le AS "disponibleLe", n.ouverte_le AS "ouverteLe",
    c.consentement_le AS "consentementLe", c.consentement_fin_le AS "consentementFinLe", m.prolonge_jusqu AS "prolongeJusqu",
    m.recommande_le AS "recommandeLe", m.prolongation_demandee_le AS "prolongationDemandeeLe",
    m.prolongation_motif AS "prolongationMotif", m.prolongation_traitee_le AS "prolongationTraiteeLe",
    (SELECT json_agg(json_build_object('id', i.id, 'sorte', i.sorte, 'piece', i.piece_code, 'motif', i.motif, 'observation', i.observation,
      'reponse', i.reponse, 'raison', i.raison, 'examen', i.examen) ORDER BY i.ordre)
      FROM complement_item i WHERE i.complement_id = m.id) AS items
  FROM complement m LEFT JOIN agent a ON a.id = m.demande_par LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true
  WHERE m.dossier_id = d.id ORDER BY m.demande_le DESC) x)`;

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
const libellePiece = (liste: readonly PieceDemandee[], code: string) => liste.find((p) => p.code === code)?.libelle ?? code;

/** Latest first. `ouverteLe`: when the person read the request, which starts the period to answer (S-158). */
export function complementsLus(lignes: readonly LigneComplement[], liste: readonly PieceDemandee[]): ComplementLu[] {
  return lignes.map((l, rang) => ({
    id: l.id,
    tour: lignes.length - rang,
    demandeLe: new Date(l.demandeLe),
    par: l.par ?? '',
    reponduLe: enDate(l.reponduLe),
    traiteLe: enDate(l.traiteLe),
    ouverteLe: enDate(l.ouverteLe),
    leveLe: enDate(l.leveLe),
    ...delaiDe(l),
    recommandeLe: l.recommandeLe,
    prolongation: l.prolongationDemandeeLe
      ? {
          demandeeLe: new Date(l.prolongationDemandeeLe),
          motif: l.prolongationMotif ?? '',
          estTraitee: l.prolongationTraiteeLe !== null,
        }
      : null,
    prolongeJusqu: l.prolongeJusqu,
    // an answer not sent yet is not shown
    message: l.reponduLe === null ? null : l.message,
    items: grouperParMotif(l.items ?? []).flatMap(({ titre, items }) => items.map((i) => itemLu(i, titre, l.reponduLe !== null, liste))),
  }));
}

function delaiDe(l: LigneComplement): Pick<ComplementLu, 'delai' | 'estConsentie'> {
  const delai = delaiLu(l);
  const consentement = delai?.consentement ?? { le: enDate(l.consentementLe), finLe: enDate(l.consentementFinLe) };
  return { delai, estConsentie: consentementEnVigueur(consentement, delai?.disponibleLe ?? new Date(l.demandeLe)) };
}

function itemLu(item: LigneItem, groupe: string, estRepondu: boolean, liste: readonly PieceDemandee[]): ItemLu {
  const { id, piece, observation, reponse, raison, examen } = item;
  return {
    id,
    groupe,
    piece,
    sujet: piece === null ? '' : libellePiece(liste, piece),
    observation,
    reponse: estRepondu && reponse !== null ? (REPONSE[reponse] ?? reponse) : null,
    raison: estRepondu ? raison : null,
    examen: estRepondu && reponse === 'expliquer' ? (examen ?? 'attendu') : null,
  };
}
