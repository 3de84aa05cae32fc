// Where somebody is sent, as the page reads it: one statement at most.
import { beforeAll, expect, it } from 'vitest';
import { prefectureDuDepartement } from '#features/orientation/queries.ts';
import { db } from '#platform/db.ts';
import { truncate } from '../support/database.ts';
import { compterRequetes } from '../support/requetes.ts';

beforeAll(async () => {
  await truncate();
  await db().prefecture.create({
    data: {
      code: '59',
      nom: 'Préfecture du Nord',
      autorite: 'Le préfet du Nord',
      adresse: 'Lille',
      tribunal: 'Lille',
      site: 'https://www.nord.gouv.fr',
    },
  });
});

it('lit la préfecture d’un département en une requête', async () => {
  let lue: unknown;
  const nombre = await compterRequetes(async () => {
    lue = await prefectureDuDepartement('59');
  });
  expect(lue).toMatchObject({ nom: 'Préfecture du Nord', site: 'https://www.nord.gouv.fr' });
  expect(nombre).toBe(1);
});

it('ne suppose pas que chaque préfecture est connue', async () => expect(await prefectureDuDepartement('2A')).toBeNull());
