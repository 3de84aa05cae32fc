// A hundred log-ins at once: what the others feel meanwhile. And what a stranger could time: the same refusal for a known and an unknown name.
import { addAccounts, emailOf } from './drafts.ts';
import { loadGun, type Measure, measure, together } from './measure.ts';
import { type Bar, figure, type Line } from './report.ts';
import type { Setting } from './run.ts';
import * as ask from './scenarios.ts';
import type { Shot } from './shot.ts';

const CROWD = 100;
const HOME: Shot = { method: 'GET', path: '/', headers: {}, expect: { status: 200, includes: '</html>' } };

type Found = { lines: Line[]; bars: Bar[]; note: string };

/** One visitor reads the home page, alone then while the crowd logs in; each verification of a password takes a quarter of a second. */
export async function crowd({ client, gun, web, quick }: Pick<Setting, 'client' | 'gun' | 'web' | 'quick'>): Promise<Found> {
  console.log(`Mesure : ${CROWD} connexions à la fois…`);
  const logIns = await ask.logIns(web, await addAccounts(client, 30_000, 2 * CROWD));
  const others = loadGun();
  // One window each time, shorter than the crowd takes: a p99 is of all the pages read.
  const read = () => measure(gun, web, { connections: 1, shots: [HOME], seconds: quick ? 5 : 15 });
  try {
    // Once to warm up, unless the run is a quick one.
    if (!quick) await measure(others, web, { connections: CROWD, shots: logIns.slice(CROWD), seconds: 120, once: true });
    const before = await read();
    const [entered, during] = await Promise.all([
      measure(others, web, { connections: CROWD, shots: logIns.slice(0, CROWD), seconds: 120, once: true }),
      read(),
    ]);
    const limit = Math.max(2 * before.p99, 100);
    return {
      lines: [
        { work: `${CROWD} connexions à la fois (argon2id)`, ours: entered },
        { work: 'page d’accueil, un visiteur, seul', ours: before },
        { work: `page d’accueil, un visiteur, pendant les ${CROWD} connexions`, ours: during },
      ],
      bars: [
        {
          what: `page d’accueil pendant ${CROWD} connexions, p99`,
          bar: '≤ 2 × seule, ou 100 ms',
          measured: `${figure(during.p99)} ms contre ${figure(before.p99)} ms (p50 : ${figure(during.p50)} contre ${figure(before.p50)})`,
          reached: during.p99 <= limit,
        },
        await sameDelay({ client, gun, web, quick }),
      ],
      note: `${CROWD} connexions demandées au même instant : la dernière entre en ${figure(entered.seconds)} s, aucune refusée.`,
    };
  } finally {
    others.close();
  }
}

/** Wrong passwords, in turn for a name that exists and for one that does not, each from an address of its own. */
async function sameDelay({ client, gun, web, quick }: Pick<Setting, 'client' | 'gun' | 'web' | 'quick'>): Promise<Bar> {
  const count = quick ? 10 : 40;
  const known = await addAccounts(client, 31_000, count);
  const unknown = known.map((_, i) => emailOf(9_000_000 + i));
  const windows: { known: Measure[]; unknown: Measure[] } = { known: [], unknown: [] };
  const fire = (shots: Shot[]) => measure(gun, web, { connections: 1, shots, seconds: 60, once: true });
  const [wrongKnown, wrongUnknown] = [await ask.refusals(web, known, 1), await ask.refusals(web, unknown, 2)];
  for (let from = 0; from < count; from += 10) {
    windows.known.push(await fire(wrongKnown.slice(from, from + 10)));
    windows.unknown.push(await fire(wrongUnknown.slice(from, from + 10)));
  }
  const [a, b] = [together(windows.known), together(windows.unknown)];
  const ratio = a.p50 / b.p50;
  return {
    what: 'refus de connexion, identifiant connu ou non, p50',
    bar: 'écart ≤ 15 %',
    measured: `${figure(a.p50)} ms et ${figure(b.p50)} ms`,
    reached: ratio > 0.85 && ratio < 1.15,
  };
}
