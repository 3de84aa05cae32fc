import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { DEPARTEMENTS } from '#domain/adresse/departements.ts';

const officielle = z.array(z.object({ code: z.string(), nom: z.string(), zone: z.enum(['metro', 'drom', 'com']) }));

it('les départements sont ceux de la liste officielle, métropole et outre-mer', async () => {
  const lue = officielle.parse(JSON.parse(await readFile('node_modules/@etalab/decoupage-administratif/data/departements.json', 'utf8')));
  const attendus = lue.filter(({ zone }) => zone !== 'com').map(({ code, nom }) => [code, nom.replaceAll("'", '’')]);
  expect(DEPARTEMENTS.map(({ code, nom }) => [code, nom])).toEqual(attendus);
});

it.each([
  ['21', 'https://www.cote-dor.gouv.fr'],
  ['2A', 'https://www.corse-du-sud.gouv.fr'],
  ['33', 'https://www.gironde.gouv.fr'],
  ['75', 'https://www.prefecturedepolice.interieur.gouv.fr'],
  ['90', 'https://www.territoire-de-belfort.gouv.fr'],
  ['971', 'https://www.guadeloupe.gouv.fr'],
  ['974', 'https://www.reunion.gouv.fr'],
])('le site du département %s est %s', (code, site) => expect(DEPARTEMENTS.find((d) => d.code === code)?.site).toBe(site));

it('chaque site est de l’État, et à un seul département', () => {
  for (const { site } of DEPARTEMENTS) expect(new URL(site).host).toMatch(/^www\.[a-z-]+(\.interieur)?\.gouv\.fr$/);
  expect(new Set(DEPARTEMENTS.map((d) => d.site)).size).toBe(101);
});
