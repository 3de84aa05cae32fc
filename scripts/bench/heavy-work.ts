// What changes the machine, measured after the rest: uploads, log-ins, deposits. Each counts in the database what it was told.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { inRoot } from '../paths.ts';
import { runToEnd } from '../run-to-end.ts';
import type { Alone } from './deposit-alone.ts';
import { addAccounts, PASSWORD } from './drafts.ts';
import { measure } from './measure.ts';
import { watchMemory } from './process-cost.ts';
import { type Running, scratch } from './processes.ts';
import { type Bar, figure, type Line } from './report.ts';
import type { Setting } from './run.ts';
import { sampleFiles } from './sample-files.ts';
import * as ask from './scenarios.ts';
import type { Shot } from './shot.ts';

/** One at a time, then many at once, twice: memory must not follow the number. */
export async function uploads({ client, gun, web, floor, quick }: Setting): Promise<{ lines: Line[]; bars: Bar[]; notes: string }> {
  const files = await sampleFiles();
  const [alone, many] = quick ? [3, 10] : [30, 50];
  const pdf = { path: files.pdf, type: 'application/pdf' };
  const jpg = { path: files.jpg, type: 'image/jpeg' };
  const fire = async (target: Running, shots: Shot[], connections: number) =>
    watchMemory(target.pid, () => measure(gun, target, { connections, shots, seconds: 120, once: true }));
  const drafts = await ask.addDrafts(client, 1000, 3 * alone + 2 * many, false);
  const take = (n: number) => drafts.splice(0, n);

  console.log('Mesure : téléversement de 10 Mo…');
  await fire(floor, ask.bareUploads(alone, files.pdf), 1);
  await fire(web, ask.uploads(take(alone), pdf), 1);
  const bare = await fire(floor, ask.bareUploads(alone, files.pdf), 1);
  const one = await fire(web, ask.uploads(take(alone), pdf), 1);
  const photo = await fire(web, ask.uploads(take(alone), jpg), 1);
  console.log(`Mesure : ${many} téléversements à la fois, deux fois…`);
  const first = await fire(web, ask.uploads(take(many), pdf), many);
  const second = await fire(web, ask.uploads(take(many), pdf), many);
  const floorMeasure = { name: 'flux nu vers le disque, SHA-256', measure: bare.result };
  const rows = await client.query<{ n: string }>("select count(*) as n from fichier where taille = 10000000 and fichier.analyse = 'sain'");
  const sent = 3 * alone + 2 * many;
  if (Number(rows.rows[0]?.n) !== sent) throw new Error(`téléversements : ${rows.rows[0]?.n} dans la base, ${sent} acquittés`);
  const mega = (bytes: number) => figure(bytes / 1e6);
  const growth = second.peak - one.peak;
  const inFlight = many * 10_000_000;
  return {
    lines: [
      { work: 'téléversement de 10 Mo (PDF)', ours: one.result, floor: floorMeasure },
      { work: 'téléversement de 10 Mo (photo de 12 Mpx)', ours: photo.result, floor: floorMeasure },
      { work: `${many} téléversements de 10 Mo à la fois`, ours: second.result },
    ],
    bars: [
      {
        what: 'téléversement de 10 Mo (PDF)',
        bar: '≤ 2 × le flux nu',
        measured: `${figure(one.result.server / bare.result.server)} ×`,
        reached: one.result.server <= 2 * bare.result.server,
      },
      {
        what: `mémoire, ${many} téléversements à la fois`,
        bar: 'plate (moins du quart des octets en vol)',
        measured: `${mega(second.peak)} Mo au plus haut, ${mega(one.peak)} pour un seul (${mega(inFlight)} Mo en vol)`,
        reached: growth < inFlight / 4,
      },
    ],
    notes: `${sent} téléversements, autant de fichiers ; mémoire du processus web : ${mega(one.before)} Mo avant, ${mega(one.peak)} un fichier, ${mega(first.peak)} puis ${mega(second.peak)} à ${many}`,
  };
}

/** The verification of the password alone is the floor. */
export async function logIns({ client, gun, web, quick }: Setting, driver: Running): Promise<Line> {
  console.log('Mesure : connexion…');
  // A quarter of a second each, one at a time on two cores: sixty are half a minute.
  const count = quick ? 20 : 60;
  const shots = await ask.logIns(web, await addAccounts(client, 5000, 2 * count));
  const before = await sessions(client);
  await measure(gun, web, { connections: 16, shots: shots.splice(0, count), seconds: 60, once: true });
  const ours = await measure(gun, web, { connections: 16, shots, seconds: 60, once: true });
  const opened = (await sessions(client)) - before;
  if (opened !== 2 * count) throw new Error(`connexions : ${opened} sessions, ${2 * count} acquittées`);
  const stored = await client.query<{ mot_de_passe: string }>(
    'select mot_de_passe from compte where id = (select compte_id from session order by cree_le desc limit 1)',
  );
  const query = new URLSearchParams({ hash: stored.rows[0]?.mot_de_passe ?? '', password: PASSWORD });
  const argon: Shot = { method: 'GET', path: `/argon2?${query}`, headers: {}, expect: { status: 200, includes: 'true' } };
  const alone = await measure(gun, driver, { connections: 16, shots: [argon], seconds: quick ? 1 : 5 });
  return { work: 'connexion (argon2id)', ours, driver: alone };
}

const sessions = async (client: Client): Promise<number> =>
  Number((await client.query<{ n: string }>('select count(*) as n from session')).rows[0]?.n);

/** Last, because each deposit gives work to the worker: documents, notification, mail. */
export async function deposits({
  client,
  gun,
  web,
  env,
  withoutWorker,
  quick,
}: Setting): Promise<{ line: Line; bars: Bar[]; note: string }> {
  console.log('Mesure : dépôt…');
  const count = quick ? 40 : 400;
  const drafts = await ask.addDrafts(client, 10_000, 2 * count, true);
  const apart = await ask.addDrafts(client, 20_000, 10 * count, true);
  // The command alone first, while the worker does nothing: its PDFs would take the processors.
  const path = join(scratch, 'depots.json');
  writeFileSync(path, JSON.stringify(apart));
  const { code, output } = await withoutWorker(() =>
    runToEnd(
      process.execPath,
      ['--conditions=react-server', '--disable-warning=ExperimentalWarning', inRoot('scripts', 'bench', 'deposit-alone.ts'), path],
      env,
    ),
  );
  if (code !== 0) throw new Error(`dépôt seul :\n${output}`);
  const { command, floor } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Alone;
  const shots = await ask.deposits(web, drafts);
  await measure(gun, web, { connections: 16, shots: shots.splice(0, count), seconds: 120, once: true });
  const ours = await measure(gun, web, { connections: 16, shots, seconds: 120, once: true });
  const found = await client.query<{ n: string; numeros: string }>(
    "select count(*) as n, count(distinct numero) as numeros from dossier where statut = 'depose' and id = any($1::uuid[])",
    [[...drafts, ...apart].map((d) => d.dossierId)],
  );
  const { n, numeros } = found.rows[0] ?? {};
  if (Number(n) !== 12 * count || numeros !== n) throw new Error(`dépôts : ${n} dans la base, ${numeros} numéros, ${12 * count} acquittés`);
  return {
    line: { work: 'dépôt (action, redirection)', ours },
    bars: [
      {
        what: 'dépôt, commande seule',
        bar: '≥ la moitié du débit de 5 insertions + 1 mise à jour au pilote',
        measured: `${figure(command.perSecond)}/s contre ${figure(floor.perSecond)}/s`,
        reached: command.perSecond >= floor.perSecond / 2,
      },
    ],
    note: `Dépôt : ${n} acquittés, autant dans la base, autant de numéros différents. La commande seule, sans HTTP ni worker : ${figure(command.perSecond)}/s, ${figure(command.server)} ms de CPU ; au pilote, dans le même processus, en alternance, 5 insertions et 1 mise à jour : ${figure(floor.perSecond)}/s, ${figure(floor.server)} ms.`,
  };
}
