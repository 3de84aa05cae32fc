// The worker process: runs the jobs of the queue until told to stop. `node --conditions=react-server src/jobs/worker.ts`
// Several may run beside each other: the queue gives each job to one of them.
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { certificat } from '#adapters/signature/certificat.ts';
import { releverReferences } from '#features/configuration/references/queries.ts';
import { fermerCourriels } from '#features/notifications/courriels/commands.ts';
import { now } from '#platform/clock.ts';
import { closeDb } from '#platform/db.ts';
import { causeOf } from '#platform/fault.ts';
import { logger } from '#platform/logger.ts';
import { closeQueue, onJobs, QUEUES, type QueueJobs, type QueueName, startWorker } from '#platform/queue.ts';
import { JOBS } from './registry.ts';

/** Milliseconds left to the jobs in hand once told to stop; the others wait for the next worker. */
const GRACE = 15_000;
/** Seconds between two looks at the queue. Where a notice of the database wakes the worker at once, looking is for lost notices. */
const RONDE = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 } as const;

async function executer<Q extends QueueName>(file: Q, job: JobWithMetadata<QueueJobs[Q]>): Promise<void> {
  const debut = performance.now();
  const contexte = {
    travail: file,
    id: job.id,
    essai: job.retryCount + 1,
    attente: Math.round(now().getTime() - job.startAfter.getTime()),
  };
  const duree = () => Math.round(performance.now() - debut);
  try {
    const issue = await JOBS[file].run(job.data, now(), arret.signal);
    logger().info({ ...contexte, duree: duree(), ...issue }, 'travail fait');
  } catch (erreur) {
    const cause = causeOf(erreur);
    const estDernier = job.retryCount >= job.retryLimit;
    logger()[estDernier ? 'error' : 'warn'](
      { ...contexte, duree: duree(), cause },
      estDernier ? 'travail abandonné' : 'travail à reprendre',
    );
    // the library keeps it with the job: without what it may quote, as the log
    throw new Error(cause.message);
  }
}

const reveils: (() => void)[] = [];
/** The jobs in hand are told that the process leaves. */
const arret = new AbortController();

/** One place: takes one job after the other. */
async function prendrePlace<Q extends QueueName>(boss: PgBoss, file: Q): Promise<void> {
  let place: string | undefined;
  place = await boss.work<QueueJobs[Q], void, { includeMetadata: true }>(file, { ...RONDE, includeMetadata: true }, async ([job]) => {
    // Otherwise the library rests between two jobs, and a queue of twelve takes a minute.
    if (place) boss.notifyWorker(place);
    if (job) await executer(file, job);
  });
  const ici = place;
  if (!QUEUES[file].notify) reveils.push(() => boss.notifyWorker(ici));
}

async function ouvrir<Q extends QueueName>(boss: PgBoss, file: Q): Promise<void> {
  const { simultanes, horaire } = JOBS[file];
  for (let place = 0; place < simultanes; place++) await prendrePlace(boss, file);
  if (horaire) await boss.schedule(file, horaire, {}, { tz: 'Europe/Paris' });
}

// the words of the first mail are those in force
await releverReferences();

const FILES = [
  'evenement',
  'courriel',
  'texto',
  'appareil',
  'analyse',
  'message',
  'horloge',
  'menage',
] as const satisfies readonly QueueName[];

// Made at the first start; a certificate that does not open stops the process with a sentence, before any document waits for it.
await certificat(now()).catch((erreur: unknown) => {
  logger().error({ cause: String(erreur) }, 'certificat de signature illisible');
  process.exit(1);
});
const boss = await startWorker();
for (const file of FILES) await ouvrir(boss, file);
const nePlusEcouter = await onJobs(boss, () => {
  for (const reveiller of reveils) reveiller();
});
logger().info({ files: FILES }, 'worker prêt');

let estArrete = false;
async function arreter(signal: string): Promise<void> {
  if (estArrete) return;
  estArrete = true;
  arret.abort();
  logger().info({ signal }, 'arrêt demandé : fin des travaux en cours');
  await nePlusEcouter();
  await boss.stop({ graceful: true, timeout: GRACE });
  await fermerCourriels();
  await closeQueue();
  await closeDb();
  logger().info('worker arrêté');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    arreter(signal).catch((erreur: unknown) => {
      logger().error({ cause: causeOf(erreur) }, 'arrêt manqué');
      process.exit(1);
    });
  });
}
