// Keeps long-lived processes running: started again with back-off when they crash, stopped gracefully when asked.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './paths.ts';

export type Service = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** File that takes the output; without it the output goes to the terminal. */
  log?: string;
};

const leash = pathToFileURL(inRoot('scripts', 'leash.mjs')).href;
const firstPause = 500;
const longestPause = 30_000;
/** Milliseconds of life after which a crash is no longer counted as a failure to start. */
const healthy = 60_000;
const graceMs = 20_000;
const largestLog = 20_000_000;

/** Opens the log at its end; the one before is kept once, so that the disk is not filled. */
function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a');
}

export type Supervised = {
  /** Asks the process to end (SIGTERM), insists after 20 seconds (SIGKILL), and resolves when it is gone. */
  stop: () => Promise<void>;
};

/** Runs `node <args>` until stop(). Each crash is told on the terminal. */
export function supervise(service: Service): Supervised {
  let stopping = false;
  let child: ChildProcess | undefined;
  let wait = firstPause;
  const waking = new AbortController();

  const once = async (): Promise<void> => {
    const since = Date.now();
    const out = service.log ? openLog(service.log) : 'inherit';
    const current = spawn(process.execPath, ['--import', leash, ...service.args], {
      cwd: root,
      env: { ...service.env, PORTAIL_SUPERVISEUR: String(process.pid) },
      stdio: ['ignore', out, out, 'ipc'],
    });
    child = current;
    if (typeof out === 'number') closeSync(out);
    const how = await new Promise<string>((resolve) => {
      current.once('error', (error) => resolve(error.message));
      current.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    child = undefined;
    if (stopping) return;
    if (Date.now() - since > healthy) wait = firstPause;
    console.error(
      `Le processus ${service.name} s'est arrêté (${how}) ; nouvel essai dans ${wait / 1000} s.${service.log ? ` Journal : ${service.log}` : ''}`,
    );
    await pause(wait, undefined, { signal: waking.signal }).catch(() => undefined);
    wait = Math.min(wait * 2, longestPause);
  };
  const loop = (async () => {
    while (!stopping) await once();
  })();

  return {
    stop: async () => {
      stopping = true;
      waking.abort();
      child?.kill('SIGTERM');
      const hard = setTimeout(() => child?.kill('SIGKILL'), graceMs);
      await loop;
      clearTimeout(hard);
    },
  };
}

/** Resolves when `url` answers 200. Throws a sentence after `seconds`. */
export async function untilHealthy(url: string, seconds: number): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(150)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
  }
  throw new Error(`Le portail ne répond pas après ${seconds} secondes (${url}).`);
}

/** Resolves at the first request to stop: Ctrl-C, SIGTERM, closed terminal, or death of the process that launched this one. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(idle);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    process.on('disconnect', end);
  });
}
