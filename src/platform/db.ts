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
import { processMemory } from './process-memory.ts';

export { Prisma };

function openPool(): pg.Pool {
  // pipeline: a statement does not wait for the answer to the one before, on the same connection
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, application_name: 'portail', pipeline: true });
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

const slot = processMemory<{ pool?: pg.Pool; db?: Db }>('db', () => ({}));

function pool(): pg.Pool {
  slot.pool ??= openPool();
  return slot.pool;
}

export function db(): Db {
  slot.db ??= openPrisma(pool());
  return slot.db;
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
function over(target: { query: (statement: pg.QueryConfig) => Promise<pg.QueryResult> }): Sql {
  const run = async (statement: Statement, values: readonly unknown[]) => (await target.query({ ...statement, values: [...values] })).rows;
  return {
    // what a statement gives is what its author says, here as in Prisma's $queryRaw
    $queryRaw: async <T>(parts: TemplateStringsArray, ...values: readonly unknown[]) => (await run(...composed(parts, values))) as T,
    $queryRawUnsafe: async <T>(text: string, ...values: readonly unknown[]) => (await run(statementOf(text), values)) as T,
  };
}

/** A connection for as long as the work lasts. `lost`: it must not be used again. */
async function withConnection<T>(work: (client: pg.PoolClient, lost: () => void) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let isLost = false;
  // the statement under way is refused too: the process only has to survive the notice
  const lost = () => {
    isLost = true;
  };
  client.on('error', lost);
  try {
    return await work(client, lost);
  } finally {
    client.off('error', lost);
    client.release(isLost);
  }
}

type Sent = { statement: pg.QueryConfig; answer: (result: Promise<pg.QueryResult>) => void; fail: (error: unknown) => void };
let turn: Sent[] = [];

/** Each statement is its own transaction and answers for itself: one that fails takes no other along. */
function sendTurn(): void {
  const sent = turn;
  turn = [];
  withConnection(async (client) => {
    gather(client);
    await Promise.allSettled(
      sent.map(({ statement, answer }) => {
        const result = client.query(statement);
        answer(result);
        return result;
      }),
    );
  }).catch((error: unknown) => {
    // no connection to be had: nobody was answered
    for (const { fail } of sent) fail(error);
  });
}

/**
 * SQL without Prisma. The statements of one turn (those of a Promise.all, those of the components of a page) leave in one write, on
 * one connection: writing to it costs this process more than the statement does. They run one after the other: what lasts (a report,
 * an export) goes by db() or by its own transaction.
 */
export function driver(): Sql {
  return over({
    query: (statement) =>
      new Promise((answer, fail) => {
        if (turn.length === 0) process.nextTick(sendTurn);
        turn.push({ statement, answer, fail });
      }),
  });
}

/** `$last`: the next statement is the last one, COMMIT leaves with it. The work then only waits for the answers. */
export type SqlTransaction = Sql & { $last: () => void };

/**
 * One transaction of hand-written SQL. Throwing inside rolls everything back. Statements sent in the same turn, BEGIN and COMMIT
 * included, leave in one write: going to the database and back costs several times the statement.
 */
export function driverTransaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> {
  return withConnection(async (client, lost) => {
    let isLast = false;
    let committed: Promise<pg.QueryResult> | undefined;
    const commit = (): Promise<pg.QueryResult> => {
      committed ??= client.query('COMMIT');
      // awaited below, unless the work fails first
      committed.catch(lost);
      return committed;
    };
    const query = (statement: pg.QueryConfig) => {
      gather(client);
      const answer = client.query(statement);
      if (isLast) void commit();
      return answer;
    };
    try {
      gather(client);
      const begun = client.query('BEGIN');
      begun.catch(lost);
      const result = await work({
        ...over({ query }),
        $last: () => {
          isLast = true;
        },
      });
      await begun;
      // a transaction in which a statement failed answers ROLLBACK to COMMIT
      if ((await commit()).command !== 'COMMIT') throw new Error('transaction annulée par la base');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(lost);
      throw error;
    }
  });
}

/** What is sent on this connection until the end of the turn leaves together. */
function gather({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export async function closeDb(): Promise<void> {
  await slot.db?.$disconnect();
  slot.db = undefined;
  await slot.pool?.end();
  slot.pool = undefined;
}

/** True for the violation of a unique index: somebody else was first. Prisma and Postgres each have their code. */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'P2002' || error.code === '23505');
}
