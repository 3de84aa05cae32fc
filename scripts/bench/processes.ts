// The processes that are measured: started with the environment of production, waited for, stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { donnees, root } from '../paths.ts';
import { freePort } from '../postgres.ts';
import { untilHealthy } from '../supervisor.ts';
import type { Target } from './measure.ts';

export const scratch = join(donnees, 'bench');

export type Running = Target & { stop: () => Promise<void> };

/** Number of the PostgreSQL server of `.donnees/<name>`. */
export const postgresPid = (name: string): number => Number(readFileSync(join(donnees, name, 'postmaster.pid'), 'utf8').split('\n')[0]);

type Start = { name: string; args: string[]; env: NodeJS.ProcessEnv; port: number; health: string; postgres: number };

/** Starts `node <args>` and waits until `health` answers 200. */
export async function start({ name, args, env, port, health, postgres }: Start): Promise<Running> {
  const child = launch(name, args, env);
  const origin = `http://127.0.0.1:${port}`;
  await untilHealthy(`${origin}${health}`, 60);
  return { name, origin, pid: child.pid ?? 0, postgres, stop: () => ended(child) };
}

/** Starts a process that answers nothing: the worker. */
export function launch(name: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  mkdirSync(scratch, { recursive: true });
  const out = openSync(join(scratch, `${name}.log`), 'w');
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', out, out] });
  closeSync(out);
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
  });
}

export { freePort };
