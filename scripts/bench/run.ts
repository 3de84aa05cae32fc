// The run itself: warm up, windows in turn between the portal and its floors, then what changes the machine (uploads, log-ins, deposits).
import type { Client } from 'pg';
import { captured, isWork } from './capture.ts';
import { crowd } from './crowd.ts';
import type { Draft } from './drafts.ts';
import type { Replay, Replays } from './driver-floor.ts';
import { engine } from './engine.ts';
import { deposits, logIns, uploads } from './heavy-work.ts';
import { type Gun, type Measure, measure, type Target, together } from './measure.ts';
import { busyElsewhere, processorSeconds } from './process-cost.ts';
import type { Running } from './processes.ts';
import type { Bar, Line, Report } from './report.ts';
import { figure } from './report.ts';
import * as ask from './scenarios.ts';
import type { Shot } from './shot.ts';
import { weigh } from './weight.ts';

export type Setting = {
  client: Client;
  gun: Gun;
  web: Running;
  floor: Running;
  startDriver: (replays: Replays) => Promise<Running>;
  heavy: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Runs a measure with the worker stopped, so that its work is not counted with another's. */
  withoutWorker: <T>(work: () => Promise<T>) => Promise<T>;
  logPath: string;
  grow: () => Promise<void>;
  sizes: readonly [number, number];
  /** Share of the machine that others used before the run. */
  busyBefore: number;
  quick: boolean;
  /** The parts to measure; all of them when absent. */
  only?: ReadonlySet<Part>;
};

/** Parts of the run that can be asked for alone (`--seulement=…`). */
export const PARTS = ['lecture', 'enregistrement', 'corbeille', 'moteur', 'televersement', 'connexion', 'depot', 'poids'] as const;
export type Part = (typeof PARTS)[number];

type Side = { target: Target; shots: Shot[] };

export async function runScenarios(setting: Setting): Promise<Omit<Report, 'quick'>> {
  const { client, gun, web, floor, heavy, sizes, quick } = setting;
  const seconds = quick ? { warm: 4, window: 1.5, felt: 1, rounds: 1 } : { warm: 40, window: 6, felt: 4, rounds: 2 };
  const N = ask.CONNECTIONS;
  const wants = (part: Part) => setting.only?.has(part) ?? true;
  const when = async <T>(part: Part, work: () => Promise<T>): Promise<T | undefined> => (wants(part) ? work() : undefined);
  const partOf = {
    read: 'lecture',
    home: 'lecture',
    blank: 'lecture',
    save: 'enregistrement',
    auto: 'enregistrement',
    queue: 'corbeille',
    dossier: 'corbeille',
  } as const;
  /** Only what will be measured is worth warming up. */
  const wanted = (all: Partial<Record<keyof typeof partOf, Shot[]>>): Shot[][] =>
    Object.entries(partOf).flatMap(([key, part]) => {
      const some = all[key as keyof typeof partOf];
      return some && wants(part) ? [some] : [];
    });

  const draftsRead = await ask.addDrafts(client, 0, N, false);
  const draftsSave = await ask.addDrafts(client, 100, N, false);
  const draftsAuto = await ask.addDrafts(client, 200, N, false);
  const draftsDriver = await ask.addDrafts(client, 300, N, false);
  const agent = await ask.agentPages(client, heavy);
  const bare = await ask.floorShots(floor, heavy);
  const shots = {
    read: ask.readStep(draftsRead),
    save: await ask.saveStep(web, draftsSave, 100),
    auto: ask.autosave(draftsAuto, 200),
    queue: agent.queue,
    dossier: agent.dossier,
    home: [{ method: 'GET', path: '/', headers: {}, expect: { status: 200, includes: '</html>' } } satisfies Shot],
  };

  const replays = await captureAll(setting, shots, draftsSave, draftsAuto);
  const written = () => [...shots.save, ...shots.auto].reduce((sum, shot) => sum + (shot.counter ?? 0), 0);
  const beforeAll = written();
  const driver = await setting.startDriver(replays);
  const replayed = driverShots(replays, draftsDriver);

  console.log(`Échauffement (${seconds.warm} s par processus)…`);
  // A busy machine gives little processor in 40 s: what warms a process is the work it did, hence also a share of it in CPU.
  const warm = async (target: Target, all: Shot[][], duration: number) => {
    const from = processorSeconds(target.pid);
    const deadline = Date.now() + 3000 * duration;
    if (all.length === 0) return;
    const isWarm = () => processorSeconds(target.pid) - from >= duration * 0.6 || Date.now() > deadline;
    do {
      for (const some of all) await measure(gun, target, { connections: N, shots: some, seconds: duration / all.length });
    } while (!isWarm());
  };
  await warm(web, wanted(shots), seconds.warm);
  await warm(floor, wanted(bare), seconds.warm);
  await warm(driver, wanted(replayed), seconds.warm / 4);

  const inTurn = async (sides: Side[]): Promise<Measure[]> => {
    const windows: Measure[][] = sides.map(() => []);
    for (let round = 0; round < seconds.rounds; round += 1) {
      for (const [i, side] of sides.entries())
        windows[i]?.push(await measure(gun, side.target, { connections: N, shots: side.shots, seconds: seconds.window }));
    }
    return windows.map(together);
  };
  const lines: Line[] = [];
  const line = async (work: string, ours: Shot[], floorName: string, bareShots: Shot[] | undefined, key?: string): Promise<Line> => {
    console.log(`Mesure : ${work}…`);
    const driven = key ? replayed[key] : undefined;
    const sides: Side[] = [
      { target: web, shots: ours },
      ...(bareShots ? [{ target: floor, shots: bareShots }] : []),
      ...(driven ? [{ target: driver, shots: driven }] : []),
    ];
    const [own, ...others] = await inTurn(sides);
    if (!own) throw new Error('rien de mesuré');
    const felt = await measure(gun, web, { connections: 1, shots: ours, seconds: seconds.felt });
    const found: Line = { work, ours: own, felt };
    if (bareShots && others[0]) found.floor = { name: floorName, measure: others[0] };
    if (driven) found.driver = others.at(-1);
    if (key) found.statements = replays[key]?.statements.length;
    lines.push(found);
    return found;
  };

  await when('lecture', () => line("page d'accueil", shots.home, 'page vide', bare.blank));
  const read = await when('lecture', () => line('étape « informations », lecture', shots.read, 'même formulaire nu', bare.read, 'read'));
  const save = await when('enregistrement', () =>
    line('étape « informations », enregistrement et redirection', shots.save, 'action nue', bare.save, 'save'),
  );
  await when('enregistrement', () => line('saisie gardée à mesure que l’on tape', shots.auto, 'action nue', bare.save, 'auto'));
  const agents = await when('corbeille', async () => {
    const small = await line(`corbeille, ${figure(sizes[0])} dossiers`, shots.queue, 'liste nue de 50', bare.queue, 'queue');
    await line(`dossier, ${figure(sizes[0])} dossiers`, shots.dossier, 'une ligne', bare.dossier, 'dossier');
    await setting.grow();
    const large = await line(`corbeille, ${figure(sizes[1])} dossiers`, shots.queue, 'liste nue de 50', bare.queue, 'queue');
    const what = `dossier, ${figure(sizes[1])} dossiers (100 réponses, 60 fichiers)`;
    return { small, large, dossier: await line(what, shots.dossier, 'une ligne', bare.dossier, 'dossier') };
  });

  // Saves counted in the database: each adds one to the version of what is typed.
  const versions = await client.query<{ total: string }>('select sum(version) as total from saisie where dossier_id = any($1::uuid[])', [
    [...draftsSave, ...draftsAuto].map((d) => d.dossierId),
  ]);
  const expected = written();
  if (Number(versions.rows[0]?.total) !== expected)
    throw new Error(`écritures : ${versions.rows[0]?.total} dans la base, ${expected} acquittées`);

  const alone = wants('moteur') ? engine() : undefined;
  const upload = await when('televersement', () => uploads(setting));
  lines.push(...(upload?.lines ?? []));
  const entering = await when('connexion', async () => {
    lines.push(await logIns(setting, driver));
    return crowd(setting);
  });
  lines.push(...(entering?.lines ?? []));
  const deposit = await when('depot', () => deposits(setting));
  if (deposit) lines.push(deposit.line);

  const [sample] = draftsRead;
  const pages: [page: string, running: Running, path: string, cookie?: string][] = [
    ['page vide du même cadre (plancher)', floor, '/vide'],
    ['accueil', web, '/'],
    ['mon compte', web, '/mon-compte', sample?.cookie],
    ['étape « informations »', web, sample ? ask.stepPath(sample) : '/', sample?.cookie],
    ['corbeille', web, '/instruction', agent.cookie],
  ];
  const weights = await Promise.all(
    (wants('poids') ? pages : []).map(async ([page, { origin }, path, cookie]) => ({ page, weight: await weigh(origin, path, cookie) })),
  );
  const blank = weights[0]?.weight.scripts;
  const account = weights[2]?.weight.scripts;
  const postgres = (await client.query<{ v: string }>("select split_part(version(), ' on ', 1) as v")).rows[0]?.v ?? '';
  await driver.stop();

  const bar = (what: string, measured: number, limit: number, wanted: string): Bar => ({
    what,
    bar: wanted,
    measured: `${figure(measured)} ×`,
    reached: measured <= limit,
  });
  const agentBars = ({ small, large, dossier }: Record<'small' | 'large' | 'dossier', Line>): Bar[] => [
    bar(`corbeille à ${figure(sizes[1])}`, over(large), 1.5, '≤ 1,5 × la liste nue'),
    { what: 'corbeille, poids', bar: '≤ 60 ko', measured: `${figure(large.ours.bytes / 1000)} ko`, reached: large.ours.bytes <= 60_000 },
    bar(`corbeille, ${figure(sizes[1])} contre ${figure(sizes[0])}`, large.ours.server / small.ours.server, 1.15, 'constante (≤ 1,15 ×)'),
    bar('dossier', over(dossier), 3, '≤ 3 × une ligne nue'),
  ];
  const over = (l: Line) => l.ours.server / (l.floor?.measure.server ?? Number.NaN);
  const bars: Bar[] = [
    ...(read ? [bar('étape, lecture', over(read), 0.9, '≤ 0,9 × le plancher Next')] : []),
    ...(save ? [bar('étape, enregistrement', over(save), 1.5, "≤ 1,5 × l'action nue")] : []),
    ...(agents ? agentBars(agents) : []),
    ...(deposit?.bars ?? []),
    ...(upload?.bars ?? []),
    ...(entering?.bars ?? []),
    ...(alone?.bars ?? []),
    ...(account && blank ? [bar('scripts d’une page de l’usager', account / blank, 1.15, '≤ 1,15 × la page vide')] : []),
  ];
  const busy = Math.max(setting.busyBefore, await busyElsewhere(web.postgres));
  const notes = [
    ...(busy > 0.1 ? [`**Machine occupée à ${figure(busy * 100)} % par autre chose : mesure à refaire au calme.**`] : []),
    `Écritures : ${figure(expected - beforeAll)} enregistrements acquittés, autant dans la base${upload ? ` ; ${upload.notes}` : ''}.`,
    'Corbeille et dossier comme un matin : la nuit des horloges est passée avant la mesure, chaque ligne porte son échéance et son motif.',
    ...[deposit, entering, alone].flatMap((found) => (found ? [found.note] : [])),
    'Le plancher Next n’a ni session, ni droits, ni système de design, ni en-têtes de sécurité ; le pilote seul rejoue le SQL relevé dans le journal de PostgreSQL.',
  ];
  return { lines, bars, weights, notes, postgres };
}

/** One request of each kind, alone, while PostgreSQL writes what it receives. */
async function captureAll(
  { client, gun, web, logPath }: Setting,
  shots: Record<string, Shot[]>,
  saved: Draft[],
  auto: Draft[],
): Promise<Replays> {
  const replays: Replays = {};
  const once = async (shot: Shot | undefined) => {
    if (shot) await measure(gun, web, { connections: 1, shots: [shot], seconds: 20, once: true });
  };
  const slotsOf = (draft: Draft | undefined): Replay['slots'] =>
    draft ? { [draft.dossierId]: 'd', [draft.compteId]: 'c', [String(ask.MARKED_VERSION)]: 'v' } : {};
  for (const [key, written] of Object.entries({ read: undefined, save: saved[0], auto: auto[0], queue: undefined, dossier: undefined })) {
    const shot = shots[key]?.[0];
    // Warm first: pools opened, prepared statements known.
    await once(shot);
    if (written && shot) {
      await client.query('update saisie set version = $2 where dossier_id = $1', [written.dossierId, ask.MARKED_VERSION]);
      shot.counter = ask.MARKED_VERSION;
    }
    const statements = (await captured(client, logPath, () => once(shot))).filter(isWork);
    replays[key] = { statements, transaction: key === 'save', slots: slotsOf(written) };
  }
  return replays;
}

function driverShots(replays: Replays, drafts: readonly Draft[]): Record<string, Shot[]> {
  return Object.fromEntries(
    Object.keys(replays).map((key): [string, Shot[]] => {
      const half = key === 'save' ? drafts.slice(0, drafts.length / 2) : drafts.slice(drafts.length / 2);
      const writes = key === 'save' || key === 'auto';
      return [
        key,
        half.map(({ dossierId, compteId }) => ({
          method: 'GET',
          path: `/${key}?d=${dossierId}&c=${compteId}&v=@@VERSION@@`,
          headers: {},
          expect: { status: 200, includes: '"fait":true' },
          ...(writes ? { counter: 1 } : {}),
        })),
      ];
    }),
  );
}
