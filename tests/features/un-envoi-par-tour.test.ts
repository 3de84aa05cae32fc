// The statements that one turn gives to driver(), on a real Postgres: one connection, one answer each, whatever happens to the others.

import { describe, expect, it } from 'vitest';
import { driver } from '#platform/db.ts';
import { sql } from '../support/database.ts';

const base = driver();
const connexion = async () => (await base.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid;
const division = (par: number) => base.$queryRaw<{ q: number }[]>`SELECT 6 / ${par}::int AS q`;

describe('les ordres d’un même tour', () => {
  it('partent par une connexion, chacun avec sa réponse, dans l’ordre', async () => {
    const [a, b, q, c] = await Promise.all([connexion(), connexion(), division(3), connexion()]);
    expect(a).toBeTypeOf('number');
    expect([b, c]).toEqual([a, a]);
    expect(q).toEqual([{ q: 2 }]);
  });

  it('répondent chacun pour soi : un refus de la base n’emporte ni ceux d’avant ni ceux d’après', async () => {
    await sql('create table if not exists essai_tour (n int primary key)');
    await sql('truncate essai_tour');
    await sql('grant insert on essai_tour to public');
    const ecrire = (n: number) => base.$queryRaw`INSERT INTO essai_tour VALUES (${n}::int)`;
    const sorts = await Promise.allSettled([ecrire(1), division(0), ecrire(1), ecrire(2), division(2)]);
    expect(sorts.map((s) => (s.status === 'fulfilled' ? 'fait' : s.reason.code))).toEqual(['fait', '22012', '23505', 'fait', 'fait']);
    expect(await sql('select n from essai_tour order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    await sql('drop table essai_tour');
  });

  it('sont tous refusés quand la connexion tombe, et le tour d’après en prend une autre', async () => {
    const tombe = base.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    const sorts = await Promise.allSettled([tombe, division(3)]);
    expect(sorts.map((s) => s.status)).toEqual(['rejected', 'rejected']);
    expect(await division(3)).toEqual([{ q: 2 }]);
  });
});
