// Graceful stop of the web process. At SIGTERM Next stops accepting, lets the requests in hand finish, then leaves by itself.
// What it does not do: say so to the health check, close queue and database once nobody uses them, and give up on a request that never ends.
import { closeDb } from './db.ts';
import { logger } from './logger.ts';
import { processMemory } from './process-memory.ts';
import { closeQueue } from './queue.ts';
import { onRequestStart } from './request-start.ts';

/** Milliseconds: below the 20 seconds after which the supervisor kills. */
const LIMIT = 15_000;

type State = { stopping: boolean; inHand: number; idle: (() => void) | null };
const state = (): State => processMemory('shutdown', () => ({ stopping: false, inHand: 0, idle: null }));

/** True from the signal on: the health check then answers 503, so that no new request is sent here. */
export const isStopping = (): boolean => state().stopping;

async function stop(signal: string): Promise<void> {
  const s = state();
  if (s.stopping) return;
  s.stopping = true;
  logger().info({ signal, inHand: s.inHand }, 'arrêt demandé : fin des requêtes en cours');
  const giveUp = setTimeout(() => {
    logger().warn({ inHand: s.inHand }, 'arrêt sans attendre davantage');
    process.exit(1);
  }, LIMIT);
  giveUp.unref();
  if (s.inHand > 0) await new Promise<void>((resolve) => (s.idle = resolve));
  await closeQueue();
  await closeDb();
  logger().info('web arrêté');
}

/** Once per process, before the first request. */
export function prepareShutdown(): void {
  onRequestStart((_request, response) => {
    const s = state();
    s.inHand += 1;
    response.once('close', () => {
      s.inHand -= 1;
      if (s.inHand === 0) s.idle?.();
    });
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
}
