// The national sequence of the year (D-03), taken by lots: a deposit goes to the base and back twice, a third time only for a new lot.
import 'server-only';
import { Prisma, type Sql } from '#platform/db.ts';

/** Numbers that this process takes at once; those left when it stops are lost, which D-03 allows. */
const LOT = 20;

/** `sequence`: which one they come from; another base, or one made again, is another sequence. */
type Reserve = { sequence: string; suites: number[]; lot: Promise<void> | null };
let reserve: Reserve = { sequence: '', suites: [], lot: null };

/** SQL value: the sequence of a year; null before its first deposit is on the disk, or when this role may not take from it. */
export function sequenceDe(annee: number): Prisma.Sql {
  return Prisma.sql`(SELECT s.nom::oid::text FROM (SELECT to_regclass(${`public.demande_${annee}`}) AS nom OFFSET 0) s
    WHERE has_sequence_privilege(s.nom::oid, 'USAGE'))`;
}

/** The next number of the year: never twice. One taken by a deposit that then fails is lost. `sequence`: as `sequenceDe` read it. */
export async function prendreSuite(tx: Sql, annee: number, sequence: string | null): Promise<number> {
  // the function makes the sequence, in a transaction that may be undone: nothing is taken ahead from it
  if (sequence === null) {
    const [ligne] = await tx.$queryRaw<{ suite: number }[]>`SELECT suite_des_demandes(${annee}::int) AS suite`;
    if (!ligne) throw new Error('la séquence des demandes ne répond pas');
    return ligne.suite;
  }
  if (reserve.sequence !== sequence) reserve = { sequence, suites: [], lot: null };
  const ici = reserve;
  for (;;) {
    const suite = ici.suites.shift();
    if (suite !== undefined) return suite;
    // several deposits at once wait for the same lot
    ici.lot ??= prendreLot(tx, ici).finally(() => {
      ici.lot = null;
    });
    await ici.lot;
  }
}

async function prendreLot(tx: Sql, { sequence, suites }: Reserve): Promise<void> {
  const lignes = await tx.$queryRaw<{ suite: number }[]>`
    SELECT nextval(${sequence}::oid::regclass)::int AS suite FROM generate_series(1, ${LOT}::int)`;
  suites.push(...lignes.map((l) => l.suite));
}
