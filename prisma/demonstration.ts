// Demonstration people: fictional (surnames begin with TEST, addresses under example.org). Their passwords are public by design:
// this data is only written by the demonstration seed, never on an official service.

import { createHash } from 'node:crypto';
import type { RoleAgent } from '#domain/access/actors.ts';
import type { SorteDelegation } from '#domain/access/delegation.ts';
import type { Adresse } from '#domain/adresse/adresse.ts';
import { type Jour, plusJours, plusMois } from '#domain/jour.ts';
import { TITRES, type TypeTitre } from '#domain/titre/titres.ts';

export type CompteDeDemonstration = { role: string; identifiant: string; motDePasse: string; page: string };

const MOT_DE_PASSE = 'Demonstration-2026!';

export const comptesDeDemonstration: readonly CompteDeDemonstration[] = [
  { role: 'Usager avec numéro étranger', identifiant: '5999000006', motDePasse: MOT_DE_PASSE, page: '/connexion' },
  { role: 'Instructeur (Nord)', identifiant: 'instructeur.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Valideur (Nord)', identifiant: 'valideur.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Agent d’accueil (Nord)', identifiant: 'accueil.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Instructeur (Rhône)', identifiant: 'instructeur.rhone@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  {
    role: 'Deuxième instructeur (Nord)',
    identifiant: 'instructeur.nord2@example.org',
    motDePasse: MOT_DE_PASSE,
    page: '/agents/connexion',
  },
  { role: 'Référente fraude (Nord)', identifiant: 'fraude.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Chef de bureau (Nord)', identifiant: 'chef.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  {
    role: 'Référente vulnérabilité (Nord)',
    identifiant: 'vulnerabilite.nord@example.org',
    motDePasse: MOT_DE_PASSE,
    page: '/agents/connexion',
  },
  {
    role: 'Administratrice locale (Nord)',
    identifiant: 'admin.local.nord@example.org',
    motDePasse: MOT_DE_PASSE,
    page: '/agents/connexion',
  },
  { role: 'Protection des données', identifiant: 'protection@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Centre de contact', identifiant: 'support@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Administrateur national', identifiant: 'admin@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
];

export const MOT_DE_PASSE_DEMONSTRATION = MOT_DE_PASSE;

/**
 * The secret of an agent's demonstration telephone, 160 bits: public by design, like the password. The page /developpement/codes reads
 * its codes aloud; anybody may also type it (in base 32) in an application.
 */
export function secretDeDemonstration(email: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha1').update(`portail de démonstration, ${email}`).digest());
}

export const agentsDeDemonstration: readonly {
  email: string;
  nom: string;
  prenom: string;
  qualite: string;
  roles: RoleAgent[];
  /** kinds of decisions that the demonstration arrete lets them sign */
  signe?: readonly SorteDelegation[];
  prefecture: string | null;
}[] = [
  {
    email: 'accueil.nord@example.org',
    nom: 'TESTACCUEIL',
    prenom: 'Alix',
    qualite: 'Agent d’accueil',
    roles: ['accueil'],
    prefecture: '59',
  },
  {
    email: 'instructeur.nord@example.org',
    nom: 'TESTINSTRUC',
    prenom: 'Camille',
    qualite: 'Agent instructeur',
    roles: ['instructeur'],
    prefecture: '59',
    signe: ['attestation'],
  },
  {
    email: 'valideur.nord@example.org',
    nom: 'TESTVALID',
    prenom: 'Dominique',
    qualite: 'Cheffe du bureau de l’admission au séjour',
    roles: ['valideur', 'instructeur'],
    prefecture: '59',
    signe: ['favorable', 'refus', 'cloture', 'attestation'],
  },
  {
    email: 'instructeur.rhone@example.org',
    nom: 'TESTRHONE',
    prenom: 'Sacha',
    qualite: 'Agent instructeur',
    roles: ['instructeur', 'valideur'],
    prefecture: '69',
    signe: ['favorable', 'refus', 'cloture', 'attestation'],
  },
  {
    email: 'admin@example.org',
    nom: 'TESTADMIN',
    prenom: 'Maxime',
    qualite: 'Administration centrale',
    roles: ['admin'],
    prefecture: null,
  },
  {
    email: 'instructeur.nord2@example.org',
    nom: 'TESTBINOME',
    prenom: 'Charlie',
    qualite: 'Agent instructeur',
    roles: ['instructeur'],
    prefecture: '59',
  },
  {
    email: 'fraude.nord@example.org',
    nom: 'TESTFRAUDE',
    prenom: 'Sasha',
    qualite: 'Référente fraude documentaire',
    roles: ['referent_fraude'],
    prefecture: '59',
  },
  {
    email: 'chef.nord@example.org',
    nom: 'TESTCHEF',
    prenom: 'Claude',
    qualite: 'Chef du bureau du séjour',
    roles: ['chef'],
    prefecture: '59',
  },
  {
    email: 'vulnerabilite.nord@example.org',
    nom: 'TESTREFERENT',
    prenom: 'Morgan',
    qualite: 'Référente vulnérabilité',
    roles: ['referent_vulnerabilite'],
    prefecture: '59',
  },
  {
    email: 'fraude.nord@example.org',
    nom: 'TESTFRAUDE',
    prenom: 'Andrea',
    qualite: 'Référent fraude documentaire',
    roles: ['referent_fraude'],
    prefecture: '59',
  },
  {
    email: 'admin.local.nord@example.org',
    nom: 'TESTLOCAL',
    prenom: 'Lou',
    qualite: 'Administration des agents',
    roles: ['admin_local'],
    prefecture: '59',
  },
  {
    email: 'protection@example.org',
    nom: 'TESTPROTECTION',
    prenom: 'Noa',
    qualite: 'Délégation à la protection des données',
    roles: ['protection_donnees'],
    prefecture: null,
  },
  {
    email: 'support@example.org',
    nom: 'TESTSUPPORT',
    prenom: 'Eden',
    qualite: 'Centre de contact citoyens',
    roles: ['support'],
    prefecture: null,
  },
];

export const usagerDeDemonstration = {
  email: 'ana.testpereira@example.org',
  numeroEtranger: '5999000006',
  telephone: '0639980006',
  personne: {
    nomNaissance: 'TESTPEREIRA',
    prenoms: ['Ana'],
    sexe: 'feminin',
    naissanceAnnee: 1970,
    naissanceMois: 5,
    naissanceJour: 17,
    paysNaissance: 'PT',
    lieuNaissance: 'Porto',
    nationalites: ['PT'],
  },
};

export const adresseDAna: Adresse = {
  numero: '12',
  voie: 'rue de Gand',
  complement: '',
  codePostal: '59000',
  ville: 'Lille',
  pays: 'France',
  codeInsee: '59350',
};

export type TitreDeDemonstration = {
  sorte: 'titre' | 'recepisse' | 'visa' | 'vls_ts';
  numero: string | null;
  type: TypeTitre;
  mention: string;
  debut: Jour;
  fin: Jour;
};

const titre = (type: TypeTitre, debut: Jour, fin: Jour, sorte: TitreDeDemonstration['sorte'] = 'titre'): TitreDeDemonstration => ({
  sorte,
  numero: null,
  type,
  mention: TITRES[type].mention,
  debut,
  fin,
});

/** What the embedded registre knows of Ana: her card ends in 90 days, so that she may renew it (C11). */
export const titreDAna = (jour: Jour): TitreDeDemonstration => titre('ue_permanent', '2017-02-20', plusJours(jour, 90));

/** Month and day are null when only the year is known. */
type PersonneDeDemonstration = Omit<typeof usagerDeDemonstration.personne, 'naissanceMois' | 'naissanceJour'> & {
  naissanceMois: number | null;
  naissanceJour: number | null;
};

type Titulaire = {
  numeroEtranger: string;
  cas: string;
  personne: PersonneDeDemonstration;
  type: TypeTitre;
  finDansJours: number;
  mois: number;
};

const ne = (
  nomNaissance: string,
  prenom: string,
  sexe: 'masculin' | 'feminin',
  naissance: [number, number | null, number | null],
  [paysNaissance, lieuNaissance]: [string, string],
): PersonneDeDemonstration => ({
  nomNaissance,
  prenoms: [prenom],
  sexe,
  naissanceAnnee: naissance[0],
  naissanceMois: naissance[1],
  naissanceJour: naissance[2],
  paysNaissance,
  lieuNaissance,
  nationalites: [paysNaissance],
});

/** People with a compte, one for each thing that the date and the type of a titre may lead to. Days are counted from the seeding. */
export const titulairesDeDemonstration: readonly Titulaire[] = [
  {
    numeroEtranger: '5999000004',
    cas: 'VLS-TS conjoint, délai ouvert',
    personne: ne('TESTOKAFOR', 'Grace', 'feminin', [1992, 2, 1], ['NG', 'Lagos']),
    type: 'vls_ts_conjoint',
    finDansJours: 100,
    mois: 12,
  },
  {
    numeroEtranger: '5999000101',
    cas: 'carte conjoint, trop tôt',
    personne: ne('TESTTROPTOT', 'Amina', 'feminin', [1990, 6, 12], ['MA', 'Rabat']),
    type: 'conjoint_pluriannuelle',
    finDansJours: 300,
    mois: 24,
  },
  {
    numeroEtranger: '5999000102',
    cas: 'carte étudiant, délai dépassé, encore valable',
    personne: ne('TESTTARDIF', 'Luis', 'masculin', [2002, 9, 30], ['CO', 'Bogota']),
    type: 'etudiant_temporaire',
    finDansJours: 30,
    mois: 12,
  },
  {
    numeroEtranger: '5999000103',
    cas: 'carte visiteur expirée depuis moins de six mois',
    personne: ne('TESTEXPIRE', 'Helen', 'feminin', [1955, 3, 3], ['US', 'Denver']),
    type: 'visiteur',
    finDansJours: -40,
    mois: 12,
  },
  {
    numeroEtranger: '5999000104',
    cas: 'carte étudiant expirée depuis plus de six mois',
    personne: ne('TESTPERIME', 'Bao', 'masculin', [2000, 12, 8], ['VN', 'Hué']),
    type: 'etudiant_temporaire',
    finDansJours: -250,
    mois: 12,
  },
  {
    numeroEtranger: '5999000105',
    cas: 'carte salarié, hors du portail',
    personne: ne('TESTSALARIE', 'Ravi', 'masculin', [1987, 4, 21], ['IN', 'Pune']),
    type: 'salarie',
    finDansJours: 90,
    mois: 12,
  },
  {
    numeroEtranger: '5999000107',
    cas: 'carte étudiant, délai ouvert, vient de déménager',
    personne: ne('TESTDEMENAGE', 'Iris', 'feminin', [2003, 3, 8], ['BR', 'Recife']),
    type: 'etudiant_temporaire',
    finDansJours: 80,
    mois: 12,
  },
  {
    numeroEtranger: '5999000106',
    cas: 'carte de résident, délai ouvert',
    personne: ne('TESTRESIDENTE', 'Fatou', 'feminin', [1975, 1, 15], ['SN', 'Dakar']),
    type: 'resident',
    finDansJours: 80,
    mois: 120,
  },
  {
    numeroEtranger: '5999000005',
    cas: 'carte parent d’enfant français, mère d’un autre enfant étranger (document de circulation)',
    personne: ne('TESTDIALLO', 'Aïssatou', 'feminin', [1995, 6, 30], ['GN', 'Conakry']),
    type: 'parent_temporaire',
    finDansJours: 200,
    mois: 12,
  },
  {
    numeroEtranger: '6999000007',
    cas: 'VLS-TS étudiant, délai ouvert',
    personne: ne('TESTNGUYEN', 'Linh', 'feminin', [2001, 11, 22], ['VN', 'Hanoï']),
    type: 'vls_ts_etudiant',
    finDansJours: 90,
    mois: 12,
  },
  {
    numeroEtranger: '6999000107',
    cas: 'VLS-TS étudiant, à valider',
    personne: ne('TESTPHAM', 'Duc', 'masculin', [2002, 3, 9], ['VN', 'Hué']),
    type: 'vls_ts_etudiant',
    finDansJours: 335,
    mois: 12,
  },
  {
    numeroEtranger: '6999000108',
    cas: 'VLS-TS étudiant, entré depuis plus de trois mois : ne se valide plus',
    personne: ne('TESTPHAM', 'Mai', 'feminin', [2003, 7, 21], ['VN', 'Hué']),
    type: 'vls_ts_etudiant',
    finDansJours: 210,
    mois: 12,
  },
  {
    numeroEtranger: '0699000113',
    cas: 'carte visiteur, délai ouvert',
    personne: ne('TESTWALKER', 'Joan', 'feminin', [1958, 11, 11], ['US', 'Boston']),
    type: 'visiteur',
    finDansJours: 90,
    mois: 12,
  },
  {
    numeroEtranger: '6699000014',
    cas: 'visa de travailleur saisonnier, délai ouvert',
    personne: ne('TESTALAOUI', 'Karim', 'masculin', [1990, 5, 5], ['MA', 'Berkane']),
    type: 'visa_saisonnier',
    finDansJours: 80,
    mois: 4,
  },
  {
    numeroEtranger: '9199000015',
    cas: 'visa « talent », délai ouvert ; seule l’année de naissance est connue',
    personne: ne('TESTLIU', 'Wei', 'masculin', [1993, null, null], ['CN', 'Chengdu']),
    type: 'visa_talent',
    finDansJours: 75,
    mois: 3,
  },
  {
    numeroEtranger: '5999000108',
    cas: 'récépissé, reconnue réfugiée ; née le 1er janvier, date de convention',
    personne: ne('TESTZAMANI', 'Nasrin', 'feminin', [1988, 1, 1], ['AF', 'Hérat']),
    type: 'recepisse',
    finDansJours: 120,
    mois: 6,
  },
  {
    numeroEtranger: '5999000109',
    cas: 'carte de résident réfugié (titre de voyage)',
    personne: ne('TESTAHMADI', 'Sohrab', 'masculin', [1994, 1, 1], ['AF', 'Kaboul']),
    type: 'refugie',
    finDansJours: 3000,
    mois: 120,
  },
  {
    numeroEtranger: '7599000009',
    cas: 'récépissé, protection subsidiaire, Paris',
    personne: ne('TESTKOVALENKO', 'Olena', 'feminin', [1985, 4, 3], ['UA', 'Kharkiv']),
    type: 'recepisse',
    finDansJours: 120,
    mois: 6,
  },
];

/** The document that shows a type of titre. */
function sorteDe(type: TypeTitre): TitreDeDemonstration['sorte'] {
  if (type === 'recepisse') return 'recepisse';
  const { forme } = TITRES[type];
  return forme === 'visa' || forme === 'vls_ts' ? forme : 'titre';
}

/** The titre of one of them, on the day of the seeding. */
export function titreDuTitulaire({ type, finDansJours, mois }: Titulaire, jour: Jour): TitreDeDemonstration {
  const fin = plusJours(jour, finDansJours);
  return titre(type, plusJours(plusMois(fin, -mois), 1), fin, sorteDe(type));
}

/** People that the embedded registre knows and who have no compte yet: each may create one with the number and the two dates. */
export const personnesDuRegistre: readonly {
  numeroEtranger: string | null;
  personne: typeof usagerDeDemonstration.personne;
  titres: readonly TitreDeDemonstration[];
}[] = [
  {
    numeroEtranger: null,
    personne: {
      nomNaissance: 'TESTNGUYEN',
      prenoms: ['Minh'],
      sexe: 'masculin',
      naissanceAnnee: 2001,
      naissanceMois: 11,
      naissanceJour: 22,
      paysNaissance: 'VN',
      lieuNaissance: 'Hanoï',
      nationalites: ['VN'],
    },
    titres: [
      {
        sorte: 'vls_ts',
        numero: 'FRA990000007',
        type: 'vls_ts_etudiant',
        mention: 'VLS-TS étudiant',
        debut: '2026-08-25',
        fin: '2027-08-24',
      },
    ],
  },
  {
    numeroEtranger: '5999000008',
    personne: {
      nomNaissance: 'TESTRAHMANI',
      prenoms: ['Farid'],
      sexe: 'masculin',
      naissanceAnnee: 1988,
      naissanceMois: 1,
      naissanceJour: 1,
      paysNaissance: 'AF',
      lieuNaissance: 'Hérat',
      nationalites: ['AF'],
    },
    titres: [
      {
        sorte: 'recepisse',
        numero: null,
        type: 'recepisse',
        mention: 'Récépissé – reconnu réfugié',
        debut: '2026-09-15',
        fin: '2027-03-14',
      },
    ],
  },
  {
    numeroEtranger: '0699000013',
    personne: {
      nomNaissance: 'TESTSMITH',
      prenoms: ['Jane'],
      sexe: 'feminin',
      naissanceAnnee: 1958,
      naissanceMois: 11,
      naissanceJour: 11,
      paysNaissance: 'US',
      lieuNaissance: 'Boston',
      nationalites: ['US'],
    },
    titres: [titre('visiteur', '2026-02-01', '2027-01-31')],
  },
];

/** Where two prefectures receive, so that somebody can be convened on the first day. Minutes after midnight, by the clock of the place. */
export const lieuxDeDemonstration: readonly {
  prefectureCode: string;
  nom: string;
  adresse: string;
  telephone: string;
  plages: readonly { jours: readonly number[]; debut: number; fin: number; duree: number; capacite: number }[];
}[] = [
  {
    prefectureCode: '59',
    nom: 'Accueil des étrangers – Lille',
    adresse: '12 rue Jean Sans Peur, 59000 Lille',
    telephone: '03 20 30 54 28',
    plages: [
      { jours: [1, 2, 3, 4, 5], debut: 8 * 60 + 30, fin: 11 * 60 + 30, duree: 20, capacite: 3 },
      { jours: [2, 4], debut: 13 * 60 + 30, fin: 16 * 60, duree: 20, capacite: 2 },
    ],
  },
  {
    prefectureCode: '69',
    nom: 'Accueil des étrangers – Lyon',
    adresse: '97 rue Molière, 69003 Lyon',
    telephone: '04 72 61 61 61',
    plages: [{ jours: [1, 2, 3, 4, 5], debut: 9 * 60, fin: 12 * 60, duree: 15, capacite: 4 }],
  },
];

/** Sentences that the agents of Nord take up when a piece does not conform. */
export const phrasesDeDemonstration = [
  {
    usage: 'illisible',
    texte: 'On ne lit ni le nom ni les dates : posez le document à plat, en pleine lumière, et photographiez-le en entier.',
  },
  { usage: 'incomplet', texte: 'Il manque des pages : joignez le document entier, recto et verso.' },
  { usage: 'perime', texte: 'Ce justificatif de domicile a plus de six mois : joignez-en un plus récent.' },
  {
    usage: 'non_traduit',
    texte: 'Joignez la traduction en français, faite par un traducteur agréé près une cour d’appel, avec l’original.',
  },
  { usage: 'message', texte: 'Votre dossier est complet. Nous vous écrirons dès qu’une décision sera prise.' },
].map((phrase) => ({ prefectureCode: '59', ...phrase }));
