// When the places of a prefecture receive, and what is still free.
import 'server-only';
import { estOuvre } from '#domain/delais/ouvres.ts';
import { type Jour, jourDe, plusJours } from '#domain/jour.ts';
import {
  type Calendrier,
  type CreneauLibre,
  creneauxLibres,
  jourDeSemaine,
  type Occupe,
  type PlageHoraire,
} from '#domain/rendez-vous/creneaux.ts';
import type { Sql } from '#platform/db.ts';

type LigneCalendrier = { plages: PlageHoraire[] | null; fermetures: Jour[] | null; prefecture: string };

/** When a place receives; null: it is not a place of this prefecture, or it is closed. `verrou`: nobody else books there meanwhile. */
export async function calendrierDe(
  base: Sql,
  lieuId: string,
  prefecture: string,
  { verrou }: { verrou: boolean },
): Promise<Calendrier | null> {
  // locked first, read after: who waited must see what the other one took
  if (verrou) await base.$queryRaw`SELECT id FROM lieu WHERE id = ${lieuId}::uuid FOR UPDATE`;
  const [ligne] = await base.$queryRaw<LigneCalendrier[]>`
    SELECT l.prefecture_code AS prefecture,
      (SELECT jsonb_agg(to_jsonb(p) - 'id' - 'lieu_id') FROM plage p WHERE p.lieu_id = l.id) AS plages,
      (SELECT jsonb_agg(f.jour) FROM fermeture f WHERE f.lieu_id = l.id) AS fermetures
    FROM lieu l WHERE l.id = ${lieuId}::uuid AND l.prefecture_code = ${prefecture} AND l.actif`;
  if (!ligne) return null;
  const fermes = new Set(ligne.fermetures ?? []);
  // a Saturday that has hours is open: of the week, only a public holiday is not a working day
  const estFerie = (j: Jour) => jourDeSemaine(j) <= 5 && !estOuvre(j, ligne.prefecture);
  return { plages: ligne.plages ?? [], estFerme: (j) => fermes.has(j) || estFerie(j) };
}

/** What is given at a place between two instants. Appointments that were kept or missed took their slot too. */
export function occupesDe(base: Sql, lieuId: string, depuis: Date, jusqu: Date): Promise<Occupe[]> {
  return base.$queryRaw<Occupe[]>`
    SELECT debut_le AS debut, fin_le AS fin FROM convocation
    WHERE lieu_id = ${lieuId}::uuid AND etat IN ('prevue', 'honoree', 'manquee') AND debut_le < ${jusqu} AND fin_le > ${depuis}`;
}

export type CreneauPropose = CreneauLibre & { lieuId: string; lieu: string };

/** The free slots of every open place of a prefecture, earliest first, until `jours` days after `depuis`. Two queries for each place. */
export async function creneauxProposes(base: Sql, prefecture: string, depuis: Date, jours: number): Promise<CreneauPropose[]> {
  const lieux = await base.$queryRaw<{ id: string; nom: string }[]>`
    SELECT id, nom FROM lieu WHERE prefecture_code = ${prefecture} AND actif ORDER BY nom`;
  const dernier = plusJours(jourDe(depuis), jours);
  const fin = new Date(`${plusJours(dernier, 2)}T00:00:00Z`);
  const tous: CreneauPropose[] = [];
  for (const { id, nom } of lieux) {
    const calendrier = await calendrierDe(base, id, prefecture, { verrou: false });
    const occupes = await occupesDe(base, id, depuis, fin);
    if (calendrier) tous.push(...creneauxLibres(calendrier, occupes, depuis, dernier).map((c) => ({ ...c, lieuId: id, lieu: nom })));
  }
  return tous.toSorted((a, b) => a.debut.getTime() - b.debut.getTime());
}
