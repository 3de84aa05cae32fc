// One base read through the portal, in a process of its own (its pool, its plans, its compiled code): what compare.ts asks for.
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { env } from '#platform/env.ts';
import type { Answer, Order, Ready } from './compare.ts';
import { farPages, readings } from './lists.ts';

const client = new Client({ connectionString: env().DATABASE_URL });
await client.connect();
const all = readings(await farPages(client));
await client.end();

/** Lines shown and statements sent by the driver meanwhile. */
async function counted(read: () => Promise<number>): Promise<{ lines: number; statements: number }> {
  const send = Client.prototype.query;
  let statements = 0;
  Client.prototype.query = function spy(this: Client, ...args: unknown[]) {
    statements += 1;
    return Reflect.apply(send, this, args);
  } as typeof send;
  try {
    return { lines: await read(), statements };
  } finally {
    Client.prototype.query = send;
  }
}

async function answer({ reading, turns }: Order): Promise<Answer> {
  const read = all[reading]?.read;
  if (!read) throw new Error(`no reading ${reading}`);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const since = performance.now();
    await read();
    times.push(performance.now() - since);
  }
  return { times, ...(await counted(read)) };
}

process.on('message', (order: Order) => {
  void answer(order).then((answered) => process.send?.(answered));
});
process.once('disconnect', () => process.exit());
process.send?.({ names: all.map(({ name }) => name) } satisfies Ready);
