// Demonstration people: fictional (surnames begin with TEST, addresses under example.org). Their passwords are public by design:
// this data is only written by the demonstration seed, never on an official service.

export type CompteDeDemonstration = { role: string; identifiant: string; motDePasse: string; page: string };

const MOT_DE_PASSE = 'Demonstration-2026!';

export const comptesDeDemonstration: readonly CompteDeDemonstration[] = [
  { role: 'Usager avec numéro étranger', identifiant: '5999000006', motDePasse: MOT_DE_PASSE, page: '/connexion' },
  { role: 'Instructeur (Nord)', identifiant: 'instructeur.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Valideur (Nord)', identifiant: 'valideur.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Agent d’accueil (Nord)', identifiant: 'accueil.nord@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Instructeur (Rhône)', identifiant: 'instructeur.rhone@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
  { role: 'Administrateur national', identifiant: 'admin@example.org', motDePasse: MOT_DE_PASSE, page: '/agents/connexion' },
];

export const MOT_DE_PASSE_DEMONSTRATION = MOT_DE_PASSE;

export type RoleDemonstration = 'accueil' | 'instructeur' | 'valideur' | 'chef' | 'admin';

export const agentsDeDemonstration: readonly {
  email: string;
  nom: string;
  prenom: string;
  qualite: string;
  roles: RoleDemonstration[];
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
  },
  {
    email: 'valideur.nord@example.org',
    nom: 'TESTVALID',
    prenom: 'Dominique',
    qualite: 'Cheffe du bureau de l’admission au séjour',
    roles: ['valideur', 'instructeur'],
    prefecture: '59',
  },
  {
    email: 'instructeur.rhone@example.org',
    nom: 'TESTRHONE',
    prenom: 'Sacha',
    qualite: 'Agent instructeur',
    roles: ['instructeur', 'valideur'],
    prefecture: '69',
  },
  {
    email: 'admin@example.org',
    nom: 'TESTADMIN',
    prenom: 'Maxime',
    qualite: 'Administration centrale',
    roles: ['admin'],
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
