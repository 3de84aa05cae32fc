import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purgerAcces } from '#features/compte/menage/commands.ts';
import { viderBoite } from '#features/notifications/courriels/commands.ts';
import { faireLeMenage } from '#jobs/kinds/menage.ts';
import { JOBS } from '#jobs/registry.ts';
import { closeDb, db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { closeQueue, enqueue, prepareQueues, QUEUES, retryAbandoned } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import { dossierPropose, evenement } from '../support/dossiers.ts';

let worker: ChildProcess | undefined;
let journal: string[] = [];

/** Starts a worker on the database of this test; resolves once it says that it is ready. */
async function demarrer(): Promise<ChildProcess> {
  journal = [];
  // a worker in production: the cheap verification of passwords of the tests is refused there
  const { ARGON2_MEMOIRE_KIO: _memoire, ARGON2_PASSES: _passes, ...herite } = process.env;
  const enfant = spawn(process.execPath, ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'src/jobs/worker.ts'], {
    env: { ...herite, NODE_ENV: 'production', LOG_LEVEL: 'info', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  worker = enfant;
  for (const flux of [enfant.stdout, enfant.stderr])
    flux.on('data', (morceau: Buffer) => journal.push(...morceau.toString().split('\n').filter(Boolean)));
  await jusqua(async () => journal.some((ligne) => ligne.includes('worker prêt')), 'worker prêt');
  return enfant;
}

/** Asks again until it is true; the file has no other way to know what another process does. */
async function jusqua(estVrai: () => Promise<boolean>, quoi: string, limite = 15_000): Promise<void> {
  const fin = performance.now() + limite;
  while (!(await estVrai())) {
    if (performance.now() > fin) throw new Error(`attendu en vain : ${quoi}\n${journal.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const deposer = async (): Promise<string> => {
  const { dossierId } = await dossierPropose();
  return evenement(dossierId, 'depose', {});
};
const lancer = (evenementId: string) => transaction((tx) => enqueue(tx, 'evenement', { evenementId }));
const compter = async () => ({
  documents: await db().document.count(),
  courriels: await db().courriel.count(),
  captures: await db().courrielCapture.count(),
});

beforeEach(truncate);
afterEach(async () => {
  if (worker && worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  worker = undefined;
  await closeQueue();
  await closeDb();
});

describe('le registre', () => {
  it('a une sorte par file', () => expect(Object.keys(JOBS).toSorted()).toEqual(Object.keys(QUEUES).toSorted()));
});

describe('le worker', () => {
  it('commence un travail moins d’une seconde après le commit, et va jusqu’au courriel', { timeout: 60_000 }, async () => {
    await demarrer();
    await lancer(await deposer());
    await jusqua(async () => (await db().courrielCapture.count()) === 1, 'le courriel dans la boîte');
    const attentes = () =>
      journal.flatMap((ligne) => (ligne.includes('"travail fait"') ? [Number(/"attente":(-?\d+)/.exec(ligne)?.[1])] : []));
    await jusqua(async () => attentes().length === 2, 'deux travaux faits');
    for (const attente of attentes()) expect(attente).toBeLessThan(1000);
    const [{ pieces }] = (await sql<{ pieces: { nom: string }[] }>('select pieces from courriel_capture')) as [
      { pieces: { nom: string }[] },
    ];
    // in the order of the catalogue
    expect(pieces.map((p) => p.nom.slice(0, 20))).toEqual(['Confirmation-du-depo', 'Accuse-de-reception-']);
  });

  it('tué en plein travail, reprend au suivant et ne fait rien deux fois', { timeout: 120_000 }, async () => {
    const evenements: string[] = [];
    const premier = await deposer();
    const [{ dossier_id }] = (await sql<{ dossier_id: string }>('select dossier_id from evenement')) as [{ dossier_id: string }];
    evenements.push(premier);
    for (let i = 0; i < 11; i++) evenements.push(await evenement(dossier_id, 'depose', {}));
    for (const id of evenements) await lancer(id);
    // Killed at three moments of its work, each at a different depth of the queue.
    for (const seuil of [1, 4, 8]) {
      const enfant = await demarrer();
      await jusqua(async () => (await db().document.count()) >= seuil, `${seuil} documents`);
      enfant.kill('SIGKILL');
      await once(enfant, 'exit');
      // The database learns of the death at its own pace; a job of a dead worker comes back when its time is over: made short here.
      await sql(`update file.job set state = 'retry', start_after = now(), retry_count = retry_count + 1 where state = 'active'`);
    }
    await demarrer();
    await jusqua(async () => (await db().courrielCapture.count()) >= 12, 'douze courriels', 30_000);
    // The same events once more: nothing more comes of them.
    for (const id of evenements) await lancer(id);
    await jusqua(
      async () => (await sql(`select 1 from file.job where name in ('evenement', 'courriel') and state <> 'completed'`)).length === 0,
      'une file vide',
      30_000,
    );
    expect(await compter()).toEqual({ documents: 24, courriels: 12, captures: 12 });
  });

  it('finit ce qu’il fait avant de s’arrêter', { timeout: 60_000 }, async () => {
    const enfant = await demarrer();
    await lancer(await deposer());
    await jusqua(
      async () => (await sql(`select 1 from file.job where name = 'evenement' and state in ('active', 'completed')`)).length === 1,
      'un travail pris',
    );
    enfant.kill('SIGTERM');
    const [code] = await once(enfant, 'exit');
    expect(code).toBe(0);
    expect(await sql(`select 1 from file.job where name = 'evenement' and state = 'active'`)).toHaveLength(0);
    expect(await db().document.count()).toBe(2);
  });
});

describe('le ménage', () => {
  it('rend un essai aux événements abandonnés, et à eux seuls', async () => {
    await prepareQueues();
    await lancer(await deposer());
    await transaction((tx) => enqueue(tx, 'message', { messageId: newId() }));
    expect(await retryAbandoned('evenement')).toBe(0);
    await sql(`update file.job set state = 'failed', completed_on = now()`);
    expect(await retryAbandoned('evenement')).toBe(1);
    expect(await sql(`select name, state::text from file.job order by name`)).toEqual([
      { name: 'evenement', state: 'retry' },
      { name: 'message', state: 'failed' },
    ]);
  });

  it('dont un geste échoue fait tous les autres, et dit lequel', async () => {
    const faits: string[] = [];
    const geste = (nom: string) => [nom, async () => ({ [nom]: faits.push(nom) })] as const;
    const casse = ['casse', async () => Promise.reject(new Error('stockage muet'))] as const;
    await expect(faireLeMenage(new Date(), [geste('avant'), casse, geste('apres')])).rejects.toThrow(
      /^ménage incomplet : casse [2-9A-Z]{8}$/,
    );
    expect(faits).toEqual(['avant', 'apres']);
    expect(await faireLeMenage(new Date(), [geste('avant')])).toEqual({ avant: 3 });
  });

  it('retire accès et essais périmés, garde les autres', async () => {
    const { compteId } = await dossierPropose();
    const at = new Date('2026-11-22T10:00:00Z');
    const jours = (n: number) => new Date(at.getTime() + n * 86_400_000);
    const session = (expireLe: Date, revoqueeLe: Date | null = null) => ({
      id: newId(),
      compteId,
      niveau: 'complete' as const,
      expireLe,
      revoqueeLe,
    });
    await db().session.createMany({ data: [session(jours(1)), session(jours(-31)), session(jours(1), jours(-31)), session(jours(-2))] });
    await db().jeton.createMany({
      data: [
        { empreinte: 'a', sorte: 'x', compteId, expireLe: jours(-31) },
        { empreinte: 'b', sorte: 'x', compteId, expireLe: jours(1) },
      ],
    });
    await db().tentative.createMany({
      data: [
        { cle: 'a', fenetre: jours(-1), expireLe: jours(-1) },
        { cle: 'b', fenetre: at, expireLe: jours(1) },
      ],
    });
    expect(await purgerAcces(at)).toEqual({ sessions: 2, jetons: 1, tentatives: 1 });
    expect(await db().session.count()).toBe(2);
  });

  it('garde un mois les messages de la boîte', async () => {
    const message = { expediteur: '', destinataire: 'test@example.org', sujet: '', texte: '', html: '', pieces: [] };
    await db().courrielCapture.createMany({
      data: [
        { ...message, messageId: '<a@x>', recuLe: new Date('2026-10-01') },
        { ...message, messageId: '<b@x>', recuLe: new Date('2026-11-20') },
      ],
    });
    expect(await viderBoite(new Date('2026-11-22'))).toBe(1);
    expect(await db().courrielCapture.count()).toBe(1);
  });
});
