// What happened to a dossier, for an agent: history in plain words, complements with their answers, documents issued. Values of the one
// query of the dossier, as Postgres writes them in JSON.
import 'server-only';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import { grouperParMotif } from '#domain/dossier/complement.ts';
import { LIBELLE_EVENEMENT, type TypeEvenement } from '#domain/dossier/evenements.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { Prisma } from '#platform/db.ts';

export type LigneHistorique = { id: string; le: Date; phrase: string; precision: string | null; auteur: string };

export type LigneEvenement = {
  id: string;
  type: TypeEvenement;
  le: string;
  acteur: string;
  agent: string | null;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  piece: string | null;
  verdict: string | null;
  remarque: string | null;
  sens: string | null;
  numero: string | null;
};

const libellePiece = (liste: readonly PieceDemandee[], code: string | null) => liste.find((p) => p.code === code)?.libelle ?? code ?? '';

/** SQL value: what happened to `d`, a dossier. */
export const HISTORIQUE_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT e.id::text, e.type, e.cree_le AS le, e.acteur_sorte AS acteur, a.prenom || ' ' || a.nom AS agent,
    m.mandataire_nom AS mandataire, m.qualite, m.organisme, e.faits->>'piece' AS piece, e.faits->>'verdict' AS verdict,
    e.faits->>'remarque' AS remarque, e.faits->>'sens' AS sens, e.faits->>'numeroEtranger' AS numero
  FROM evenement e LEFT JOIN agent a ON e.acteur_sorte = 'agent' AND a.id = e.acteur_id
    LEFT JOIN mandat m ON m.id = e.mandat_id
  WHERE e.dossier_id = d.id ORDER BY e.id DESC) x)`;

/** Latest first, with the name of the agent who acted. */
export function historiqueLu(lignes: readonly LigneEvenement[], liste: readonly PieceDemandee[]): LigneHistorique[] {
  return lignes.flatMap((l): LigneHistorique[] => {
    const { agent, autrui } = LIBELLE_EVENEMENT[l.type];
    // an act done for somebody else bears both names
    const qui = l.mandataire === null ? null : mandataireDe(l, l.mandataire);
    const phrase = qui !== null && autrui !== undefined ? autrui.replace('{qui}', qui) : agent;
    if (phrase === null) return [];
    return [{ id: l.id, le: new Date(l.le), phrase, precision: precisionDe(l, liste), auteur: auteurDe(l) }];
  });
}

const mandataireDe = ({ qualite, organisme }: LigneEvenement, nom: string): string =>
  `${nomDuMandataire({ nom, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme })}, pour la personne,`;

function auteurDe({ acteur, agent }: LigneEvenement): string {
  if (agent) return agent;
  return acteur === 'usager' ? 'La personne' : 'Le portail';
}

function precisionDe(l: LigneEvenement, liste: readonly PieceDemandee[]): string | null {
  if (l.piece !== null) {
    const libelle = libellePiece(liste, l.piece);
    return l.verdict === null ? libelle : `${libelle} : ${l.verdict === 'conforme' ? 'conforme' : 'non conforme'}`;
  }
  if (l.sens !== null) return l.sens === 'favorable' ? 'Favorable' : 'Refus';
  return l.remarque ?? l.numero;
}

export type ItemLu = {
  id: string;
  /** heading of its group, as the person reads it */
  groupe: string;
  sujet: string;
  observation: string;
  reponse: string | null;
  raison: string | null;
};

export type ComplementLu = {
  id: string;
  demandeLe: Date;
  par: string;
  reponduLe: Date | null;
  traiteLe: Date | null;
  ouverteLe: Date | null;
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
};
export type LigneComplement = {
  id: string;
  demandeLe: string;
  par: string | null;
  reponduLe: string | null;
  traiteLe: string | null;
  ouverteLe: string | null;
  message: string | null;
  items: LigneItem[] | null;
};

const REPONSE: Readonly<Record<string, string>> = {
  maintenir: 'Document maintenu',
  mettre_a_jour: 'Document mis à jour',
  fournir: 'Document fourni',
  expliquer: 'Explication',
};

/** SQL value: the requests of complement of `d`, a dossier. */
export const COMPLEMENTS_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT m.id, m.demande_le AS "demandeLe", a.prenom || ' ' || a.nom AS par, m.repondu_le AS "reponduLe", m.traite_le AS "traiteLe", m.message,
    (SELECT min(n.ouverte_le) FROM evenement e JOIN notification n ON n.evenement_id = e.id
      WHERE e.dossier_id = m.dossier_id AND e.type = 'complement_demande' AND e.faits->>'complement' = m.id::text) AS "ouverteLe",
    (SELECT json_agg(json_build_object('id', i.id, 'sorte', i.sorte, 'piece', i.piece_code, 'motif', i.motif, 'observation', i.observation,
      'reponse', i.reponse, 'raison', i.raison) ORDER BY i.ordre) FROM complement_item i WHERE i.complement_id = m.id) AS items
  FROM complement m LEFT JOIN agent a ON a.id = m.demande_par WHERE m.dossier_id = d.id ORDER BY m.demande_le DESC) x)`;

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** Latest first. `ouverteLe`: when the person read the request, which starts the period to answer (S-158). */
export function complementsLus(lignes: readonly LigneComplement[], liste: readonly PieceDemandee[]): ComplementLu[] {
  return lignes.map((l) => ({
    id: l.id,
    demandeLe: new Date(l.demandeLe),
    par: l.par ?? '',
    reponduLe: enDate(l.reponduLe),
    traiteLe: enDate(l.traiteLe),
    ouverteLe: enDate(l.ouverteLe),
    // an answer not sent yet is not shown
    message: l.reponduLe === null ? null : l.message,
    items: grouperParMotif(l.items ?? []).flatMap(({ titre, items }) =>
      items.map((i) => ({
        id: i.id,
        groupe: titre,
        sujet: i.piece === null ? '' : libellePiece(liste, i.piece),
        observation: i.observation,
        reponse: l.reponduLe === null || i.reponse === null ? null : (REPONSE[i.reponse] ?? i.reponse),
        raison: l.reponduLe === null ? null : i.raison,
      })),
    ),
  }));
}

export type DocumentLu = { id: string; nom: string; produitLe: Date; taille: number; revoqueLe: Date | null };
export type LigneDocument = Omit<DocumentLu, 'produitLe' | 'revoqueLe'> & { produitLe: string; revoqueLe: string | null };

/** SQL value: the documents issued for `d`, a dossier. */
export const DOCUMENTS_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT o.id, o.nom, o.produit_le AS "produitLe", o.taille, o.revoque_le AS "revoqueLe"
  FROM document o WHERE o.dossier_id = d.id ORDER BY o.produit_le DESC) x)`;

export function documentsLus(lignes: readonly LigneDocument[]): DocumentLu[] {
  return lignes.map((l) => ({ ...l, produitLe: new Date(l.produitLe), revoqueLe: enDate(l.revoqueLe) }));
}
