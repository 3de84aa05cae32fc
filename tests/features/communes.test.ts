import { beforeEach, expect, it } from 'vitest';
import { chercherCommunes } from '#features/communes/queries.ts';
import { db } from '#platform/db.ts';
import { truncate } from '../support/database.ts';

const COMMUNES = [
  ['59350', 'Lille', 'lille', ['59000', '59160', '59260', '59777', '59800'], '59', 236_000],
  ['59352', 'Lillers-sur-Essai', 'lillers sur essai', ['59001'], '59', 300_000],
  ['76384', 'Lillebonne', 'lillebonne', ['76170'], '76', 9_000],
  ['93066', 'Saint-Denis', 'saint denis', ['93200', '93210'], '93', 113_000],
  ['97411', 'Saint-Denis', 'saint denis', ['97400', '97417', '97490'], '974', 153_000],
  ['97302', 'Cayenne', 'cayenne', ['97300'], '973', 63_000],
  ['2A004', 'Ajaccio', 'ajaccio', ['20000', '20090', '20167'], '2A', 72_000],
  ['59599', 'Tourcoing', 'tourcoing', ['59200'], '59', 98_000],
  ['62001', 'Essai-100%', 'essai 100', ['62000'], '62', 10],
] as const;

beforeEach(async () => {
  await truncate();
  await db().commune.createMany({
    data: COMMUNES.map(([codeInsee, nom, recherche, codesPostaux, departement, population]) => ({
      codeInsee,
      nom,
      recherche,
      codesPostaux: [...codesPostaux],
      departement,
      population,
    })),
  });
});

const noms = async (...appel: Parameters<typeof chercherCommunes>) =>
  (await chercherCommunes(...appel)).map((c) => `${c.nom} ${c.departement}`);

it('donne une commune entière', async () => {
  expect(await chercherCommunes({ noms: ['cayenne'] }, 5)).toEqual([
    { codeInsee: '97302', nom: 'Cayenne', codesPostaux: ['97300'], departement: '973', population: 63_000 },
  ]);
});

it('met le nom exact devant les plus peuplées, puis les débuts de nom par population', async () => {
  expect(await noms({ noms: ['lille'] }, 10)).toEqual(['Lille 59', 'Lillers-sur-Essai 59', 'Lillebonne 76']);
  expect(await noms({ noms: ['lill'] }, 10)).toEqual(['Lillers-sur-Essai 59', 'Lille 59', 'Lillebonne 76']);
});

it('départage deux noms exacts par la population, et accepte plusieurs noms possibles', async () => {
  expect(await noms({ noms: ['saint denis', 'denis'] }, 10)).toEqual(['Saint-Denis 974', 'Saint-Denis 93']);
  expect(await noms({ noms: ['lille', 'tourc'] }, 10)).toEqual(['Lille 59', 'Lillers-sur-Essai 59', 'Tourcoing 59', 'Lillebonne 76']);
});

it('ne trouve pas au milieu d’un nom', async () => {
  expect(await noms({ noms: ['denis'] }, 10)).toEqual([]);
});

it('cherche par code postal entier, parmi tous ceux de la commune, outre-mer et Corse compris', async () => {
  expect(await noms({ codePostal: '59800' }, 10)).toEqual(['Lille 59']);
  expect(await noms({ codePostal: '97490' }, 10)).toEqual(['Saint-Denis 974']);
  expect(await noms({ codePostal: '20090' }, 10)).toEqual(['Ajaccio 2A']);
  expect(await noms({ codePostal: '99999' }, 10)).toEqual([]);
  expect(await noms({ codePostal: '590000' }, 10)).toEqual([]);
});

it('cherche par début de code postal', async () => {
  expect(await noms({ codePostal: '97' }, 10)).toEqual(['Saint-Denis 974', 'Cayenne 973']);
  expect(await noms({ codePostal: '592' }, 10)).toEqual(['Lille 59', 'Tourcoing 59']);
});

it('exige le code postal et le nom quand les deux sont donnés', async () => {
  expect(await noms({ codePostal: '93200', noms: ['saint denis'] }, 10)).toEqual(['Saint-Denis 93']);
  expect(await noms({ codePostal: '59000', noms: ['saint denis'] }, 10)).toEqual([]);
});

it('donne au plus la limite demandée, et rien pour une liste de noms vide', async () => {
  expect(await noms({ codePostal: '59' }, 2)).toEqual(['Lillers-sur-Essai 59', 'Lille 59']);
  expect(await noms({ noms: [] }, 10)).toEqual([]);
  expect(await noms({ noms: [''] }, 10)).toEqual([]);
});

it.each(['%', '_', '\\', "'; drop table commune; --", '%denis'])('lit « %s » comme un texte, jamais comme un joker', async (nom) => {
  expect(await noms({ noms: [nom] }, 20)).toEqual([]);
  expect(await noms({ codePostal: nom.slice(0, 4) }, 20)).toEqual([]);
  expect(await db().commune.count()).toBe(COMMUNES.length);
});
