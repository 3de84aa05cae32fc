// `npm run bench-volume`: the lists and the search of an agent at 3 000 dossiers, then at 300 000 (100 000 persons, 3 000 000 pieces,
// 10 000 000 events or as many as fit in ten minutes). `-- --dossiers=30000 --minutes=2` for another volume. Needs no build of the portal.
import { Client } from 'pg';
import { prefectures } from '../prisma/prefectures.ts';
import { compare, READS } from './bench/compare.ts';
import { busyElsewhere } from './bench/process-cost.ts';
import { freePort, postgresPid, scratch } from './bench/processes.ts';
import { figure, writeReadme } from './bench/report.ts';
import { fill, fillEvents, openAll, type Volume } from './bench/volume.ts';
import { createDatabase, dropDatabase } from './databases.ts';
import { environment } from './environment.ts';
import { inRoot } from './paths.ts';
import { embeddedServer } from './postgres.ts';
import { step } from './prepare.ts';
import { runToEnd } from './run-to-end.ts';

const SERVER = 'postgres-bench';
const BASE = 'portail_volume';
/** The first 3 000 dossiers of the same. */
const LITTLE = 'portail_volume_3000';
const asked = Number(process.argv.find((arg) => arg.startsWith('--dossiers='))?.slice('--dossiers='.length) ?? 300_000);
const of = (dossiers: number): Volume => ({
  persons: Math.ceil(dossiers / 3),
  dossiers,
  pieces: dossiers * 10,
  events: Math.ceil((dossiers * 100) / 3),
});
const NONE: Volume = { persons: 0, dossiers: 0, pieces: 0, events: 0 };
/** For the events: as many as fit. */
const MINUTES = Number(process.argv.find((arg) => arg.startsWith('--minutes='))?.slice('--minutes='.length) ?? 10);

const server = await step('PostgreSQL', () => embeddedServer(SERVER, 'durable'));
const postgres = postgresPid(SERVER);
const busyBefore = await busyElsewhere(postgres);
const portalOn = async (base: string) =>
  environment({ databaseUrl: server.serviceUrl(base), port: await freePort(), mode: 'production', folder: scratch });
// an absent value given to process.env becomes the word "undefined"
for (const [name, value] of Object.entries(await portalOn(BASE))) if (value !== undefined) process.env[name] = value;

const began = Date.now();
async function connected<T>(base: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.url(base) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Both bases, migrated; the second is a copy. In a process apart, which ends with its connections: nobody may be in what is copied. */
async function make(): Promise<void> {
  for (const base of [BASE, LITTLE]) await dropDatabase(server.url('postgres'), base);
  await createDatabase(server.url('postgres'), BASE);
  const { code, output } = await runToEnd(process.execPath, [...process.execArgv, inRoot('scripts', 'template.ts')], {
    ...process.env,
    MIGRATION_DATABASE_URL: server.url(BASE),
  });
  if (code !== 0) throw new Error(`migrations :\n${output}`);
  await createDatabase(server.url('postgres'), LITTLE, BASE);
}

const begin = (base: string, volume: Volume) =>
  connected(base, async (client) => {
    await client.query('insert into prefecture select * from jsonb_populate_recordset(null::prefecture, $1)', [
      JSON.stringify(prefectures),
    ]);
    await fill(client, NONE, volume);
    await client.query('vacuum analyze');
  });

await step('deux bases', make);
const [little, large] = [of(3_000), of(asked)];
for (const base of [LITTLE, BASE]) await step(`${figure(little.dossiers)} dossiers`, () => begin(base, little));
await connected(BASE, async (client) => {
  await step(`${figure(large.dossiers)} dossiers`, () => fill(client, little, large));
  const events = await fillEvents(client, large, MINUTES * 60_000 - (Date.now() - began));
  console.log(`  ${figure(events)} événements, ${figure((Date.now() - began) / 1000)} s en tout`);
  await step('statistiques', () => client.query('vacuum analyze'));
});
const compared = await step('listes et recherche', async () => compare(await portalOn(LITTLE), await portalOn(BASE)));
const lines = compared.map(({ name, little: a, large: b }) => {
  const ratio = b.median / a.median;
  const good = b.statements <= 6 && (ratio <= 1.5 || b.median - a.median < 1);
  const shown = a.lines === b.lines ? String(b.lines) : `${a.lines} / ${b.lines}`;
  return `| ${[name, figure(a.median), figure(b.median), `${figure(ratio)} ×`, shown, String(b.statements), good ? 'oui' : '**non**'].join(' | ')} |`;
});
console.log(lines.join('\n'));
const { nights, documents } = await step('nuit des horloges, documents', async () => {
  // loaded late: they read the environment that was just made
  const { measureDocuments, measureNight } = await import('./bench/night.ts');
  const { faitsDeLEvenement } = await import('#features/documents/queries.ts');
  const { closeDb, transaction } = await import('#platform/db.ts');
  const deposit = await connected(BASE, async (client) => {
    await openAll(client);
    const { rows } = await client.query<{ id: string }>("SELECT id::text FROM evenement WHERE type = 'depose' ORDER BY id DESC LIMIT 1");
    return rows[0];
  });
  const facts = await transaction((tx) => faitsDeLEvenement(tx, deposit?.id ?? '0'));
  const first = new Date();
  // the first one catches up with everything, the next one is that of every day
  const nights = [await measureNight(first), await measureNight(new Date(first.getTime() + 24 * 3_600_000))];
  const documents = facts ? await measureDocuments(facts, 60) : 0;
  await closeDb();
  return { nights, documents };
});
const busy = Math.max(busyBefore, await busyElsewhere(postgres));
const text = [
  `${new Date().toISOString().slice(0, 10)} · listes et recherche d’un agent : médiane de ${READS} lectures de chaque base, en alternance, par les requêtes du portail, sans page ni HTTP.`,
  'Lignes : ce que montre la page (« 4 / 50 » : quatre dossiers répondent au filtre dans la petite base, une page entière dans la grande).',
  'Barre : 6 requêtes au plus, et à grand volume 1,5 fois le temps du petit au plus, ou moins d’une milliseconde de plus.',
  ...(busy > 0.1 ? [`**Machine occupée à ${figure(busy * 100)} % par autre chose : mesure à refaire au calme.**`] : []),
  '',
  `| Lecture | ${figure(little.dossiers)} dossiers, ms | ${figure(large.dossiers)} dossiers, ms | rapport | lignes | requêtes | barre |`,
  '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
  ...lines,
  '',
  ...nights.map(
    ({ bilan, perSecond, heap }, i) =>
      `- ${i === 0 ? 'Première nuit des horloges, qui rattrape tout' : 'Nuit suivante'} : ${figure(bilan.dossiers)} dossiers ouverts, **${figure(perSecond)} par seconde**, ${figure(bilan.alertes)} alertes, ${figure(bilan.dits)} choses dites ; tas vivant ${figure(heap.early)} Mo au début, ${figure(heap.late)} Mo à la fin.`,
  ),
  '',
  `Attestations balisées et signées : **${figure(documents)} par seconde**, dans un processus.`,
].join('\n');
console.log(`\n${text}`);
if (asked === 300_000) writeReadme(text, 'bench-volume');
await server.release();
process.exit(0);
