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

/** Seconds of processor of a process and its children, those that ended included: a PostgreSQL server. NaN where it cannot be told. */
export function treeSeconds(pid: number): number {
  if (!linux) return Number.NaN;
  const children = readdirSync('/proc').flatMap((name) => {
    const child = /^\d+$/.test(name) ? stat(Number(name)) : undefined;
    return child?.parent === pid ? [child.own] : [];
  });
  const top = stat(pid);
  return (top?.own ?? 0) + (top?.reaped ?? 0) + children.reduce((sum, seconds) => sum + seconds, 0);
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

/** Share of the machine (0 to 1) in use during three seconds in which the bench does nothing. */
export async function busyElsewhere(): Promise<number> {
  const read = () =>
    cpus().reduce(
      (sum, { times }) => ({ idle: sum.idle + times.idle, all: sum.all + times.user + times.nice + times.sys + times.irq + times.idle }),
      { idle: 0, all: 0 },
    );
  const before = read();
  await pause(3000);
  const after = read();
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
}
