// The command "déposer" alone, without HTTP, against the bare driver: `node deposit-alone.ts <file of drafts>`. Prints both rates as JSON.
// Same process, same sixteen turns, one after the other in short windows: what the machine does meanwhile weighs on both.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { porteeUsager } from '#domain/access/scope.ts';
import { deposer } from '#features/dossier/depot/commands.ts';
import { closeDb } from '#platform/db.ts';
import type { Draft } from './drafts.ts';

/** Milliseconds of processor of this process, each. */
type Rate = { perSecond: number; server: number };
export type Alone = { command: Rate; floor: Rate };

const TURNS = 16;
const WINDOWS = 8;

/** A transaction of five insertions and one update, of a row that nobody else updates. */
function bareDriver(): { one: (n: number) => Promise<void>; prepare: (rows: number) => Promise<void>; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
  const id = (n: number) => `depot-${n}`;
  return {
    prepare: async (rows) => {
      await pool.query(`insert into plancher select 'depot-' || n, '{"a":1}' from generate_series(0, $1::int - 1) n`, [rows]);
    },
    one: async (n) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (let rank = 0; rank < 5; rank += 1)
          await client.query('insert into plancher_ligne (dossier, rang, valeurs) values ($1, $2, $3)', [id(n), rank, '{"a":1}']);
        const { rowCount } = await client.query('update plancher set version = version + 1 where id = $1', [id(n)]);
        if (rowCount !== 1) throw new Error(`plancher : ${rowCount} ligne ${id(n)}`);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function deposit({ dossierId, compteId }: Draft): Promise<void> {
  const usager = {
    sorte: 'usager',
    compteId,
    sessionId: compteId,
    email: '',
    nom: null,
    numeroEtranger: null,
    langue: 'fr',
    confies: [],
  } as const;
  const depot = await deposer({ acteur: usager, portee: porteeUsager(usager), at: new Date() }, dossierId, '');
  if (!depot.ok) throw new Error(`dépôt refusé : ${depot.refus}`);
}

type Spent = { done: number; seconds: number; cpu: number };

async function spend<T>(list: readonly T[], one: (item: T) => Promise<void>, total?: Spent): Promise<void> {
  const left = [...list];
  const cpu = process.cpuUsage();
  const since = performance.now();
  await Promise.all(
    Array.from({ length: TURNS }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await one(item);
    }),
  );
  if (!total) return;
  const { user, system } = process.cpuUsage(cpu);
  total.done += list.length;
  total.seconds += (performance.now() - since) / 1000;
  total.cpu += (user + system) / 1000;
}

const rate = ({ done, seconds, cpu }: Spent): Rate => ({ perSecond: done / seconds, server: cpu / done });

if (import.meta.main) {
  const drafts = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Draft[];
  const driver = bareDriver();
  await driver.prepare(drafts.length);
  const ranks = drafts.map((_, n) => n);
  // The first half warms both up.
  const half = Math.floor(drafts.length / 2);
  await spend(drafts.splice(0, half), deposit);
  await spend(ranks.splice(0, half), driver.one);
  const command: Spent = { done: 0, seconds: 0, cpu: 0 };
  const floor: Spent = { done: 0, seconds: 0, cpu: 0 };
  const size = Math.ceil(drafts.length / WINDOWS);
  for (let start = 0; start < drafts.length; start += size) {
    await spend(ranks.slice(start, start + size), driver.one, floor);
    await spend(drafts.slice(start, start + size), deposit, command);
  }
  await Promise.all([driver.close(), closeDb()]);
  const alone: Alone = { command: rate(command), floor: rate(floor) };
  console.log(JSON.stringify(alone));
  process.exit();
}
