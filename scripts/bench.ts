// `npm run bench` : what the portal costs, against two floors measured in the same run. `npm run bench -- --rapide` only checks that it runs.
// `npm run bench -- --seulement=enregistrement,depot` measures these parts and leaves the README alone.
// The production build, a durable embedded database of its own, a web process and a worker, a load generator in another process.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { LISTE_PAYS } from '#domain/pays.ts';
import type { Replays } from './bench/driver-floor.ts';
import { loadGun } from './bench/measure.ts';
import { buildFloor } from './bench/next-floor.ts';
import { addAgent, heavyDossiers, populate } from './bench/population.ts';
import { busyElsewhere } from './bench/process-cost.ts';
import { ended, freePort, launch, postgresPid, scratch, start } from './bench/processes.ts';
import { markdown, writeReadme } from './bench/report.ts';
import { PARTS, runScenarios } from './bench/run.ts';
import { build } from './build.ts';
import { createDatabase, dropDatabase } from './databases.ts';
import { environment } from './environment.ts';
import { migrate } from './migrations.ts';
import { donnees, inRoot } from './paths.ts';
import { embeddedServer } from './postgres.ts';
import { seedDatabase, step } from './prepare.ts';
import { grantRights } from './rights.ts';
import { webService, workerService } from './services.ts';

const quick = process.argv.includes('--rapide');
const asked = process.argv
  .find((arg) => arg.startsWith('--seulement='))
  ?.slice('--seulement='.length)
  .split(',');
const unknown = asked?.filter((name) => !PARTS.some((part) => part === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Parties inconnues : ${unknown.join(', ')}. Celles qui existent : ${PARTS.join(', ')}.`);
  process.exit(1);
}
const only = asked && new Set(PARTS.filter((part) => asked.includes(part)));
const BASE = 'portail_bench';
const SERVER = 'postgres-bench';
const busyBefore = await busyElsewhere();
if (busyBefore > 0.1) console.log(`La machine est déjà occupée à ${Math.round(busyBefore * 100)} % : les mesures en souffriront.`);
const sizes = quick ? ([300, 3_000] as const) : ([3_000, 100_000] as const);

// What the developer exported for a real deployment has no place here.
for (const name of [
  'DATABASE_URL',
  'SMTP_URL',
  'PORTAIL_URL',
  'PORTAIL_OFFICIEL',
  'S3_ENDPOINT',
  'CLAMAV_HOTE',
  'ADRESSE_API',
  'DATABASE_POOL',
]) {
  delete process.env[name];
}

console.log('Préparation de la mesure :');
await step('construction du portail', build);
const floorServer = await step('construction du plancher', () => buildFloor(LISTE_PAYS.map(({ code, libelle }) => [code, libelle])));
const server = await step('PostgreSQL', () => embeddedServer(SERVER, 'durable'));
await dropDatabase(server.url('postgres'), BASE);
await createDatabase(server.url('postgres'), BASE);
const databaseUrl = server.url(BASE);
const files = join(scratch, 'fichiers');
rmSync(files, { recursive: true, force: true });
const env: NodeJS.ProcessEnv = {
  ...(await environment({ databaseUrl: server.serviceUrl(BASE), port: await freePort(), mode: 'production', folder: files })),
  // The load generator stands for the proxy in front: each visitor who logs in has an address of their own.
  PROXYS_DE_CONFIANCE: '1',
};
// The keys of the sessions are derived from the same secret as the portal's. An absent variable stays absent: assigned, it would become "undefined".
Object.assign(process.env, Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)));
await step('migrations', () => migrate(databaseUrl));
await step('droits', () => grantRights(databaseUrl, server.serviceUrl(BASE)));
await step('données de référence', () => seedDatabase(env));
const client = new Client({ connectionString: databaseUrl });
await client.connect();
await addAgent(client);
await step(`${sizes[0]} dossiers`, () => populate(client, 0, sizes[0]));
await client.query(
  'create table plancher (id text primary key, valeurs jsonb, version int not null default 1); create table plancher_ligne (dossier text, rang int, valeurs jsonb); grant all on plancher, plancher_ligne to public',
);
await client.query(
  `insert into plancher select 'dossier-' || n, '{"nom":"TEST nom","pays":"CA","nationalite":"CA","sexe":"masculin"}' from generate_series(0, 15) n`,
);
const heavy = await heavyDossiers(client, 32);
// loaded late: it reads the environment that was just made
const { passNight } = await import('./bench/morning.ts');
const night = () => step('nuit des horloges', () => passNight(client));
await night();

const postgres = postgresPid(SERVER);
const web = await start({
  name: 'web',
  args: webService(env, scratch).args,
  env,
  port: Number(env.PORT),
  health: '/api/sante',
  postgres,
});
const launchWorker = () => launch('worker', workerService(env, scratch).args, env);
let worker = launchWorker();
const floorPort = await freePort();
const floor = await start({
  name: 'plancher',
  args: [floorServer],
  env: { ...env, PORT: String(floorPort) },
  port: floorPort,
  health: '/vide',
  postgres,
});
const gun = loadGun();

/** The driver alone is started once the statements to replay are known. */
async function startDriver(replays: Replays) {
  const path = join(scratch, 'requetes.json');
  writeFileSync(path, JSON.stringify(replays));
  const port = await freePort();
  const args = ['--disable-warning=ExperimentalWarning', inRoot('scripts', 'bench', 'driver-floor.ts'), String(port), path];
  return start({ name: 'pilote', args, env, port, health: '/sante', postgres });
}

async function withoutWorker<T>(work: () => Promise<T>): Promise<T> {
  await ended(worker);
  try {
    return await work();
  } finally {
    worker = launchWorker();
  }
}

let code = 0;
try {
  const report = await runScenarios({
    client,
    gun,
    web,
    floor,
    startDriver,
    heavy,
    env,
    withoutWorker,
    logPath: join(donnees, `${SERVER}.log`),
    grow: () =>
      withoutWorker(async () => {
        await step(`${sizes[1]} dossiers`, () => populate(client, sizes[0], sizes[1]));
        await night();
      }),
    sizes,
    busyBefore,
    quick,
    only,
  });
  const text = markdown({ ...report, quick });
  console.log(`\n${text}`);
  if (!quick && !only) writeReadme(text);
} catch (error) {
  code = 1;
  console.error(error);
} finally {
  gun.close();
  await Promise.all([web.stop(), floor.stop(), ended(worker)]);
  await client.end();
  await server.release();
  rmSync(files, { recursive: true, force: true });
}
process.exit(code);
