// Where the pages of the lists of pieces stand.
import { ACCUEIL } from '#features/administration/views/fil.ts';
import { t } from '#ui/langue/t.ts';
import { adresseListe } from '../schema.ts';

export const LISTES = () => [ACCUEIL(), { libelle: t('Listes de pièces'), href: '/administration/listes' }];
export const DEMARCHE = (slug: string, nom: string) => [...LISTES(), { libelle: t(nom), href: adresseListe(slug) }];
export const VERSION = (slug: string, nom: string, version: number) => [
  ...DEMARCHE(slug, nom),
  { libelle: t('Version {n}', { n: version }), href: adresseListe(slug, version) },
];
