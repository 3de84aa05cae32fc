// The embedded PostgreSQL: one data folder under .donnees, shared by every process that asks for it, stopped by the last one.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { donnees } from './paths.ts';
import { launch, programs, serverAccount } from './postgres-process.ts';

export type Server = {
  /** Connection string of a database of this server, as its owner. */
  url: (database: string) => string;
  /** The same, with the role of the service (scripts/rights.ts makes it). */
  serviceUrl: (database: string) => string;
  /** True when this call started it. */
  started: boolean;
  /** Gives the server back: it stops, cleanly, when nobody else uses it. */
  release: () => Promise<void>;
};

/** 'tests' gives up durability on purpose: its databases are thrown away. Everything else keeps what it acknowledged. */
export type Purpose = 'durable' | 'tests';

const durable = { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on', wal_compression: 'on' };
const throwaway = { synchronous_commit: 'off', fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };
// For a machine of 2 cores: no parallel query (two of them would starve the web process), no JIT (short queries).
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** False only when it is certain that the process is another program. */
function isPostgres(pid: number): boolean {
  try {
    return /postgres/.test(execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    const command = `/proc/${pid}/cmdline`;
    return !existsSync(command) || readFileSync(command, 'utf8').includes('postgres');
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function placeOf(name: string) {
  const folder = join(donnees, name);
  return {
    folder,
    users: `${folder}.utilisateurs`,
    password: `${folder}.mot-de-passe`,
    log: `${folder}.log`,
    pid: join(folder, 'postmaster.pid'),
  };
}
type Place = ReturnType<typeof placeOf>;

/** What the running (or dead) server wrote about itself: line 1 its pid, line 4 its port. */
function readPid(place: Place): { pid: number; port: number } | undefined {
  if (!existsSync(place.pid)) return undefined;
  const lines = readFileSync(place.pid, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

function passwordOf(place: Place): string {
  if (existsSync(place.password)) return readFileSync(place.password, 'utf8').trim();
  const password = randomBytes(18).toString('base64url');
  writeFileSync(place.password, password, { mode: 0o600 });
  return password;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function finished(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Makes the data folder beside its place and moves it there at the end: a cut leaves nothing half made. */
async function initialise(place: Place, password: string): Promise<void> {
  if (existsSync(join(place.folder, 'PG_VERSION'))) return;
  const account = serverAccount();
  const draft = `${place.folder}.${process.pid}`;
  const secret = `${draft}.secret`;
  const out = openSync(place.log, 'a');
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [draft, secret]) chownSync(path, account.uid, account.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const args = [`--pgdata=${draft}`, '--username=portail', `--pwfile=${secret}`, '--auth=scram-sha-256', ...locale];
    const run = launch((await programs()).initdb, args, account, donnees);
    const code = await finished(spawn(run.command, run.args, { ...run.options, stdio: ['ignore', out, out] }));
    if (code !== 0) throw new Error(`PostgreSQL n'a pas pu créer ses fichiers (initdb, code ${code}) : voir ${place.log}.`);
    if (existsSync(join(place.folder, 'PG_VERSION'))) return;
    rmSync(place.folder, { recursive: true, force: true });
    renameSync(draft, place.folder);
  } finally {
    closeSync(out);
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function spawnServer(place: Place, purpose: Purpose, port: number): Promise<ChildProcess> {
  const out = openSync(place.log, 'w');
  const all = { ...settings, ...(purpose === 'tests' ? throwaway : durable) };
  const args = ['-D', place.folder, '-p', String(port), ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const run = launch((await programs()).postgres, args, serverAccount(), donnees);
  // Its own process group: Ctrl-C must reach the web process and the worker first, PostgreSQL last (from stop()).
  const child = spawn(run.command, run.args, { ...run.options, stdio: ['ignore', out, out], detached: true });
  closeSync(out);
  child.unref();
  return child;
}

async function stop(place: Place): Promise<void> {
  const running = readPid(place);
  if (!running || !alive(running.pid)) return;
  if (process.platform === 'win32') {
    await finished(spawn((await programs()).pg_ctl, ['stop', '-D', place.folder, '-m', 'fast'], { stdio: 'ignore' }));
    return;
  }
  process.kill(running.pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && alive(running.pid) && existsSync(place.pid); waited += 50) await pause(50);
}

/** Marks this process as a user of the server and forgets the dead ones. */
function subscribe(place: Place): void {
  mkdirSync(place.users, { recursive: true });
  writeFileSync(join(place.users, String(process.pid)), '');
}

function othersUse(place: Place): boolean {
  rmSync(join(place.users, String(process.pid)), { force: true });
  if (!existsSync(place.users)) return false;
  const pids = readdirSync(place.users).map(Number);
  for (const pid of pids.filter((p) => !alive(p))) rmSync(join(place.users, String(pid)), { force: true });
  return pids.some((pid) => alive(pid));
}

/**
 * Starts the embedded server kept in `.donnees/<name>`, or joins the one that runs. Throws a sentence when it cannot.
 * Leftovers of a crash are repaired by PostgreSQL itself (it replays its journal at start).
 */
export async function embeddedServer(name: string, purpose: Purpose): Promise<Server> {
  mkdirSync(donnees, { recursive: true });
  const place = placeOf(name);
  const password = passwordOf(place);
  chmodSync(place.password, 0o600);
  // drawn from the owner's: one secret to keep, and it does not lead back to it
  const servicePassword = createHmac('sha256', password).update('portail_service').digest('base64url');
  const urlOn = (port: number) => (database: string) => `postgresql://portail:${password}@127.0.0.1:${port}/${database}`;
  const release = async () => {
    if (!othersUse(place)) await stop(place);
  };
  subscribe(place);
  await initialise(place, password);

  let child: ChildProcess | undefined;
  let ended = false;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(100)) {
    const running = readPid(place);
    if (running && alive(running.pid) && (await answers(urlOn(running.port)('postgres')))) {
      const { port } = running;
      const serviceUrl = (database: string) => `postgresql://portail_service:${servicePassword}@127.0.0.1:${port}/${database}`;
      return { url: urlOn(port), serviceUrl, started: child !== undefined, release };
    }
    if (running && alive(running.pid)) {
      // After a reboot, or in a container, the pid may belong to another program and would block the start for ever.
      if (isPostgres(running.pid)) continue;
      rmSync(place.pid, { force: true });
    }
    if (child && !ended) continue;
    ended = false;
    child = await spawnServer(place, purpose, await freePort());
    void finished(child).then(() => {
      ended = true;
    });
  }
  othersUse(place);
  throw new Error(`PostgreSQL embarqué n'a pas démarré en 60 secondes : voir ${place.log}.`);
}
