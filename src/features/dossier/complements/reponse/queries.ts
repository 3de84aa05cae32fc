// The usager's reading of a complement. Reached from its notification, whose opening is the acknowledgement.
import 'server-only';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { type Echeance, echeanceComplement } from '#domain/delais/complement.ts';
import { SORTES_ITEM, type SorteItem } from '#domain/dossier/complement.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { emplacements } from '#domain/procedure/pieces.ts';
import { listeVersion } from '#features/configuration/queries.ts';
import { NOTIFICATION_DU_COMPLEMENT, sienOuConfie } from '#features/dossier/queries.ts';
import type { FichierAffiche } from '#features/pieces/schema.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { type SaisieReponse, schemaSaisie } from './schema.ts';

/** Same shape as the pieces' own: the same component shows it. */
export type FichierItem = FichierAffiche;

export type ItemAffiche = {
  id: string;
  sorte: SorteItem;
  motif: string | null;
  observation: string;
  piece: { code: string; libelle: string; emplacements: readonly { code: string; libelle: string | null }[] } | null;
  /** the file that the agent speaks of */
  actuels: readonly FichierItem[];
  /** joined to the answer */
  nouveaux: readonly FichierItem[];
  reponse: string | null;
  raison: string;
};

export type ComplementAffiche = {
  id: string;
  dossierId: string;
  demandeLe: Date;
  reponduLe: Date | null;
  /** the agent went on without waiting for the answer */
  leveLe: Date | null;
  prolongation: { demandeeLe: Date | null; estTraitee: boolean; jusqu: Jour | null; estPossible: boolean };
  echeance: Echeance | null;
  version: number;
  message: string;
  items: readonly ItemAffiche[];
};

type LigneComplement = {
  id: string;
  dossier_id: string;
  procedure: string;
  liste_version: number;
  liste_locale: string | null;
  demande_le: Date;
  repondu_le: Date | null;
  leve_le: Date | null;
  statut: string;
  prolonge_jusqu: Jour | null;
  recommande_le: Jour | null;
  prolongation_demandee_le: Date | null;
  prolongation_traitee_le: Date | null;
  message: string | null;
  saisie: unknown;
  version: number;
  disponible_le: Date | null;
  ouverte_le: Date | null;
  consentement_le: Date | null;
  consentement_fin_le: Date | null;
};

/** One complement of the person with its items, files and what is typed so far; null when it is not theirs. Four queries. */
export async function complementDe(portee: PorteeDossiers, id: string, at: Date): Promise<ComplementAffiche | null> {
  if (!isId(id)) return null;
  const [ligne] = await db().$queryRaw<LigneComplement[]>`
    SELECT m.id, m.dossier_id, d.procedure, d.liste_version, d.liste_locale, m.demande_le, m.repondu_le, m.leve_le, m.message, m.saisie, m.version,
      to_char(m.prolonge_jusqu, 'YYYY-MM-DD') AS prolonge_jusqu, to_char(m.recommande_le, 'YYYY-MM-DD') AS recommande_le,
      m.prolongation_demandee_le, m.prolongation_traitee_le, d.statut::text,
      n.disponible_le, n.ouverte_le, c.consentement_le, c.consentement_fin_le
    FROM complement m JOIN dossier d ON d.id = m.dossier_id JOIN compte c ON c.id = d.compte_id
    LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true
    WHERE m.id = ${id}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'voir')}::uuid[]))`;
  if (!ligne) return null;
  const [items, fichiers, liste] = await Promise.all([
    itemsDe(db(), id),
    fichiersDe(ligne.dossier_id, id),
    listeVersion(ligne.procedure, ligne.liste_version, ligne.liste_locale),
  ]);
  const saisie = ligne.repondu_le === null ? lireSaisie(ligne.saisie) : null;
  const notifie = ligne.disponible_le;
  return {
    id,
    dossierId: ligne.dossier_id,
    demandeLe: ligne.demande_le,
    reponduLe: ligne.repondu_le,
    leveLe: ligne.leve_le,
    prolongation: {
      demandeeLe: ligne.prolongation_demandee_le,
      estTraitee: ligne.prolongation_traitee_le !== null,
      jusqu: ligne.prolonge_jusqu,
      estPossible: ligne.statut === 'en_instruction',
    },
    echeance:
      notifie &&
      echeanceComplement(
        {
          disponibleLe: notifie,
          ouverteLe: ligne.ouverte_le,
          consentement: { le: ligne.consentement_le, finLe: ligne.consentement_fin_le },
          prolongeJusqu: ligne.prolonge_jusqu,
          recommandeLe: ligne.recommande_le,
        },
        jourDe(at),
      ),
    version: ligne.version,
    message: saisie?.message ?? ligne.message ?? '',
    items: items.map((item) => afficher(item, fichiers, liste.pieces, saisie)),
  };
}

/** The last complement asked of a dossier; null when there is none, or none that this scope reads. */
export async function dernierComplement(portee: PorteeDossiers, dossierId: string): Promise<string | null> {
  const dernier = await db().complement.findFirst({
    where: { dossierId, dossier: sienOuConfie(portee, 'voir') },
    orderBy: { demandeLe: 'desc' },
    select: { id: true },
  });
  return dernier?.id ?? null;
}

function afficher(
  item: LigneItem,
  fichiers: readonly LigneFichier[],
  pieces: readonly PieceDemandee[],
  saisie: SaisieReponse | null,
): ItemAffiche {
  const piece = pieces.find((p) => p.code === item.piece_code);
  const siens = fichiers.filter((f) => f.code === item.piece_code);
  const tapee = saisie?.items[item.id];
  const places = piece ? emplacements(piece, siens[0]?.variante) : [];
  return {
    id: item.id,
    sorte: item.sorte,
    motif: item.motif,
    observation: item.observation,
    piece:
      item.piece_code === null
        ? null
        : {
            code: item.piece_code,
            libelle: piece?.libelle ?? item.piece_code,
            emplacements: places.map((p) => ({ code: p.code, libelle: p.libelle ?? null })),
          },
    actuels: siens.filter((f) => f.est_vise),
    nouveaux: siens.filter((f) => f.item_id === item.id),
    reponse: tapee ? tapee.reponse : item.reponse,
    raison: tapee?.raison ?? item.raison ?? '',
  };
}

/** What was typed, or null when nothing readable was kept. */
export function lireSaisie(brut: unknown): SaisieReponse | null {
  const lecture = schemaSaisie.safeParse(brut);
  return lecture.success ? lecture.data : null;
}

type LigneItem = {
  id: string;
  sorte: SorteItem;
  motif: string | null;
  piece_code: string | null;
  observation: string;
  reponse: string | null;
  raison: string | null;
};

/** Items in their order. */
export async function itemsDe(base: Pick<Tx, 'complementItem'>, complementId: string): Promise<LigneItem[]> {
  const items = await base.complementItem.findMany({ where: { complementId }, orderBy: { ordre: 'asc' } });
  return items.map((i) => ({
    id: i.id,
    sorte: SORTES_ITEM.find((s) => s === i.sorte) ?? 'information',
    motif: i.motif,
    piece_code: i.pieceCode,
    observation: i.observation,
    reponse: i.reponse,
    raison: i.raison,
  }));
}

type LigneFichier = FichierItem & { code: string; variante: string | null; item_id: string | null; est_vise: boolean };

/** Files of the pieces spoken of: those the agent saw when asking (`est_vise`), and those joined to this answer. */
function fichiersDe(dossierId: string, complementId: string): Promise<LigneFichier[]> {
  return db().$queryRaw<LigneFichier[]>`
    SELECT f.id, f.nom, f.taille, f.emplacement, f.analyse::text AS etat, p.code, p.variante, f.complement_item_id AS item_id,
      COALESCE(f.depose_le <= m.demande_le AND (f.remplace_le IS NULL OR f.remplace_le >= m.repondu_le), false) AS est_vise
    FROM complement m JOIN piece p ON p.dossier_id = m.dossier_id JOIN fichier f ON f.piece_id = p.id
    WHERE m.id = ${complementId}::uuid AND p.dossier_id = ${dossierId}::uuid
      AND p.code IN (SELECT i.piece_code FROM complement_item i WHERE i.complement_id = m.id)
    ORDER BY f.depose_le, f.id`;
}
