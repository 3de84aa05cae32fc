// The same readings on two bases, in alternation: whatever else the machine does, it does it to both.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Order = { reading: number; turns: number };
/** `times`: milliseconds of each turn. `lines`: shown by one. `statements`: sent by one. */
export type Answer = { times: number[]; lines: number; statements: number };
export type Ready = { names: string[] };

/** Milliseconds: the median of the turns. */
export type Side = { median: number; lines: number; statements: number };
export type Compared = { name: string; little: Side; large: Side };

/** Turns that warm a reading up: code compiled, statements prepared (PostgreSQL settles on a plan after the fifth), pages in memory. */
const WARM = 20;
const ROUNDS = 12;
const TURNS = 10;
export const READS = ROUNDS * TURNS;

/** `little`, `large`: the environment of the portal on each base. Throws when a reader dies. */
export async function compare(little: NodeJS.ProcessEnv, large: NodeJS.ProcessEnv): Promise<Compared[]> {
  const readers = [await open(little), await open(large)] as const;
  const found: Compared[] = [];
  for (const [reading, name] of readers[0].names.entries()) {
    const times: [number[], number[]] = [[], []];
    for (const { ask } of readers) await ask({ reading, turns: WARM });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [i, { ask }] of readers.entries()) times[i]?.push(...(await ask({ reading, turns: TURNS })).times);
    }
    const side = async (i: 0 | 1): Promise<Side> => {
      const { lines, statements } = await readers[i].ask({ reading, turns: 1 });
      return { median: median(times[i]), lines, statements };
    };
    found.push({ name, little: await side(0), large: await side(1) });
  }
  for (const { close } of readers) close();
  return found;
}

const median = (some: number[]): number => some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN;

type Reader = { names: readonly string[]; ask: (order: Order) => Promise<Answer>; close: () => void };

async function open(env: NodeJS.ProcessEnv): Promise<Reader> {
  const child = fork(fileURLToPath(new URL('./list-reader.ts', import.meta.url)), {
    env,
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
  });
  const { names } = await said<Ready>(child);
  return {
    names,
    ask: (order) => {
      child.send(order);
      return said<Answer>(child);
    },
    close: () => child.disconnect(),
  };
}

/** The next message of a process, or its death. */
async function said<T>(child: ChildProcess): Promise<T> {
  const listened = new AbortController();
  const { signal } = listened;
  const death = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('Le lecteur s’est arrêté.')));
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), death]);
    return message as T;
  } finally {
    death.catch(() => undefined);
    listened.abort();
  }
}
