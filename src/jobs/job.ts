// What a kind of job is. A kind = one file in kinds/ and one line in registry.ts; queue, retries and back-off belong to the library.
import type { QueueJobs, QueueName } from '#platform/queue.ts';

export type Job<Q extends QueueName> = {
  /** how many run at once in one worker process */
  simultanes: number;
  /** set: the clock starts it too (cron, Europe/Paris) */
  horaire?: string;
  /**
   * Must be safe to repeat. Throwing asks for another try. What it returns goes to the log. `arret`: the process is told to leave; a long
   * work stops at the next place from which it can go on.
   */
  run: (job: QueueJobs[Q], at: Date, arret?: AbortSignal) => Promise<Record<string, string | number>>;
};
