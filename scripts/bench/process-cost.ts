// What a process costs: seconds of processor and bytes of memory, read from the system.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const linux = existsSync('/proc/self/stat');
/** Ticks per second of /proc/<pid>/stat: 100 on every Linux that Node runs on. */
const TICKS = 100;

type Stat = { parent: number; own: number; reaped: number };

function stat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name between brackets may hold spaces; fields are counted after it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent, own: (user + system) / TICKS, reaped: (childUser + childSystem) / TICKS };
  } catch {
    return undefined;
  }
}

/** "1-02:03:04.56" of ps, in seconds. */
function fromPs(pid: number): number {
  const text = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [clock = '0', days = '0'] = text.split('-').reverse();
  return Number(days) * 86_400 + clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Seconds of processor used so far by one process. */
export function processorSeconds(pid: number): number {
  return linux ? (stat(pid)?.own ?? 0) : fromPs(pid);
}

/** Seconds of processor of processes and of all that came out of them, those that ended included. NaN where it cannot be told. */
export function treeSeconds(...roots: number[]): number {
  if (!linux) return Number.NaN;
  const all = new Map(
    readdirSync('/proc').flatMap((name) => {
      const found = /^\d+$/.test(name) ? stat(Number(name)) : undefined;
      return found ? [[Number(name), found] as const] : [];
    }),
  );
  const descends = (pid: number): boolean => roots.includes(pid) || (all.has(pid) && descends(all.get(pid)?.parent ?? 0));
  return [...all].reduce((sum, [pid, { own, reaped }]) => sum + (descends(pid) ? own + reaped : 0), 0);
}

/** Resident memory, in bytes. */
export function residentBytes(pid: number): number {
  if (linux) return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}

/** Samples the memory every 50 ms while the work runs. */
export async function watchMemory<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; before: number; peak: number }> {
  const before = residentBytes(pid);
  let peak = before;
  const clock = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid));
  }, 50);
  try {
    return { result: await work(), before, peak };
  } finally {
    clearInterval(clock);
  }
}

/**
 * Share of the machine (0 to 1) that others use during three seconds in which nothing is measured. What this process has started (a worker
 * that ends its jobs) and `servers` (a PostgreSQL that tidies its tables) are not others.
 */
export async function busyElsewhere(...servers: number[]): Promise<number> {
  const read = () => {
    const [idle, all] = cpus().reduce(
      ([idle, all], { times }) => [idle + times.idle, all + times.user + times.nice + times.sys + times.irq + times.idle],
      [0, 0],
    );
    const ours = treeSeconds(process.pid, ...servers);
    return { idle, all, ours: Number.isNaN(ours) ? 0 : ours * 1000 };
  };
  const before = read();
  await pause(3000);
  const after = read();
  const used = after.all - before.all - (after.idle - before.idle) - (after.ours - before.ours);
  return Math.max(0, used) / Math.max(1, after.all - before.all);
}
