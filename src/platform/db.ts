// The door to Postgres. Opened only by queries, commands, stores, jobs and guard (an architecture test keeps it so).
import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env.ts';
import { PrismaClient } from './prisma/client.ts';

export { Prisma } from './prisma/client.ts';

function open() {
  const adapter = new PrismaPg({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL });
  return new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
}

type Db = ReturnType<typeof open>;
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>;

// kept on globalThis: the bundler may load this module twice
const slot = globalThis as { portailDb?: Db };

export function db(): Db {
  slot.portailDb ??= open();
  return slot.portailDb;
}

/** One transaction. Throwing inside rolls everything back. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

export async function closeDb(): Promise<void> {
  await slot.portailDb?.$disconnect();
  slot.portailDb = undefined;
}

/** True for the violation of a unique index: somebody else was first. */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}
