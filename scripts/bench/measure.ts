// Fires volleys from the other process and says what they cost to the server.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { processorSeconds, treeSeconds } from './process-cost.ts';
import type { Outcome, Volley } from './shot.ts';

export type Gun = { fire: (volley: Volley) => Promise<Outcome>; close: () => void };

/** Throws when an answer was wrong: a figure on wrong answers is worth nothing. */
export function loadGun(): Gun {
  const child: ChildProcess = fork(fileURLToPath(new URL('./gun.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', (message: { id: number; outcome: Outcome }) => {
    const pending = waiting.get(message.id);
    waiting.delete(message.id);
    const { bad, complaints } = message.outcome;
    if (bad > 0) pending?.reject(new Error(`${bad} mauvaise(s) réponse(s) :\n${complaints.join('\n')}`));
    else pending?.resolve(message.outcome);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error("Le générateur de charge s'est arrêté."));
  });
  return {
    fire: (volley) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, volley });
      }),
    close: () => child.kill(),
  };
}

/** Where a volley goes: the server and its PostgreSQL, by process number. */
export type Target = { name: string; origin: string; pid: number; postgres: number };

export type Measure = {
  requests: number;
  seconds: number;
  perSecond: number;
  /** Milliseconds, 16 connections. */
  p50: number;
  p99: number;
  /** Milliseconds of processor per request. */
  server: number;
  postgres: number;
  bytes: number;
};

/** One window. Keeps the counters of the shots up to date. */
export async function measure(gun: Gun, target: Target, volley: Omit<Volley, 'origin'>): Promise<Measure> {
  const server = processorSeconds(target.pid);
  const postgres = treeSeconds(target.postgres);
  const outcome = await gun.fire({ ...volley, origin: target.origin });
  const used = { server: processorSeconds(target.pid) - server, postgres: treeSeconds(target.postgres) - postgres };
  volley.shots.forEach((shot, i) => {
    if (shot.counter !== undefined) shot.counter = outcome.counters[i];
  });
  const { good, seconds, p50, p99, bytes } = outcome;
  const each = (total: number) => (total * 1000) / Math.max(1, good);
  return { requests: good, seconds, perSecond: good / seconds, p50, p99, server: each(used.server), postgres: each(used.postgres), bytes };
}

/** Several windows of the same work as one. */
export function together(windows: readonly Measure[]): Measure {
  const sum = (value: (m: Measure) => number) => windows.reduce((total, m) => total + value(m), 0);
  const requests = sum((m) => m.requests);
  const mean = (value: (m: Measure) => number) => sum((m) => value(m) * m.requests) / Math.max(1, requests);
  const seconds = sum((m) => m.seconds);
  return {
    requests,
    seconds,
    perSecond: requests / seconds,
    p50: mean((m) => m.p50),
    p99: Math.max(...windows.map((m) => m.p99)),
    server: mean((m) => m.server),
    postgres: mean((m) => m.postgres),
    bytes: mean((m) => m.bytes),
  };
}
