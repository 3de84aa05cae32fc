// The prefectures that the cases need. Nord comes from the leaflet of the préfecture (seed 000); the other contacts are left
// empty rather than invented: administrators fill them.

import { readFile } from 'node:fs/promises';

export type PrefectureSeed = {
  code: string;
  nom: string;
  autorite: string;
  adresse: string;
  courriel?: string;
  telephone?: string;
  site?: string;
  tribunal: string;
};

export const prefectures: readonly PrefectureSeed[] = [
  {
    code: '59',
    nom: 'Préfecture du Nord',
    autorite: 'Le préfet du Nord',
    adresse: 'DII, Bureau de l’admission au séjour, 12 rue Jean Sans Peur, CS 20003, 59039 LILLE CEDEX',
    courriel: 'pref-etrangers@nord.gouv.fr',
    telephone: '03 20 30 54 28',
    site: 'https://www.nord.gouv.fr',
    tribunal: 'tribunal administratif de Lille',
  },
  {
    code: '69',
    nom: 'Préfecture du Rhône',
    autorite: 'La préfète du Rhône',
    adresse: 'Préfecture du Rhône, 69003 LYON',
    site: 'https://www.rhone.gouv.fr',
    tribunal: 'tribunal administratif de Lyon',
  },
  {
    code: '75',
    nom: 'Préfecture de police de Paris',
    autorite: 'Le préfet de police',
    adresse: 'Préfecture de police, 75004 PARIS',
    tribunal: 'tribunal administratif de Paris',
  },
  {
    code: '06',
    nom: 'Préfecture des Alpes-Maritimes',
    autorite: 'Le préfet des Alpes-Maritimes',
    adresse: 'Préfecture des Alpes-Maritimes, 06200 NICE',
    tribunal: 'tribunal administratif de Nice',
  },
  {
    code: '66',
    nom: 'Préfecture des Pyrénées-Orientales',
    autorite: 'Le préfet des Pyrénées-Orientales',
    adresse: 'Préfecture des Pyrénées-Orientales, 66000 PERPIGNAN',
    tribunal: 'tribunal administratif de Montpellier',
  },
  {
    code: '91',
    nom: 'Préfecture de l’Essonne',
    autorite: 'Le préfet de l’Essonne',
    adresse: 'Préfecture de l’Essonne, 91000 ÉVRY-COURCOURONNES',
    tribunal: 'tribunal administratif de Versailles',
  },
  {
    code: '973',
    nom: 'Préfecture de la Guyane',
    autorite: 'Le préfet de la Guyane',
    adresse: 'Préfecture de la Guyane, 97300 CAYENNE',
    tribunal: 'tribunal administratif de la Guyane',
  },
];

type Departement = { code: string; nom: string };

/** Every other departement, from the official list, with what can be said without inventing: administrators complete it. */
export async function autresPrefectures(): Promise<PrefectureSeed[]> {
  const liste: Departement[] = JSON.parse(
    await readFile(new URL(import.meta.resolve('@etalab/decoupage-administratif/data/departements.json')), 'utf8'),
  );
  return liste
    .filter(({ code }) => !prefectures.some((p) => p.code === code))
    .map(({ code, nom }) => ({
      code,
      nom: `Préfecture – ${nom} (${code})`,
      autorite: `L’autorité préfectorale du département ${code}`,
      adresse: `Préfecture du département ${code} – ${nom}`,
      tribunal: 'tribunal administratif de votre lieu de résidence',
    }));
}
