// The door to Postgres. Opened only by queries, commands, stores, jobs and guard (an architecture test keeps it so).
// Two handles over one pool: db() is Prisma; driver() sends hand-written SQL straight to Postgres, for what people do all day
// long (Prisma costs the web process about a millisecond of processor per statement, the driver a twentieth of it).
import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env.ts';
import { causeOf } from './fault.ts';
import { logger } from './logger.ts';
import { Prisma, PrismaClient } from './prisma/client.ts';

export { Prisma };

function openPool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, application_name: 'portail' });
  // a connection lost while nobody uses it: the pool opens another one
  pool.on('error', (error) => logger().warn({ cause: causeOf(error) }, 'connexion à la base perdue'));
  return pool;
}

const openPrisma = (pool: pg.Pool) => new PrismaClient({ adapter: new PrismaPg(pool) });

type Db = ReturnType<typeof openPrisma>;
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>;

/** Whoever sends hand-written SQL: Prisma, one of its transactions, the driver, one of its transactions. */
export type Sql = {
  $queryRaw<T>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<T>;
  $queryRawUnsafe<T>(text: string, ...values: readonly unknown[]): Promise<T>;
};

// kept on globalThis: the bundler may load this module twice
const slot = globalThis as { portailPool?: pg.Pool; portailDb?: Db };

function pool(): pg.Pool {
  slot.portailPool ??= openPool();
  return slot.portailPool;
}

export function db(): Db {
  slot.portailDb ??= openPrisma(pool());
  return slot.portailDb;
}

/** One transaction. Throwing inside rolls everything back. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

type Statement = { name: string; text: string };
const statements = new Map<string, Statement>();
const templates = new WeakMap<TemplateStringsArray, Statement>();

/** Prepared once per connection, under a name drawn from its text: Postgres reads and plans it once. The texts are constants of ours. */
function statementOf(text: string): Statement {
  const known = statements.get(text) ?? { name: createHash('sha256').update(text).digest('base64url'), text };
  statements.set(text, known);
  return known;
}

function templateOf(parts: TemplateStringsArray): Statement {
  const known = templates.get(parts) ?? statementOf(parts.reduce((text, part, i) => `${text}$${i}${part}`));
  templates.set(parts, known);
  return known;
}

/** A template may hold pieces of SQL (Prisma.sql), as Prisma's own do. */
function composed(parts: TemplateStringsArray, values: readonly unknown[]): [Statement, readonly unknown[]] {
  if (!values.some((value) => value instanceof Prisma.Sql)) return [templateOf(parts), values];
  const whole = Prisma.sql(parts, ...values);
  return [statementOf(whole.text), whole.values];
}

/** `T` is the list of the rows, as the driver reads them: bigint comes as text, json parsed, timestamptz as Date. */
function over(target: Pick<pg.Pool, 'query'>): Sql {
  const run = async (statement: Statement, values: readonly unknown[]) => (await target.query({ ...statement, values: [...values] })).rows;
  return {
    // what a statement gives is what its author says, here as in Prisma's $queryRaw
    $queryRaw: async <T>(parts: TemplateStringsArray, ...values: readonly unknown[]) => (await run(...composed(parts, values))) as T,
    $queryRawUnsafe: async <T>(text: string, ...values: readonly unknown[]) => (await run(statementOf(text), values)) as T,
  };
}

/** SQL without Prisma, one statement at a time. */
export function driver(): Sql {
  return over(pool());
}

/** One transaction of hand-written SQL. Throwing inside rolls everything back. */
export async function driverTransaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken = false;
  // the statement under way is refused too: the process only has to survive the notice
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(over(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onError);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

export async function closeDb(): Promise<void> {
  await slot.portailDb?.$disconnect();
  slot.portailDb = undefined;
  await slot.portailPool?.end();
  slot.portailPool = undefined;
}

/** True for the violation of a unique index: somebody else was first. Prisma and Postgres each have their code. */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'P2002' || error.code === '23505');
}
