// When the places of a prefecture receive, and what is still free.
import 'server-only';
import { fuseauDe } from '#domain/adresse/fuseau.ts';
import { estOuvre } from '#domain/delais/ouvres.ts';
import { jourLocal } from '#domain/horloge.ts';
import { type Jour, plusJours } from '#domain/jour.ts';
import {
  type Calendrier,
  type CreneauLibre,
  creneauxLibres,
  jourDeSemaine,
  type Occupe,
  type PlageHoraire,
} from '#domain/rendez-vous/creneaux.ts';
import type { Sql } from '#platform/db.ts';

type LigneCalendrier = { id: string; nom: string; plages: PlageHoraire[] | null; fermetures: Jour[] | null; prefecture: string };
type LieuOuvert = { id: string; nom: string; calendrier: Calendrier };

/** The places that receive, with their hours; `lequel` keeps one. One query. */
async function lieuxOuverts(base: Sql, prefecture: string, lequel: string | null = null): Promise<LieuOuvert[]> {
  const lignes = await base.$queryRaw<LigneCalendrier[]>`
    SELECT l.id, l.nom, l.prefecture_code AS prefecture,
      (SELECT jsonb_agg(to_jsonb(p) - 'id' - 'lieu_id') FROM plage p WHERE p.lieu_id = l.id) AS plages,
      (SELECT jsonb_agg(f.jour) FROM fermeture f WHERE f.lieu_id = l.id) AS fermetures
    FROM lieu l WHERE l.prefecture_code = ${prefecture} AND l.actif AND (${lequel}::uuid IS NULL OR l.id = ${lequel}::uuid) ORDER BY l.nom, l.id`;
  return lignes.map(({ id, nom, ...ligne }) => {
    const fermes = new Set(ligne.fermetures ?? []);
    // a Saturday that has hours is open: of the week, only a public holiday is not a working day
    const estFerie = (j: Jour) => jourDeSemaine(j) <= 5 && !estOuvre(j, ligne.prefecture);
    return {
      id,
      nom,
      calendrier: { plages: ligne.plages ?? [], estFerme: (j) => fermes.has(j) || estFerie(j), fuseau: fuseauDe(prefecture) },
    };
  });
}

/** When a place receives, while nobody else books there; null: it is not a place of this prefecture, or it is closed. */
export async function calendrierTenu(tx: Sql, lieuId: string, prefecture: string): Promise<Calendrier | null> {
  // locked first, read after: who waited must see what the other one took
  await tx.$queryRaw`SELECT id FROM lieu WHERE id = ${lieuId}::uuid FOR UPDATE`;
  return (await lieuxOuverts(tx, prefecture, lieuId))[0]?.calendrier ?? null;
}

/** What is given at these places between two instants. Appointments that were kept or missed took their slot too. */
export function occupesDe(base: Sql, lieux: readonly string[], depuis: Date, jusqu: Date): Promise<(Occupe & { lieuId: string })[]> {
  return base.$queryRaw<(Occupe & { lieuId: string })[]>`
    SELECT lieu_id AS "lieuId", debut_le AS debut, fin_le AS fin FROM convocation
    WHERE lieu_id = ANY(${[...lieux]}::uuid[]) AND etat IN ('prevue', 'honoree', 'manquee') AND debut_le < ${jusqu} AND fin_le > ${depuis}`;
}

export type CreneauPropose = CreneauLibre & { lieuId: string; lieu: string };

/** The free slots of every open place of a prefecture, earliest first, until `jours` days after `depuis`. Two queries, whatever the number of places. */
export async function creneauxProposes(base: Sql, prefecture: string, depuis: Date, jours: number): Promise<CreneauPropose[]> {
  const lieux = await lieuxOuverts(base, prefecture);
  const dernier = plusJours(jourLocal(depuis, fuseauDe(prefecture)), jours);
  const fin = new Date(`${plusJours(dernier, 2)}T00:00:00Z`);
  const occupes = Map.groupBy(
    await occupesDe(
      base,
      lieux.map((l) => l.id),
      depuis,
      fin,
    ),
    (o) => o.lieuId,
  );
  return lieux
    .flatMap(({ id: lieuId, nom: lieu, calendrier }) =>
      creneauxLibres(calendrier, occupes.get(lieuId) ?? [], depuis, dernier).map((c) => ({ ...c, lieuId, lieu })),
    )
    .toSorted((a, b) => a.debut.getTime() - b.debut.getTime());
}
