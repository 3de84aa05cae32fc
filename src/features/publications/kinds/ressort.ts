// The communes that a préfecture receives beside those of its department (R.431-20 leaves the place to the préfet of residence; a
// commune may be confided to a neighbour). Kept as INSEE codes; the department remains the rule for all the others.

import { prefectures } from '#features/configuration/prefectures/queries.ts';
import { communesDuTexte } from '#features/configuration/ressorts/queries.ts';
import type { KindReference } from '../schema.ts';

export const ressort: KindReference = {
  sorte: 'ressort',
  cles: async () => {
    return (await prefectures()).map(({ code, nom }) => ({ cle: code, libelle: `${code} – ${nom}` }));
  },
  champs: () => [
    {
      nom: 'communes',
      libelle: 'Communes reçues en plus de celles du département',
      aide: 'Codes INSEE, séparés par des espaces ou des lignes. Exemple : 62041 62160.',
      forme: 'long',
    },
  ],
  parDefaut: async (cle) => ((await prefectures()).some((p) => p.code === cle) ? { communes: '' } : undefined),
  verifier: (_cle, { communes = '' }) => {
    const mauvais = communesDuTexte(communes).filter((c) => !/^(\d{2}|2[AB])\d{3}$/.test(c));
    return mauvais.length > 0 ? [{ champ: 'communes', message: `Ces codes ne sont pas des codes INSEE : ${mauvais.join(', ')}.` }] : [];
  },
};
