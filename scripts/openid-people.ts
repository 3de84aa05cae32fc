// People of the demonstration provider: fictional. Their civil status is what FranceConnect would give, codes of the INSEE included.

export type Affirmations = Record<string, string | boolean>;
export type PersonneOpenid = { sub: string; libelle: string; explication: string; affirmations: Affirmations; amr?: string[] };

const ana = {
  given_name: 'ANA',
  family_name: 'TESTPEREIRA',
  birthdate: '1970-05-17',
  gender: 'female',
  birthplace: '',
  birthcountry: '99139',
  email: 'ana.testpereira@example.org',
};

export const usagers: readonly PersonneOpenid[] = [
  {
    sub: 'fc-ana-testpereira',
    libelle: 'Ana TESTPEREIRA',
    explication: 'née le 17/05/1970 au Portugal : même état civil que la personne qui porte le n° 5999000006',
    affirmations: ana,
  },
  {
    sub: 'fc-ana-maria-testpereira',
    libelle: 'Ana Maria TESTPEREIRA',
    explication: 'née le 17/05/1970 au Portugal : un prénom de plus que dans le registre',
    affirmations: { ...ana, given_name: 'ANA MARIA', email: 'ana-maria.testpereira@example.org' },
  },
  {
    sub: 'fc-lucia-testrossi',
    libelle: 'Lucia TESTROSSI',
    explication: 'née le 02/09/1994 en Italie : inconnue du portail',
    affirmations: {
      given_name: 'LUCIA',
      family_name: 'TESTROSSI',
      preferred_username: 'TESTBIANCHI',
      birthdate: '1994-09-02',
      gender: 'female',
      birthplace: '',
      birthcountry: '99127',
      email: 'lucia.testrossi@example.org',
    },
  },
];

export const agents: readonly PersonneOpenid[] = [
  {
    sub: 'pc-camille-testinstruc',
    libelle: 'Camille TESTINSTRUC, préfecture du Nord',
    explication: 'annuaire de l’administration, deux facteurs (carte d’agent)',
    affirmations: { given_name: 'Camille', usual_name: 'TESTINSTRUC', email: 'instructeur.nord@example.org' },
    amr: ['pop', 'mfa'],
  },
  {
    sub: 'pc-sacha-testrhone',
    libelle: 'Sacha TESTRHONE, préfecture du Rhône',
    explication: 'annuaire de l’administration, mot de passe seul',
    affirmations: { given_name: 'Sacha', usual_name: 'TESTRHONE', email: 'instructeur.rhone@example.org' },
    amr: ['pwd'],
  },
  {
    sub: 'pc-noa-testailleurs',
    libelle: 'Noa TESTAILLEURS, autre administration',
    explication: 'n’est pas agent de ce portail',
    affirmations: { given_name: 'Noa', usual_name: 'TESTAILLEURS', email: 'noa.testailleurs@example.org' },
    amr: ['pwd'],
  },
];
