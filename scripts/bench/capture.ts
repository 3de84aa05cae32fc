// The SQL that a request really sends, read in PostgreSQL's own log, so that the same statements can be replayed through the driver alone.
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

export type Statement = { text: string; values: (string | null)[] };

const BOUNDS = /^\s*(begin|commit|rollback|start transaction|set |savepoint|release|discard|listen)/i;

/** Bounds of transactions are not counted, nor are the polls of the job queue. */
export const isWork = ({ text }: Statement): boolean => !BOUNDS.test(text) && !/\bfile\.|pg_notify|pg_reload_conf|alter system/i.test(text);

/** Runs `work` alone and gives every statement that the server received meanwhile, in order. */
export async function captured(client: Client, logPath: string, work: () => Promise<unknown>): Promise<Statement[]> {
  await setLogging(client, "'all'");
  const from = statSync(logPath).size;
  try {
    await work();
    await pause(200);
  } finally {
    await setLogging(client, 'default');
  }
  return parseLog(readFileSync(logPath).subarray(from).toString('utf8'));
}

async function setLogging(client: Client, level: string): Promise<void> {
  await client.query(`alter system set log_statement = ${level}`);
  await client.query('select pg_reload_conf()');
  await pause(300);
}

/** Entries begin with a date; the lines of a statement after the first begin with a tab. */
function parseLog(log: string): Statement[] {
  const entries = log.split(/\n(?=\d{4}-\d\d-\d\d )/);
  const statements: Statement[] = [];
  for (const entry of entries) {
    const run = /LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)$/.exec(entry);
    if (run) statements.push({ text: (run[1] ?? '').replaceAll('\n\t', '\n').trim(), values: [] });
    const detail = /DETAIL: {2}[Pp]arameters: ([\s\S]*)$/.exec(entry);
    const last = statements.at(-1);
    if (detail && last) last.values = parseValues((detail[1] ?? '').replaceAll('\n\t', '\n'));
  }
  return statements;
}

/** `$1 = 'it''s', $2 = NULL`. */
function parseValues(text: string): (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map((found) =>
    found[1] === undefined ? null : found[1].replaceAll("''", "'"),
  );
}
