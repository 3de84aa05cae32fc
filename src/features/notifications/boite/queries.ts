// The usager's side of notifications: the list and one of them. Reading the list acknowledges nothing.
import 'server-only';
import { confiesAvec, type PorteeUsager } from '#domain/access/scope.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { ESPACE } from '../catalogue.ts';
import type { MessageLu } from '../schema.ts';
import { TAILLES } from './schema.ts';

/** For the bell (S-156). */
export function nombreNonLues(portee: PorteeUsager): Promise<number> {
  return db().notification.count({ where: { compteId: portee.compteId, ouverteLe: null } });
}

export type LigneBoite = { id: string; titre: string; disponibleLe: Date; ouverteLe: Date | null };
export type PageBoite = {
  lignes: readonly LigneBoite[];
  titres: readonly string[];
  total: number;
  page: number;
  pages: number;
  parPage: number;
  titre: string;
};

/** One page of the list, latest first, kept to one title when `titre` is one of those present. Two queries. */
export async function notificationsDe(portee: PorteeUsager, filtre: { titre: string; page: number; parPage: number }): Promise<PageBoite> {
  const compteId = portee.compteId;
  const groupes = await db().notification.groupBy({ by: ['titre'], where: { compteId }, _count: true, orderBy: { titre: 'asc' } });
  const retenu = groupes.find((g) => g.titre === filtre.titre);
  const total = retenu ? retenu._count : groupes.reduce((somme, g) => somme + g._count, 0);
  const parPage = TAILLES.find((n) => n === filtre.parPage) ?? TAILLES[0];
  const pages = Math.max(1, Math.ceil(total / parPage));
  const page = Math.min(Math.max(1, filtre.page), pages);
  const lignes = await db().notification.findMany({
    where: { compteId, ...(retenu ? { titre: retenu.titre } : {}) },
    orderBy: [{ disponibleLe: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * parPage,
    take: parPage,
    select: { id: true, titre: true, disponibleLe: true, ouverteLe: true },
  });
  return { lignes, titres: groupes.map((g) => g.titre), total, page, pages, parPage, titre: retenu?.titre ?? '' };
}

/** Throws on a kind that is no longer in the catalogue: a fault of ours. */
function messageDe(sorte: string, contenu: unknown): MessageLu {
  const kind = ESPACE.get(sorte);
  if (!kind) throw new Error(`notification de sorte inconnue : ${sorte}`);
  return kind.lire(contenu);
}

export type NotificationLue = {
  id: string;
  titre: string;
  /** words of welcome that the administration had published when it was made */
  accueil: string | null;
  message: MessageLu;
  disponibleLe: Date;
  ouverteLe: Date | null;
  dossierId: string | null;
  documents: readonly { id: string; nom: string; taille: number }[];
};

type Ligne = {
  id: string;
  sorte: string;
  titre: string;
  contenu: unknown;
  accueil: string | null;
  disponible_le: Date;
  ouverte_le: Date | null;
  evenement_id: bigint;
  dossier_id: string | null;
};

/** One notification of the person, or of a dossier confided to them, with the documents of its event; null when it is not theirs. Two queries. */
export async function notificationDe(portee: PorteeUsager, id: string): Promise<NotificationLue | null> {
  if (!isId(id)) return null;
  const [ligne] = await db().$queryRaw<Ligne[]>`
    SELECT n.id, n.sorte, n.titre, n.contenu, n.accueil, n.disponible_le, n.ouverte_le, n.evenement_id, n.dossier_id FROM notification n
    WHERE n.id = ${id}::uuid AND (n.compte_id = ${portee.compteId}::uuid OR n.dossier_id = ANY(${confiesAvec(portee, 'voir')}::uuid[]))`;
  if (!ligne) return null;
  const documents = await db().document.findMany({
    where: { evenementId: ligne.evenement_id, dossier: sienOuConfie(portee, 'voir'), revoqueLe: null },
    orderBy: { produitLe: 'asc' },
    select: { id: true, nom: true, taille: true },
  });
  return {
    id: ligne.id,
    titre: ligne.titre,
    accueil: ligne.accueil,
    message: messageDe(ligne.sorte, ligne.contenu),
    disponibleLe: ligne.disponible_le,
    ouverteLe: ligne.ouverte_le,
    dossierId: ligne.dossier_id,
    documents,
  };
}

/** True when the page is fetched before anybody asked to see it. */
export function estPrechargement(entetes: { get(nom: string): string | null }): boolean {
  const but = `${entetes.get('sec-purpose') ?? ''} ${entetes.get('purpose') ?? ''} ${entetes.get('x-moz') ?? ''}`;
  return (
    /prefetch|prerender|preview/i.test(but) ||
    entetes.get('next-router-prefetch') !== null ||
    entetes.get('next-router-segment-prefetch') !== null
  );
}
