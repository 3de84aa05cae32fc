// The other floor: the same SQL straight through the driver, answered in JSON by a bare Node server. No framework, no rights, no page.
// `node driver-floor.ts <port> <file>`: the file holds the statements of each scenario, as PostgreSQL received them.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { verify } from 'argon2';
import pg from 'pg';
import type { Statement } from './capture.ts';

export type Replay = {
  statements: Statement[];
  transaction: boolean;
  /** Values of the captured request that each request replaces: identifiers of its own dossier, version of what is typed. */
  slots: Record<string, string>;
};
export type Replays = Record<string, Replay>;

if (import.meta.main) serve(Number(process.argv[2]), JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as Replays);

function serve(port: number, replays: Replays): void {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

  const replay = async ({ statements, transaction, slots }: Replay, given: URLSearchParams): Promise<unknown[]> => {
    const asked = Object.fromEntries(Object.entries(slots).map(([captured, name]) => [captured, given.get(name)]));
    const valuesOf = (values: (string | null)[]) => values.map((value) => (value === null ? null : (asked[value] ?? value)));
    const client = await pool.connect();
    try {
      if (transaction) await client.query('begin');
      const answers: unknown[] = [];
      for (const { text, values } of statements) answers.push((await client.query(text, valuesOf(values))).rows);
      if (transaction) await client.query('commit');
      return answers;
    } catch (error) {
      if (transaction) await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = async (): Promise<unknown> => {
      if (pathname === '/sante') return true;
      if (pathname === '/argon2') return verify(searchParams.get('hash') ?? '', searchParams.get('password') ?? '');
      const found = replays[pathname.slice(1)];
      if (!found) throw new Error(`inconnu : ${pathname}`);
      return replay(found, searchParams);
    };
    answer().then(
      (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ fait: true, value })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(port, '127.0.0.1');
}
