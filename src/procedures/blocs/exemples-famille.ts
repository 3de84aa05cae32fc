// The people of the worked examples of family grounds (P04 to P11): fictional, every surname begins with TEST.
import type { Reponses } from '#domain/procedure/definition.ts';

const adresse = (numero: string, voie: string, codePostal: string, ville: string, codeInsee: string) => ({
  numero,
  voie,
  complement: '',
  codePostal,
  ville,
  pays: 'France',
  codeInsee,
});

const ATTESTE: Reponses = { non_polygamie: 'oui', sanctions_connues: 'oui' };

/** What the registre knows of a holder, and their address confirmed. */
export const titulaire = (numero: string, type: string, debut: string, fin: string): Reponses => ({
  numero_etranger: numero,
  titre_type: type,
  titre_debut: debut,
  titre_fin: fin,
  adresse_inchangee: 'oui',
});

/** P04 */
export const grace: Reponses = {
  nom_naissance: 'TESTOKAFOR',
  prenoms: ['Grace'],
  sexe: 'feminin',
  date_naissance: '1992-02-01',
  pays_naissance: 'NG',
  lieu_naissance: 'Lagos',
  nationalites: ['NG'],
  adresse: adresse('3', 'Rue de Lille', '59200', 'Tourcoing', '59599'),
  email: 'grace.testokafor@example.org',
  telephone: '0639980004',
  conjoint_nom_naissance: 'TESTMARTIN',
  conjoint_prenoms: ['Paul'],
  conjoint_sexe: 'masculin',
  conjoint_date_naissance: '1988-07-08',
  situation_familiale: 'marie',
  conjoint_date_mariage: '2025-06-14',
  conjoint_pays_mariage: 'NG',
  vie_commune_rompue: 'non',
  enfants_a_charge: 'non',
  ...ATTESTE,
};

/** P05 */
export const aissatou: Reponses = {
  nom_naissance: 'TESTDIALLO',
  prenoms: ['Aïssatou'],
  sexe: 'feminin',
  date_naissance: '1995-06-30',
  pays_naissance: 'GN',
  lieu_naissance: 'Conakry',
  nationalites: ['GN'],
  adresse: adresse('12', 'Rue de Wazemmes', '59000', 'Lille', '59350'),
  email: 'aissatou.testdiallo@example.org',
  telephone: '0639980005',
  enfant_nom_naissance: 'TESTMERCIER',
  enfant_prenoms: ['Nour'],
  enfant_sexe: 'feminin',
  enfant_date_naissance: '2024-02-11',
  enfant_lien: 'mere',
  enfant_en_france: 'oui',
  enfant_reconnaissance: 'autre_parent',
  enfants_a_charge: 'non',
  ...ATTESTE,
};

/** P10 */
export const joao: Reponses = {
  nom_naissance: 'TESTSILVA',
  prenoms: ['João'],
  sexe: 'masculin',
  date_naissance: '1960-09-09',
  pays_naissance: 'BR',
  lieu_naissance: 'Belém',
  nationalites: ['BR'],
  adresse: adresse('8', 'Rue Lalouette', '97300', 'Cayenne', '97302'),
  email: 'joao.testsilva@example.org',
  telephone: '0639980010',
  a_charge_de: 'enfant',
  descendant_nom_naissance: 'TESTSILVA',
  descendant_prenoms: ['Camila'],
  descendant_sexe: 'feminin',
  descendant_date_naissance: '1988-01-20',
  date_entree_france: '2026-10-03',
  situation_familiale: 'veuf',
  enfants_a_charge: 'non',
  ...ATTESTE,
};

/** P11: sixteen years old */
export const mariam: Reponses = {
  nom_naissance: 'TESTTRAORE',
  prenoms: ['Mariam'],
  sexe: 'feminin',
  date_naissance: '2010-08-15',
  pays_naissance: 'FR',
  lieu_naissance: 'Lille',
  nationalites: ['ML'],
  adresse: adresse('40', 'Rue d’Arras', '59000', 'Lille', '59350'),
  email: 'mariam.testtraore@example.org',
  telephone: '0639980011',
  situation_familiale: 'celibataire',
  enfants_a_charge: 'non',
  ...ATTESTE,
};

/** Spouse of a Sri Lankan holder of a carte de résident */
export const nilani: Reponses = {
  nom_naissance: 'TESTPERERA',
  prenoms: ['Nilani'],
  sexe: 'feminin',
  date_naissance: '1994-04-17',
  pays_naissance: 'LK',
  lieu_naissance: 'Colombo',
  nationalites: ['LK'],
  adresse: adresse('5', 'Rue du Faubourg de Roubaix', '59800', 'Lille', '59350'),
  email: 'nilani.testperera@example.org',
  telephone: '0639980021',
  lien_regroupement: 'conjoint',
  rejoint_nom_naissance: 'TESTPERERA',
  rejoint_prenoms: ['Ruwan'],
  rejoint_sexe: 'masculin',
  rejoint_date_naissance: '1990-12-02',
  rejoint_titre: 'dix_ans',
  regroupement_decision: '2025-05-20',
  vie_commune_rompue: 'non',
  situation_familiale: 'marie',
  date_union: '2020-02-08',
  pays_union: 'LK',
  enfants_a_charge: 'non',
  ...ATTESTE,
};

/** P06, and what every citizen of the Union types */
export const ana: Reponses = {
  nom_naissance: 'TESTPEREIRA',
  prenoms: ['Ana'],
  sexe: 'feminin',
  date_naissance: '1970-05-17',
  pays_naissance: 'PT',
  lieu_naissance: 'Porto',
  nationalites: ['PT'],
  adresse: adresse('17', 'Rue Solférino', '59000', 'Lille', '59350'),
  email: 'ana.testpereira@example.org',
  telephone: '0639980006',
  enfants_a_charge: 'non',
};
