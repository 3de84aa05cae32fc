// The places of a prefecture: their hours, their closed days.
import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { PlageHoraire } from '#domain/rendez-vous/creneaux.ts';
import { db } from '#platform/db.ts';

export type PlageLue = PlageHoraire & { id: string };
export type LieuLu = {
  id: string;
  nom: string;
  adresse: string;
  telephone: string | null;
  actif: boolean;
  plages: readonly PlageLue[];
  fermetures: readonly { jour: Jour; motif: string }[];
  /** appointments to come */
  prevus: number;
};

const jour = (date: Date): Jour => date.toISOString().slice(0, 10);

/** Every place of the prefecture, with its closed days to come; `id` keeps one. */
export async function lieuxDe({ prefecture }: PorteeAdministration, at: Date, id?: string): Promise<LieuLu[]> {
  const lieux = await db().lieu.findMany({
    where: { id, ...(prefecture === null ? {} : { prefectureCode: prefecture }) },
    orderBy: [{ actif: 'desc' }, { nom: 'asc' }],
    select: {
      ...{ id: true, nom: true, adresse: true, telephone: true, actif: true },
      plages: { orderBy: [{ jour: 'asc' }, { debut: 'asc' }] },
      fermetures: { where: { jour: { gte: new Date(`${jourDe(at)}T00:00:00Z`) } }, orderBy: { jour: 'asc' } },
      _count: { select: { convocations: { where: { etat: 'prevue', debutLe: { gte: at } } } } },
    },
  });
  return lieux.map(({ plages, fermetures, _count, ...lieu }) => ({
    ...lieu,
    plages: plages.map(({ lieuId: _, ...p }) => p),
    fermetures: fermetures.map((f) => ({ jour: jour(f.jour), motif: f.motif })),
    prevus: _count.convocations,
  }));
}
