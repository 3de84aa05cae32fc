import { describe, expect, it } from 'vitest';
import { clockRead, databaseOpened, dossierWritten, openDoors, singleDoors, strayActions } from './doors.ts';
import { read, sources } from './source.ts';

describe('les portes', () => {
  it('sont toutes faites par guard', () => expect(openDoors(sources)).toEqual([]));
  it('n’ont pas de double caché', () => expect(strayActions(sources)).toEqual([]));
  it('de la base ne s’ouvrent qu’à queries, commands, store, guard et jobs', () => expect(databaseOpened(sources)).toEqual([]));
  it('laissent un seul fichier écrire les dossiers', () => expect(dossierWritten(sources)).toEqual([]));
  it('de l’environnement et du courrier sont uniques', () => expect(singleDoors(sources)).toEqual([]));
  it('gardent l’horloge et le hasard dehors', () => expect(clockRead(sources)).toEqual([]));
});

describe('ces règles refusent', () => {
  const action = (body: string) =>
    read('src/features/a/actions.ts', `'use server';\nimport { actionUsager } from '#guard/action.ts';\n${body}`);

  it('une action, un loader ou une route que guard n’a pas faits', () => {
    expect(openDoors([action('export const a = actionUsager(1);')])).toEqual([]);
    expect(openDoors([action('const b = actionUsager(1);\nexport async function a(e, d) { return b(e, d); }')])).toEqual([]);
    expect(openDoors([action('export async function a() { return 1; }')])).toHaveLength(1);
    expect(openDoors([action('export const a = async () => 1;')])).toHaveLength(1);
    expect(openDoors([action('function actionMaison() {}\nexport const a = actionMaison();')])).toHaveLength(1);
    expect(
      openDoors([read('src/features/a/actions.ts', `import { actionUsager } from '#guard/action.ts';\nexport const a = actionUsager();`)]),
    ).toHaveLength(1);
    expect(
      openDoors([read('src/features/a/loaders.ts', `import { db } from '#platform/db.ts';\nexport const lire = () => db();`)]),
    ).toHaveLength(1);
    expect(openDoors([read('src/app/api/x/route.ts', `export async function GET() { return new Response(); }`)])).toHaveLength(1);
    expect(
      openDoors([
        read(
          'src/app/api/x/route.ts',
          `import { routeUsager } from '#guard/route.ts';\nexport const dynamic = 'force-dynamic';\nexport const GET = routeUsager();`,
        ),
      ]),
    ).toEqual([]);
  });

  it('une action glissée dans une page', () =>
    expect(
      strayActions([read('src/app/page.tsx', `export default function P() { async function f() { 'use server'; } return f; }`)]),
    ).toHaveLength(1));

  it('une vue qui ouvre la base, mais pas son type', () => {
    expect(databaseOpened([read('src/features/a/views/x.ts', `import { db } from '#platform/db.ts';\ndb();`)])).toHaveLength(1);
    expect(databaseOpened([read('src/features/a/queries.ts', `import { Client } from 'pg';\nnew Client();`)])).toHaveLength(1);
    expect(databaseOpened([read('src/features/a/schema.ts', `import type { Tx } from '#platform/db.ts';\nexport type T = Tx;`)])).toEqual(
      [],
    );
  });

  it.each([
    'tx.dossier.update({})',
    'tx.$executeRaw`UPDATE dossier SET statut = 1`',
    'tx.$executeRaw`insert into dossier (id) values (1)`',
  ])('une écriture de dossier ailleurs : %s', (line) =>
    expect(dossierWritten([read('src/features/a/commands.ts', `${line};`)])).toHaveLength(1),
  );

  it('process.env et nodemailer ailleurs que chez eux', () => {
    expect(singleDoors([read('src/guard/a.ts', 'export const a = process.env.PORT;')])).toHaveLength(1);
    expect(singleDoors([read('src/features/a/commands.ts', `import n from 'nodemailer';\nn();`)])).toHaveLength(1);
  });

  it('l’heure et le hasard pris sur place', () => {
    expect(clockRead([read('src/domain/a.ts', 'export const a = [new Date(), Date.now(), Math.random()];')])).toHaveLength(3);
    expect(clockRead([read('src/domain/a.ts', 'export const a = new Date(0);')])).toEqual([]);
  });
});
