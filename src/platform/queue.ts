// Jobs in Postgres. A job is written in the transaction of its cause, so neither exists without the other;
// retries, back-off and dead letters belong to the library.
import 'server-only';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Sql } from './db.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';
import { processMemory } from './process-memory.ts';

/** Every queue and what its jobs carry. */
export type QueueJobs = {
  evenement: { evenementId: string };
  courriel: { courrielId: string };
  texto: { textoId: string };
  /** a session opened from a browser that this compte does not know */
  appareil: { sessionId: string };
  analyse: { fichierId: string } | { captureId: string } | { messageFichierId: string };
  /** an agent's message, once nobody can take it back any more */
  message: { messageId: string };
  /** the clocks, once a night; `apres`: the last dossier of a night that was stopped */
  horloge: { apres?: string };
  menage: Record<never, never>;
};
export type QueueName = keyof QueueJobs;

type Options = { retryLimit: number; retryDelay: number; expireInSeconds: number; notify: boolean };

/**
 * `notify`: a notice in the transaction itself wakes the worker. Postgres lets such transactions commit one at a time, each waiting for
 * the disk: the events, written by what must be fast, wake it a moment later, one notice for all; lost, the worker looks by itself.
 */
export const QUEUES: Readonly<Record<QueueName, Options>> = {
  evenement: { retryLimit: 12, retryDelay: 2, expireInSeconds: 120, notify: false },
  courriel: { retryLimit: 12, retryDelay: 5, expireInSeconds: 120, notify: true },
  texto: { retryLimit: 12, retryDelay: 5, expireInSeconds: 60, notify: true },
  appareil: { retryLimit: 12, retryDelay: 5, expireInSeconds: 60, notify: false },
  analyse: { retryLimit: 20, retryDelay: 10, expireInSeconds: 300, notify: true },
  message: { retryLimit: 12, retryDelay: 5, expireInSeconds: 60, notify: false },
  horloge: { retryLimit: 4, retryDelay: 60, expireInSeconds: 7200, notify: true },
  menage: { retryLimit: 2, retryDelay: 30, expireInSeconds: 600, notify: true },
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
    // made by scripts/rights.ts, which gives it to the role of the service
    createSchema: false,
    useListenNotify: worker,
  });
  boss.on('error', (error: Error) => logger().error({ cause: error.message }, 'file de travaux'));
  return boss;
}

/** Channel of our own notices; the library has its own. */
const CHANNEL = 'portail_travaux';
/** Milliseconds from the writing of a job to its notice: the time to commit. */
const NOTICE_AFTER = 30;

const slot = processMemory<{ boss?: Promise<PgBoss>; notice?: NodeJS.Timeout }>('queue', () => ({}));

async function sender(): Promise<PgBoss> {
  slot.boss ??= build('sender').start();
  return slot.boss;
}

/** Writes a job in the transaction: it will run after the commit, or never if rolled back. `startAfter`: not before that instant. */
export async function enqueue<Q extends QueueName>(
  tx: Pick<Sql, '$queryRawUnsafe'>,
  queue: Q,
  job: QueueJobs[Q],
  startAfter?: Date,
): Promise<void> {
  const boss = await sender();
  await boss.send(queue, job, { db: fromPrisma(tx), startAfter });
  if (!startAfter) notifyAfterwards(boss, queue);
}

/** The same for many jobs of one queue, in one statement. */
export async function enqueueAll<Q extends QueueName>(
  tx: Pick<Sql, '$queryRawUnsafe'>,
  queue: Q,
  jobs: readonly QueueJobs[Q][],
): Promise<void> {
  if (jobs.length === 0) return;
  const boss = await sender();
  await boss.insert(
    queue,
    jobs.map((data) => ({ data })),
    { db: fromPrisma(tx) },
  );
  notifyAfterwards(boss, queue);
}

/** Jobs given up (an outage longer than their tries) get one more try. Value: how many. */
export async function retryAbandoned(queue: QueueName): Promise<number> {
  const boss = await sender();
  const { rows } = await boss
    .getDb()
    .executeSql(`SELECT id::text FROM file.job WHERE name = $1 AND state = 'failed' ORDER BY created_on LIMIT 200`, [queue]);
  const ids = rows.map(({ id }: { id: string }) => id);
  if (ids.length > 0) await boss.retry(queue, ids);
  return ids.length;
}

/** Wakes the worker once the transaction has had the time to commit: one notice for all that is written meanwhile. */
function notifyAfterwards(boss: PgBoss, queue: QueueName): void {
  if (QUEUES[queue].notify || slot.notice) return;
  slot.notice = setTimeout(() => {
    slot.notice = undefined;
    const notice = boss.getDb().executeSql('SELECT pg_notify($1, $2)', [CHANNEL, queue]);
    notice.catch((error: Error) => logger().warn({ cause: error.message }, 'worker non prévenu'));
  }, NOTICE_AFTER).unref();
}

/** Calls `wake` when jobs were written in a queue without notices of the library, or may have been. Value: stops. */
export async function onJobs(boss: PgBoss, wake: () => void): Promise<() => Promise<void>> {
  const handle = await boss.getDb().listen?.(CHANNEL, wake, wake);
  return async () => handle?.close();
}

/** Creates the queues and their tables; run once before web and worker start, safe to repeat. */
export async function prepareQueues(): Promise<void> {
  const boss = await build('worker').start();
  for (const [name, options] of Object.entries(QUEUES)) {
    const queue = await boss.getQueue(name);
    if (!queue) await boss.createQueue(name, { ...options, retryBackoff: true });
    // made by a former version
    else if (queue.notify !== options.notify) await boss.updateQueue(name, { notify: options.notify });
  }
  await boss.stop({ graceful: false });
}

/** The library's instance of a worker process. */
export function startWorker(): Promise<PgBoss> {
  return build('worker').start();
}

export async function closeQueue(): Promise<void> {
  const boss = await slot.boss;
  slot.boss = undefined;
  clearTimeout(slot.notice);
  slot.notice = undefined;
  await boss?.stop({ graceful: false });
}
