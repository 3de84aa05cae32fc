// What happened to a dossier, for an agent: history in plain words, documents issued (complements: complements/suites). Values of the one
// query of the dossier, as Postgres writes them in JSON.
import 'server-only';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
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

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

export type DocumentLu = { id: string; nom: string; produitLe: Date; taille: number; revoqueLe: Date | null };
export type LigneDocument = Omit<DocumentLu, 'produitLe' | 'revoqueLe'> & { produitLe: string; revoqueLe: string | null };

/** SQL value: the documents issued for `d`, a dossier. */
export const DOCUMENTS_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT o.id, o.nom, o.produit_le AS "produitLe", o.taille, o.revoque_le AS "revoqueLe"
  FROM document o WHERE o.dossier_id = d.id ORDER BY o.produit_le DESC) x)`;

export function documentsLus(lignes: readonly LigneDocument[]): DocumentLu[] {
  return lignes.map((l) => ({ ...l, produitLe: new Date(l.produitLe), revoqueLe: enDate(l.revoqueLe) }));
}
