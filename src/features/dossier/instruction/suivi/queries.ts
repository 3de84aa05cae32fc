// What happened to a dossier, for an agent: history in plain words, complements with their answers, documents issued. One query each.
import 'server-only';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import type { PorteeLecture } from '#domain/access/scope.ts';
import { grouperParMotif } from '#domain/dossier/complement.ts';
import { LIBELLE_EVENEMENT, type TypeEvenement } from '#domain/dossier/evenements.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { db } from '#platform/db.ts';
import { lisible } from '../../queries.ts';

export type LigneHistorique = { id: string; le: Date; phrase: string; precision: string | null; auteur: string };

type LigneEvenement = {
  id: string;
  type: TypeEvenement;
  cree_le: Date;
  acteur_sorte: string;
  agent: string | null;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  piece: string | null;
  verdict: string | null;
  remarque: string | null;
  sens: string | null;
  numero_etranger: string | null;
};

const libellePiece = (liste: readonly PieceDemandee[], code: string | null) => liste.find((p) => p.code === code)?.libelle ?? code ?? '';

/** Latest first, with the name of the agent who acted. */
export async function historiqueDe(portee: PorteeLecture, dossierId: string, liste: readonly PieceDemandee[]): Promise<LigneHistorique[]> {
  const lignes = await db().$queryRaw<LigneEvenement[]>`
    SELECT e.id::text, e.type, e.cree_le, e.acteur_sorte, a.prenom || ' ' || a.nom AS agent,
      m.mandataire_nom AS mandataire, m.qualite, m.organisme, e.faits->>'piece' AS piece, e.faits->>'verdict' AS verdict,
      e.faits->>'remarque' AS remarque, e.faits->>'sens' AS sens, e.faits->>'numeroEtranger' AS numero_etranger
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id LEFT JOIN agent a ON e.acteur_sorte = 'agent' AND a.id = e.acteur_id
      LEFT JOIN mandat m ON m.id = e.mandat_id
    WHERE e.dossier_id = ${dossierId}::uuid AND ${lisible(portee)} ORDER BY e.id DESC`;
  return lignes.flatMap((l): LigneHistorique[] => {
    const { agent, autrui } = LIBELLE_EVENEMENT[l.type];
    // an act done for somebody else bears both names
    const qui = l.mandataire === null ? null : mandataireDe(l, l.mandataire);
    const phrase = qui !== null && autrui !== undefined ? autrui.replace('{qui}', qui) : agent;
    if (phrase === null) return [];
    return [{ id: l.id, le: l.cree_le, phrase, precision: precisionDe(l, liste), auteur: auteurDe(l) }];
  });
}

const mandataireDe = ({ qualite, organisme }: LigneEvenement, nom: string): string =>
  `${nomDuMandataire({ nom, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme })}, pour la personne,`;

function auteurDe({ acteur_sorte, agent }: LigneEvenement): string {
  if (agent) return agent;
  return acteur_sorte === 'usager' ? 'La personne' : 'Le portail';
}

function precisionDe(l: LigneEvenement, liste: readonly PieceDemandee[]): string | null {
  if (l.piece !== null) return `${libellePiece(liste, l.piece)} : ${l.verdict === 'conforme' ? 'conforme' : 'non conforme'}`;
  if (l.sens !== null) return l.sens === 'favorable' ? 'Favorable' : 'Refus';
  return l.remarque ?? l.numero_etranger;
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
type LigneComplement = {
  id: string;
  demande_le: Date;
  par: string | null;
  repondu_le: Date | null;
  traite_le: Date | null;
  ouverte_le: Date | null;
  message: string | null;
  items: LigneItem[];
};

const REPONSE: Readonly<Record<string, string>> = {
  maintenir: 'Document maintenu',
  mettre_a_jour: 'Document mis à jour',
  fournir: 'Document fourni',
  expliquer: 'Explication',
};

/** Latest first. `ouverteLe`: when the person read the request, which starts the period to answer (S-158). */
export async function complementsDe(portee: PorteeLecture, dossierId: string, liste: readonly PieceDemandee[]): Promise<ComplementLu[]> {
  const lignes = await db().$queryRaw<LigneComplement[]>`
    SELECT m.id, m.demande_le, a.prenom || ' ' || a.nom AS par, m.repondu_le, m.traite_le, m.message,
      (SELECT min(n.ouverte_le) FROM evenement e JOIN notification n ON n.evenement_id = e.id
        WHERE e.dossier_id = m.dossier_id AND e.type = 'complement_demande' AND e.faits->>'complement' = m.id::text) AS ouverte_le,
      (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'sorte', i.sorte, 'piece', i.piece_code, 'motif', i.motif, 'observation', i.observation,
        'reponse', i.reponse, 'raison', i.raison) ORDER BY i.ordre) FROM complement_item i WHERE i.complement_id = m.id) AS items
    FROM complement m JOIN dossier d ON d.id = m.dossier_id LEFT JOIN agent a ON a.id = m.demande_par
    WHERE m.dossier_id = ${dossierId}::uuid AND ${lisible(portee)} ORDER BY m.demande_le DESC`;
  return lignes.map((l) => ({
    id: l.id,
    demandeLe: l.demande_le,
    par: l.par ?? '',
    reponduLe: l.repondu_le,
    traiteLe: l.traite_le,
    ouverteLe: l.ouverte_le,
    // an answer not sent yet is not shown
    message: l.repondu_le === null ? null : l.message,
    items: grouperParMotif(l.items).flatMap(({ titre, items }) =>
      items.map((i) => ({
        id: i.id,
        groupe: titre,
        sujet: i.piece === null ? '' : libellePiece(liste, i.piece),
        observation: i.observation,
        reponse: l.repondu_le === null || i.reponse === null ? null : (REPONSE[i.reponse] ?? i.reponse),
        raison: l.repondu_le === null ? null : i.raison,
      })),
    ),
  }));
}

export type DocumentLu = { id: string; nom: string; produitLe: Date; taille: number; revoqueLe: Date | null };

export async function documentsDe(portee: PorteeLecture, dossierId: string): Promise<DocumentLu[]> {
  return db().$queryRaw<DocumentLu[]>`
    SELECT o.id, o.nom, o.produit_le AS "produitLe", o.taille, o.revoque_le AS "revoqueLe"
    FROM document o JOIN dossier d ON d.id = o.dossier_id
    WHERE o.dossier_id = ${dossierId}::uuid AND ${lisible(portee)} ORDER BY o.produit_le DESC`;
}
