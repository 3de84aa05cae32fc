// `npm run verify-consultations` : walks the access log (R.142-22) from its first line to its last, computes each fingerprint again, and
// names the first line that was changed, added or removed. Reads by pages: its memory does not grow with the log.
// The end of a chain can only be known to be its end by whoever kept it: what this prints, given back later
// (`-- 3:4512:9f86d081884c7d65`), is looked for at its place.
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { chosenServer } from './databases.ts';

const CHAINS = 16;
const PAGE = 5000;

type Row = {
  rang: string;
  agent_id: string;
  dossier_id: string;
  objet: string;
  objet_id: string | null;
  service: string | null;
  finalite: string | null;
  ms: string;
  empreinte: Buffer;
};
export type Break = { chain: number; rank: string; why: string };
export type Verified = { lines: number; heads: string[]; broken: Break | null };

const field = (value: string | null): string => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);
/** A chain, a rank, the beginning of a fingerprint: enough to recognise a line, short enough for a log. */
const headOf = (chain: number, rank: string, print: Buffer): string => `${chain}:${rank}:${print.toString('hex').slice(0, 16)}`;

/** The same words as empreinte_de_consultation() of the base, which is not asked: who can rewrite a row could rewrite a function. */
export function fingerprintOf(before: Buffer, chain: number, row: Omit<Row, 'empreinte'>): Buffer {
  const fields = [String(chain), row.rang, row.agent_id, row.dossier_id, row.objet, row.objet_id, row.service, row.finalite, row.ms];
  return createHash('sha256')
    .update(before)
    .update(fields.map((value) => `${field(value)},`).join(''), 'utf8')
    .digest();
}

/** `known`: heads printed before; one that is neither at its place nor past its three years is a break. */
export async function verifyConsultations(client: Client, known: readonly string[] = []): Promise<Verified> {
  const heads: string[] = [];
  let lines = 0;
  const outside = await client.query<{ id: string }>(
    `select id::text from consultation where chaine is null or rang is null or empreinte is null or chaine not between 0 and ${CHAINS - 1} limit 1`,
  );
  const stray = outside.rows[0];
  if (stray) return { lines, heads, broken: { chain: -1, rank: stray.id, why: 'ligne hors de toute chaîne (identifiant donné)' } };
  for (let chain = 0; chain < CHAINS; chain += 1) {
    const anchor = await client.query<{ rang: string; empreinte: Buffer }>(
      'select rang, empreinte from consultation_ancre where chaine = $1',
      [chain],
    );
    let rank = BigInt(anchor.rows[0]?.rang ?? 0);
    const first = rank;
    let print = anchor.rows[0]?.empreinte ?? Buffer.alloc(0);
    const expected = new Map(
      known.map((head) => head.split(':')).flatMap(([c, r, p]) => (Number(c) === chain && r && p ? [[BigInt(r), p]] : [])),
    );
    const recognised = (): boolean => {
      const p = expected.get(rank);
      return p === undefined || print.toString('hex').startsWith(p);
    };
    if (!recognised()) return { lines, heads, broken: { chain, rank: String(rank), why: 'ancre différente de celle qui était connue' } };
    for (;;) {
      const { rows } = await client.query<Row>(
        `select rang, agent_id, dossier_id, objet, objet_id, service, finalite, floor(extract(epoch from le) * 1000)::bigint as ms, empreinte
         from consultation where chaine = $1 and rang > $2 order by rang limit ${PAGE}`,
        [chain, String(rank)],
      );
      for (const row of rows) {
        rank += 1n;
        if (BigInt(row.rang) !== rank) return { lines, heads, broken: { chain, rank: String(rank), why: 'ligne absente' } };
        print = fingerprintOf(print, chain, row);
        if (!print.equals(row.empreinte)) return { lines, heads, broken: { chain, rank: row.rang, why: 'ligne modifiée' } };
        if (!recognised()) return { lines, heads, broken: { chain, rank: row.rang, why: 'ligne différente de celle qui était connue' } };
        lines += 1;
      }
      if (rows.length < PAGE) break;
    }
    const lost = [...expected.keys()].find((r) => r > rank && r > first);
    if (lost !== undefined) return { lines, heads, broken: { chain, rank: String(lost), why: 'fin de chaîne absente' } };
    if (rank > 0n) heads.push(headOf(chain, String(rank), print));
  }
  return { lines, heads, broken: null };
}

if (import.meta.main) {
  const { databaseUrl, release } = await chosenServer('postgres', 'portail');
  const client = new Client({ connectionString: databaseUrl });
  let code = 0;
  try {
    await client.connect();
    // one picture of the log, whatever is written meanwhile
    await client.query('begin isolation level repeatable read read only');
    const { lines, heads, broken } = await verifyConsultations(client, process.argv.slice(2));
    if (broken) {
      code = 1;
      console.error(`Journal des consultations ROMPU : chaîne ${broken.chain}, rang ${broken.rank} : ${broken.why}.`);
    } else {
      console.log(`Journal des consultations intact : ${lines} lignes. À garder ailleurs, pour la prochaine fois :`);
      console.log(heads.join(' '));
    }
  } finally {
    await client.end();
    await release();
  }
  process.exit(code);
}
