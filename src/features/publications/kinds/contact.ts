// Whom to write to in a préfecture, by theme (S-212).
import { THEMES } from '#domain/orientation/orienter.ts';
import { prefectures } from '#features/configuration/prefectures/queries.ts';
import { CONTACTS } from '#procedures/contacts.ts';
import type { KindReference } from '../schema.ts';

const livre = (cle: string) => {
  const [prefecture, theme] = cle.split('.');
  return CONTACTS.find((c) => c.prefecture === prefecture && c.theme === theme);
};

export const contact: KindReference = {
  sorte: 'contact',
  cles: async () =>
    (await prefectures()).flatMap(({ code, nom }) =>
      Object.entries(THEMES).map(([theme, libelle]) => {
        const cle = `${code}.${theme}`;
        return { cle, libelle: `${nom} – ${libelle}`, prefecture: code, muette: livre(cle) === undefined };
      }),
    ),
  champs: () => [
    { nom: 'courriel', libelle: 'Adresse électronique', forme: 'courriel' },
    { nom: 'telephone', libelle: 'Téléphone', forme: 'ligne' },
    { nom: 'horaires', libelle: 'Horaires', forme: 'ligne' },
    { nom: 'objet', libelle: 'À quoi il sert', forme: 'ligne' },
  ],
  parDefaut: async (cle) => {
    const [prefecture, theme = ''] = cle.split('.');
    if (!Object.hasOwn(THEMES, theme) || !(await prefectures()).some((p) => p.code === prefecture)) return undefined;
    const connu = livre(cle);
    return {
      courriel: connu?.courriel ?? '',
      telephone: connu?.telephone?.numero ?? '',
      horaires: connu?.telephone?.horaires ?? '',
      objet: connu?.objet ?? '',
    };
  },
  verifier: (_cle, { courriel = '', telephone = '' }) =>
    courriel === '' && telephone === '' ? [{ champ: 'courriel', message: 'Donnez une adresse électronique ou un téléphone.' }] : [],
};
