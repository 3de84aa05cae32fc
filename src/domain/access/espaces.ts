// Where an agent may go: the menu and the home page of the administration come from the powers of their roles.
import type { RoleAgent } from './actors.ts';
import { aLePouvoir, type Pouvoir } from './roles.ts';

export type Espace = { href: string; libelle: string; resume: string; pouvoirs: readonly Pouvoir[] };

/** Pages of the administration, in the order of its home page. */
export const ESPACES_ADMINISTRATION: readonly Espace[] = [
  {
    href: '/administration/agents',
    libelle: 'Agents',
    resume: 'Inviter, donner des rôles, désactiver.',
    pouvoirs: ['gerer_agents'],
  },
  {
    href: '/administration/listes',
    libelle: 'Listes de pièces',
    resume: 'Ce que chaque démarche demande, version par version.',
    pouvoirs: ['gerer_listes'],
  },
  {
    href: '/administration/delegations',
    libelle: 'Délégations de signature',
    resume: 'Qui peut signer quoi, et jusqu’à quand.',
    pouvoirs: ['gerer_delegations'],
  },
  {
    href: '/administration/lieux',
    libelle: 'Lieux de rendez-vous',
    resume: 'Où la préfecture reçoit, à quelles heures, combien de personnes à la fois.',
    pouvoirs: ['gerer_lieux'],
  },
  {
    href: '/administration/references',
    libelle: 'Données de référence',
    resume: 'Tarifs, textes, préfectures, ouvertures, liens : ce qui change sans attendre un logiciel.',
    pouvoirs: ['gerer_references'],
  },
  {
    href: '/administration/pilotage',
    libelle: 'Pilotage',
    resume: 'Stocks, délais, attestations, compléments, de toutes les préfectures.',
    pouvoirs: ['pilotage_national'],
  },
  {
    href: '/administration/conservation',
    libelle: 'Durées de conservation',
    resume: 'Ce qui a dépassé sa durée légale, et ce qui serait effacé.',
    pouvoirs: ['conservation'],
  },
  {
    href: '/administration/acces',
    libelle: 'Journal des accès',
    resume: 'Qui a lu quelle demande, quand et pourquoi.',
    pouvoirs: ['lire_acces'],
  },
  {
    href: '/administration/bris-de-glace',
    libelle: 'Ouvertures exceptionnelles de dossiers',
    resume: 'Un dossier ouvert par un administrateur, avec son motif.',
    pouvoirs: ['briser_la_glace', 'lire_bris'],
  },
  {
    href: '/administration/journal',
    libelle: 'Journal de l’administration',
    resume: 'Chaque geste sur les agents et leurs droits.',
    pouvoirs: ['lire_actes'],
  },
];

export function espacesOuverts(roles: readonly RoleAgent[]): Espace[] {
  return ESPACES_ADMINISTRATION.filter((e) => e.pouvoirs.some((p) => aLePouvoir(roles, p)));
}

/** The menu of an agent. */
export function menuAgent(roles: readonly RoleAgent[]): { href: string; libelle: string }[] {
  return [
    ...(aLePouvoir(roles, 'corbeille') ? [{ href: '/instruction', libelle: 'Corbeille' }] : []),
    ...(aLePouvoir(roles, 'guichet') ? [{ href: '/accueil-du-jour', libelle: 'Accueil du jour' }] : []),
    ...(aLePouvoir(roles, 'distribuer') ? [{ href: '/instruction/attribution', libelle: 'Distribution' }] : []),
    ...(aLePouvoir(roles, 'lire_dossiers') ? [{ href: '/instruction/alertes', libelle: 'Mes alertes' }] : []),
    ...(roles.includes('instructeur') || roles.includes('valideur')
      ? [{ href: '/instruction/attestations', libelle: 'Attestations' }]
      : []),
    ...(aLePouvoir(roles, 'lire_dossiers') ? [{ href: '/instruction/avis', libelle: 'Avis attendus' }] : []),
    ...(aLePouvoir(roles, 'lire_dossiers')
      ? [
          { href: '/instruction/absences', libelle: 'Absences' },
          { href: '/instruction/phrases', libelle: 'Phrases' },
        ]
      : []),
    ...(aLePouvoir(roles, 'pilotage') ? [{ href: '/instruction/pilotage', libelle: 'Pilotage' }] : []),
    ...(aLePouvoir(roles, 'tickets') ? [{ href: '/assistance', libelle: 'Assistance' }] : []),
    ...(espacesOuverts(roles).length ? [{ href: '/administration', libelle: 'Administration' }] : []),
  ];
}

const DOMAINES: readonly string[] = ['accueil-du-jour', 'agents', 'instruction', 'administration', 'assistance', 'guichet'];

/** A page of the agents' side, by its address: their header, their log-in page. */
export const estPageDAgent = (chemin: string): boolean => DOMAINES.includes(chemin.split('/')[1] ?? '');

/** The page where an agent begins. */
export function premierePage(roles: readonly RoleAgent[]): string | null {
  return menuAgent(roles)[0]?.href ?? null;
}
