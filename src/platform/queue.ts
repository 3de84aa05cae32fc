// Jobs in Postgres. A job is written in the transaction of its cause, so neither exists without the other;
// retries, back-off and dead letters belong to the library.
import 'server-only';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Sql } from './db.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';

/** Every queue and what its jobs carry. */
export type QueueJobs = {
  evenement: { evenementId: string };
  courriel: { courrielId: string };
  /** a session opened from a browser that this compte does not know */
  appareil: { sessionId: string };
  analyse: { fichierId: string } | { captureId: string };
  menage: Record<never, never>;
};
export type QueueName = keyof QueueJobs;

export const QUEUES: Readonly<Record<QueueName, { retryLimit: number; retryDelay: number; expireInSeconds: number }>> = {
  evenement: { retryLimit: 12, retryDelay: 2, expireInSeconds: 120 },
  courriel: { retryLimit: 12, retryDelay: 5, expireInSeconds: 120 },
  appareil: { retryLimit: 12, retryDelay: 5, expireInSeconds: 60 },
  analyse: { retryLimit: 20, retryDelay: 10, expireInSeconds: 300 },
  menage: { retryLimit: 2, retryDelay: 30, expireInSeconds: 600 },
};

function build(role: 'sender' | 'worker'): PgBoss {
  const worker = role === 'worker';
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'file',
    max: worker ? 4 : 1,
    supervise: worker,
    schedule: worker,
    migrate: worker,
    useListenNotify: worker,
  });
  boss.on('error', (error: Error) => logger().error({ cause: error.message }, 'file de travaux'));
  return boss;
}

const slot = globalThis as { portailQueue?: Promise<PgBoss> };

async function sender(): Promise<PgBoss> {
  slot.portailQueue ??= build('sender').start();
  return slot.portailQueue;
}

/** Writes a job in the transaction: it will run after the commit, or never if rolled back. */
export async function enqueue<Q extends QueueName>(tx: Pick<Sql, '$queryRawUnsafe'>, queue: Q, job: QueueJobs[Q]): Promise<void> {
  const boss = await sender();
  await boss.send(queue, job, { db: fromPrisma(tx) });
}

/** Creates the queues and their tables; run once before web and worker start, safe to repeat. */
export async function prepareQueues(): Promise<void> {
  const boss = await build('worker').start();
  for (const [name, options] of Object.entries(QUEUES)) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, { ...options, retryBackoff: true, notify: true });
  }
  await boss.stop({ graceful: false });
}

/** The library's instance of a worker process. */
export function startWorker(): Promise<PgBoss> {
  return build('worker').start();
}

export async function closeQueue(): Promise<void> {
  const boss = await slot.portailQueue;
  slot.portailQueue = undefined;
  await boss?.stop({ graceful: false });
}
