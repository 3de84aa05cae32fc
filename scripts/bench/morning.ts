// The base as agents find it in the morning: the clocks have passed over every open dossier, which carries its day due and why. Without
// them the queue would be lighter than on a true day, unless the worker's own night fell during the measure.
import type { Client } from 'pg';
import { passerLaNuit } from '#features/horloge/commands.ts';
import { closeDb } from '#platform/db.ts';
import { closeQueue } from '#platform/queue.ts';

/** To be run while no worker does: the jobs that the night leaves are taken away, so that none is done during a measure. Throws what the clocks throw. */
export async function passNight(client: Client): Promise<void> {
  const { rows } = await client.query<{ at: Date }>('select now() as at');
  try {
    const { echecs } = await passerLaNuit(new Date());
    if (echecs > 0) throw new Error(`nuit des horloges : ${echecs} dossiers illisibles`);
  } finally {
    await closeQueue();
    await closeDb();
  }
  await client.query('delete from file.job where created_on >= $1', [rows[0]?.at]);
  await client.query('vacuum analyze');
}
