// What a bureau, or the country, has to do and how long it takes. Counts only: no dossier, no person (an agent's name, for their own chef).
// Six queries whatever is in the base; those over all the dossiers read the index dossier_pilotage alone.
import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { ATTESTATIONS } from '#domain/delais/regles.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe, plusJours } from '#domain/jour.ts';
import { type Delai, delaiDe, type Effectif, LIBELLE_TRANCHE, MEDIANE, QUATRE_VINGTIEME, TRANCHES } from '#domain/pilotage/survie.ts';
import { db, Prisma } from '#platform/db.ts';
import { procedureActuelle } from '#procedures/index.ts';
import type { Periode } from './schema.ts';

export type Delais = { mediane: Delai | null; quatreVingtieme: Delai | null };
export type Stock = { code: string; libelle: string; dossiers: number };
export type LigneDemarche = Delais & { slug: string; nom: string; deposes: number; decides: number; ouverts: number };
export type Charge = { code: string; nom: string; ouverts: number; aTraiter: number; decides: number };
export type Complements = {
  /** rank n: how many requests had n rounds; the last one: that many or more */
  rondes: readonly { rondes: number; dossiers: number }[];
  part: number | null;
  reponse: Delais;
  enCours: number;
};
export type Pilotage = {
  periode: Periode;
  prefecture: string | null;
  ouverts: number;
  /** a document that has ended, or none, and no attestation issued though due: today; and in the period, ever */
  ruptures: { aujourdhui: number; periode: number };
  parEtat: readonly Stock[];
  parAge: readonly Stock[];
  ensemble: Omit<LigneDemarche, 'slug' | 'nom'>;
  demarches: readonly LigneDemarche[];
  complements: Complements;
  charge: readonly Charge[];
};

/** What is not decided. */
const OUVERTS: readonly Statut[] = ['depose', 'en_instruction', 'propose'];
const LISTE_OUVERTS = Prisma.sql`('depose', 'en_instruction', 'propose')`;

type LigneStock = { statut: string; attente: string | null; tranche: number; dossiers: number };
type LigneDelai = Effectif & { procedure: string };

const depotsDe = ({ prefecture }: PorteeAdministration) =>
  prefecture === null ? Prisma.sql`d.numero IS NOT NULL` : Prisma.sql`d.numero IS NOT NULL AND d.prefecture_code = ${prefecture}`;
const dansLaPeriode = ({ du, au }: Periode) => Prisma.sql`d.depose_le >= ${du}::timestamp AT TIME ZONE 'Europe/Paris'
  AND d.depose_le < ${plusJours(au, 1)}::timestamp AT TIME ZONE 'Europe/Paris'`;
/** Whole days from a to b. */
const jours = (a: Prisma.Sql, b: Prisma.Sql) => Prisma.sql`greatest(0, floor(extract(epoch FROM ${b} - ${a}) / 86400))::int`;

export async function lirePilotage(portee: PorteeAdministration, periode: Periode, at: Date): Promise<Pilotage> {
  const aujourdhui = jourDe(at);
  const depots = depotsDe(portee);
  const cohorte = Prisma.sql`${depots} AND ${dansLaPeriode(periode)}`;
  const age = jours(Prisma.sql`d.depose_le`, Prisma.sql`${at}::timestamptz`);
  const [stock, delais, rondes, reponses, ruptures, charge] = await Promise.all([
    db().$queryRaw<LigneStock[]>`
      SELECT d.statut::text, d.attente, width_bucket(${age}, ${[...TRANCHES]}::int[]) AS tranche, count(*)::int AS dossiers
      FROM dossier d WHERE ${depots} AND d.statut IN ('depose', 'en_instruction', 'propose', 'accepte') GROUP BY 1, 2, 3`,
    // a request withdrawn says nothing of the time of the administration
    db().$queryRaw<LigneDelai[]>`
      SELECT d.procedure, ${jours(Prisma.sql`d.depose_le`, Prisma.sql`coalesce(d.decide_le, ${at}::timestamptz)`)} AS jours,
        count(d.decide_le)::int AS finis, (count(*) - count(d.decide_le))::int AS ouverts
      FROM dossier d WHERE ${cohorte} AND d.statut <> 'retire' GROUP BY 1, 2`,
    db().$queryRaw<{ rondes: number; dossiers: number; encours: number }[]>`
      SELECT r.rondes, count(*)::int AS dossiers, sum(r.encours)::int AS encours FROM (
        SELECT least(count(*), 3)::int AS rondes, count(*) FILTER (WHERE c.repondu_le IS NULL AND c.leve_le IS NULL) AS encours
        FROM dossier d JOIN complement c ON c.dossier_id = d.id WHERE ${cohorte} GROUP BY c.dossier_id) r GROUP BY 1`,
    db().$queryRaw<Effectif[]>`
      SELECT ${jours(Prisma.sql`c.demande_le`, Prisma.sql`coalesce(c.repondu_le, c.leve_le, ${at}::timestamptz)`)} AS jours,
        count(c.repondu_le)::int AS finis, (count(*) - count(c.repondu_le))::int AS ouverts
      FROM dossier d JOIN complement c ON c.dossier_id = d.id WHERE ${cohorte} GROUP BY 1`,
    lireRuptures(depots, cohorte, aujourdhui),
    lireCharge(portee, depots, periode),
  ]);
  const parProcedure = Map.groupBy(delais, (l) => l.procedure);
  const total = ensembleDe(delais);
  const avecRondes = rondes.reduce((n, r) => n + r.dossiers, 0);
  const ouverts = stock.filter((l) => OUVERTS.some((s) => s === l.statut));
  return {
    periode,
    prefecture: portee.prefecture,
    ouverts: somme(ouverts),
    ruptures,
    parEtat: ETATS.map(({ code, libelle, est }) => ({ code, libelle, dossiers: somme(stock.filter(est)) })),
    parAge: TRANCHES.map((_, i) => ({
      code: String(i),
      libelle: LIBELLE_TRANCHE[i] ?? '',
      dossiers: somme(ouverts.filter((l) => l.tranche === i + 1)),
    })),
    ensemble: total,
    demarches: [...parProcedure]
      .map(([slug, lignes]) => ({ slug, nom: procedureActuelle(slug)?.nom ?? slug, ...ensembleDe(lignes) }))
      .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr')),
    complements: {
      rondes: [
        { rondes: 0, dossiers: Math.max(0, total.deposes - avecRondes) },
        ...[1, 2, 3].map((n) => ({ rondes: n, dossiers: rondes.find((r) => r.rondes === n)?.dossiers ?? 0 })),
      ],
      part: total.deposes === 0 ? null : Math.min(1, avecRondes / total.deposes),
      reponse: delaisDe(reponses),
      enCours: rondes.reduce((n, r) => n + r.encours, 0),
    },
    charge,
  };
}

const somme = (lignes: readonly { dossiers: number }[]) => lignes.reduce((n, l) => n + l.dossiers, 0);
const delaisDe = (effectifs: readonly Effectif[]): Delais => ({
  mediane: delaiDe(effectifs, MEDIANE),
  quatreVingtieme: delaiDe(effectifs, QUATRE_VINGTIEME),
});

function ensembleDe(lignes: readonly Effectif[]) {
  const decides = lignes.reduce((n, l) => n + l.finis, 0);
  const ouverts = lignes.reduce((n, l) => n + l.ouverts, 0);
  return { deposes: decides + ouverts, decides, ouverts, ...delaisDe(lignes) };
}

const attend = (code: string) => (l: LigneStock) => l.statut === 'en_instruction' && l.attente === code;
/** Where the open requests stand, in the order of their life. */
const ETATS: readonly { code: string; libelle: string; est: (l: LigneStock) => boolean }[] = [
  { code: 'depose', libelle: 'À vérifier', est: (l) => l.statut === 'depose' },
  {
    code: 'en_instruction',
    libelle: 'À instruire',
    est: (l) => l.statut === 'en_instruction' && l.attente !== 'complement' && l.attente !== 'avis' && l.attente !== 'reponse',
  },
  { code: 'complement', libelle: 'En attente d’un complément', est: attend('complement') },
  { code: 'reponse', libelle: 'Réponse reçue, à lire', est: attend('reponse') },
  { code: 'avis', libelle: 'En attente d’un avis', est: attend('avis') },
  { code: 'propose', libelle: 'À signer', est: (l) => l.statut === 'propose' },
  { code: 'accepte', libelle: 'Accepté, titre à remettre', est: (l) => l.statut === 'accepte' },
];

/** The attestation that was due is said by an alert of the clocks (features/horloge), lifted the day it is issued. */
async function lireRuptures(depots: Prisma.Sql, cohorte: Prisma.Sql, aujourdhui: Jour): Promise<Pilotage['ruptures']> {
  const [lu] = await db().$queryRaw<{ aujourdhui: number; periode: number }[]>`
    SELECT count(DISTINCT r.dossier_id) FILTER (WHERE r.levee_le IS NULL AND d.statut IN ${LISTE_OUVERTS})::int AS aujourdhui,
      count(DISTINCT r.dossier_id) FILTER (WHERE ${cohorte})::int AS periode
    FROM alerte r JOIN dossier d ON d.id = r.dossier_id
    WHERE r.code = ANY(${[...ATTESTATIONS]}::text[]) AND r.echeance_le < ${aujourdhui}::date
      AND (r.levee_le IS NULL OR (r.levee_le AT TIME ZONE 'Europe/Paris')::date > r.echeance_le) AND ${depots}`;
  return lu ?? { aujourdhui: 0, periode: 0 };
}

/** By agent for a chef, by préfecture for the country: what each carries, in alphabetical order; it ranks nobody. */
async function lireCharge(portee: PorteeAdministration, depots: Prisma.Sql, { du, au }: Periode): Promise<Charge[]> {
  const decideDansLaPeriode = Prisma.sql`d.decide_le >= ${du}::timestamp AT TIME ZONE 'Europe/Paris'
    AND d.decide_le < ${plusJours(au, 1)}::timestamp AT TIME ZONE 'Europe/Paris'`;
  const comptes = Prisma.sql`count(*) FILTER (WHERE d.statut IN ${LISTE_OUVERTS})::int AS ouverts,
    count(*) FILTER (WHERE d.statut IN ${LISTE_OUVERTS} AND (d.attente IS NULL OR d.attente = 'reponse'))::int AS "aTraiter",
    count(*) FILTER (WHERE ${decideDansLaPeriode})::int AS decides`;
  const groupe = portee.prefecture === null ? Prisma.sql`d.prefecture_code` : Prisma.sql`d.agent_id`;
  const nom =
    portee.prefecture === null
      ? Prisma.sql`LEFT JOIN prefecture n ON n.code = x.code`
      : Prisma.sql`LEFT JOIN (SELECT id::text AS code, nom || ' ' || prenom AS nom FROM agent) n ON n.code = x.code`;
  const lignes = await db().$queryRaw<(Omit<Charge, 'nom' | 'code'> & { nom: string | null; code: string | null })[]>`
    SELECT x.*, n.nom FROM (SELECT ${groupe}::text AS code, ${comptes} FROM dossier d WHERE ${depots} GROUP BY 1) x ${nom}
    WHERE x.ouverts > 0 OR x.decides > 0`;
  return lignes
    .map((l) => ({ ...l, code: l.code ?? '', nom: l.nom ?? (portee.prefecture === null ? '' : 'Non attribués') }))
    .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}

export type LigneExport = {
  prefecture: string;
  procedure: string;
  mois: string;
  statut: string;
  dossiers: number;
  /** days from the deposit to the decision, or to today, added up */
  jours: number;
};

/** The prefectures of the scope: the export goes through them a few at a time. */
export async function prefecturesDe({ prefecture }: PorteeAdministration): Promise<{ code: string; nom: string }[]> {
  return db().prefecture.findMany({
    where: prefecture === null ? {} : { code: prefecture },
    orderBy: { nom: 'asc' },
    select: { code: true, nom: true },
  });
}

export async function exportDe(codes: readonly string[], periode: Periode, at: Date): Promise<LigneExport[]> {
  return db().$queryRaw<LigneExport[]>`
    SELECT d.prefecture_code AS prefecture, d.procedure, to_char(d.depose_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS mois, d.statut::text,
      count(*)::int AS dossiers, sum(${jours(Prisma.sql`d.depose_le`, Prisma.sql`coalesce(d.decide_le, ${at}::timestamptz)`)})::float8 AS jours
    FROM dossier d WHERE d.numero IS NOT NULL AND d.prefecture_code = ANY(${[...codes]}) AND ${dansLaPeriode(periode)}
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
}
