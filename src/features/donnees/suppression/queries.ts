import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { PROCEDURES } from '#procedures/index.ts';

export type Suppression = {
  /** a request was deposited: the law keeps it, the compte stays */
  aDepose: boolean;
  email: string;
  numeroEtranger: string | null;
  brouillons: readonly { id: string; nom: string; modifieLe: Date; fichiers: number }[];
  /** mandats in which the person acts for somebody else */
  mandatsRecus: number;
};

/** A deposit, even closed or withdrawn since, has begun the life of a dossier. */
export const DEPOSE = (compteId: string) => ({
  compteId,
  OR: [{ deposeLe: { not: null } }, { statut: { notIn: ['brouillon' as const, 'abandonne' as const] } }],
});

const nomDe = (slug: string) => PROCEDURES.flat().find((p) => p.slug === slug)?.nom ?? slug;

/** What deleting the compte would erase, or why it cannot be. Four queries. */
export async function suppressionDe({ compteId }: PorteeUsager): Promise<Suppression> {
  const [compte, deposes, brouillons, mandatsRecus] = await Promise.all([
    db().compte.findUniqueOrThrow({ where: { id: compteId }, select: { email: true, numeroEtranger: true } }),
    db().dossier.count({ where: DEPOSE(compteId) }),
    db().dossier.findMany({
      where: { compteId, statut: 'brouillon' },
      orderBy: { creeLe: 'asc' },
      select: { id: true, procedure: true, modifieLe: true, pieces: { select: { _count: { select: { fichiers: true } } } } },
    }),
    db().mandat.count({ where: { mandataireId: compteId, revoqueLe: null } }),
  ]);
  return {
    aDepose: deposes > 0,
    email: compte.email,
    numeroEtranger: compte.numeroEtranger,
    brouillons: brouillons.map(({ id, procedure, modifieLe, pieces }) => ({
      id,
      nom: nomDe(procedure),
      modifieLe,
      fichiers: pieces.reduce((somme, p) => somme + p._count.fichiers, 0),
    })),
    mandatsRecus,
  };
}
