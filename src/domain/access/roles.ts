// THE TABLE of the roles (03-instruction 9): where each acts, what it may, what it may not. Guards, menus and the page that
// explains roles to administrators come from here; what a role does to a dossier is in domain/dossier/lifecycle.
import type { RoleAgent } from './actors.ts';
import { ROLES_AGENT } from './actors.ts';

export const POUVOIRS = [
  'corbeille',
  'lire_dossiers',
  'lire_restreints',
  'habiliter',
  'signer',
  'distribuer',
  'gerer_absences',
  'gerer_delegations',
  'gerer_agents',
  'gerer_references',
  'gerer_listes',
  'gerer_lieux',
  'briser_la_glace',
  'lire_actes',
  'lire_bris',
  'lire_acces',
  'guichet',
  'tickets',
  'exporter_historique',
  'pilotage',
  'pilotage_national',
  'conservation',
] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const LIBELLE_POUVOIR: Readonly<Record<Pouvoir, string>> = {
  corbeille: 'Voir la corbeille et chercher un dossier par son numéro ou un nom',
  lire_dossiers: 'Lire les dossiers',
  lire_restreints: 'Lire tous les dossiers à accès restreint (personnes vulnérables)',
  habiliter: 'Dire quels agents ouvrent un dossier à accès restreint',
  signer: 'Signer les décisions, avec une délégation de signature en vigueur',
  distribuer: 'Distribuer les dossiers aux agents : à la main, par règle, selon la charge',
  gerer_absences: 'Déclarer les absences de l’équipe et les remplaçants',
  gerer_delegations: 'Enregistrer et révoquer les délégations de signature',
  gerer_listes: 'Tenir les listes de pièces (un administrateur local : ce que sa préfecture ajoute)',
  gerer_lieux: 'Tenir les lieux de rendez-vous : horaires, places, fermetures',
  gerer_agents: 'Inviter, modifier et désactiver les agents',
  gerer_references:
    'Tenir les données de référence : tarifs, textes, préfectures, ouvertures (un administrateur local : celles de sa préfecture)',
  briser_la_glace: 'Ouvrir un dossier pour un motif écrit, une heure, en lecture seule ; la protection des données en est prévenue',
  lire_actes: 'Lire le journal de l’administration',
  lire_bris: 'Lire le journal des ouvertures exceptionnelles',
  lire_acces: 'Chercher dans le journal des accès et l’exporter',
  guichet: 'Déposer pour une personne au guichet',
  tickets: 'Répondre aux demandes d’aide',
  exporter_historique: 'Exporter l’historique d’un dossier pour un juge, avec un motif écrit',
  pilotage: 'Lire les chiffres de sa préfecture : stocks, délais, compléments, charge',
  pilotage_national: 'Lire les chiffres de toutes les préfectures, sans donnée sur les personnes',
  conservation: 'Simuler l’effacement de ce qui a dépassé sa durée de conservation',
};

/**
 * One family per agent: who manages the agents never reads a dossier, who controls the readings is neither of them. A person who
 * needs two families has two comptes.
 */
export type Famille = 'dossiers' | 'administration' | 'controle' | 'assistance';

export type FicheRole = {
  libelle: string;
  famille: Famille;
  /** Where the role acts: the préfecture of the agent, or everywhere. */
  ressort: 'prefecture' | 'national';
  peut: readonly Pouvoir[];
  nePeutPas: readonly Pouvoir[];
  explication: string;
};

const SANS_DOSSIER: readonly Pouvoir[] = ['corbeille', 'lire_dossiers', 'lire_restreints', 'signer'];

export const ROLES: Readonly<Record<RoleAgent, FicheRole>> = {
  accueil: {
    libelle: 'Agent d’accueil',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: ['corbeille', 'guichet', 'tickets'],
    nePeutPas: ['lire_dossiers', 'lire_restreints', 'signer'],
    explication: 'Reçoit les personnes : trouve une demande et dit où elle en est, sans lire ce qu’elle contient.',
  },
  instructeur: {
    libelle: 'Instructeur',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: ['corbeille', 'lire_dossiers'],
    nePeutPas: ['lire_restreints', 'habiliter', 'signer'],
    explication: 'Examine les dossiers, demande les compléments et propose la décision.',
  },
  valideur: {
    libelle: 'Valideur',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: ['corbeille', 'lire_dossiers', 'signer', 'exporter_historique'],
    nePeutPas: ['lire_restreints', 'habiliter'],
    explication: 'Relit et signe les décisions proposées par quelqu’un d’autre, dans la limite de sa délégation de signature.',
  },
  chef: {
    libelle: 'Chef de bureau',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: [
      'corbeille',
      'lire_dossiers',
      'habiliter',
      'gerer_absences',
      'gerer_delegations',
      'gerer_lieux',
      'distribuer',
      'tickets',
      'exporter_historique',
      'pilotage',
    ],
    nePeutPas: ['lire_restreints', 'signer', 'gerer_agents'],
    explication:
      'Organise le bureau : qui a quel dossier, absences, remplaçants, délégations, accès aux dossiers restreints où il est habilité.',
  },
  admin: {
    libelle: 'Administrateur national',
    famille: 'administration',
    ressort: 'national',
    peut: ['gerer_agents', 'gerer_listes', 'gerer_references', 'briser_la_glace', 'lire_actes', 'pilotage_national'],
    nePeutPas: SANS_DOSSIER,
    explication:
      'Gère les agents de toutes les préfectures. N’ouvre un dossier qu’en disant pourquoi, et la protection des données le sait.',
  },
  referent_fraude: {
    libelle: 'Référent fraude',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: ['corbeille', 'lire_dossiers'],
    nePeutPas: ['lire_restreints', 'habiliter', 'signer'],
    explication: 'Donne son avis sur les documents des dossiers qui lui sont soumis.',
  },
  referent_vulnerabilite: {
    libelle: 'Référent vulnérabilité',
    famille: 'dossiers',
    ressort: 'prefecture',
    peut: ['corbeille', 'lire_restreints', 'habiliter'],
    nePeutPas: ['lire_dossiers', 'signer'],
    explication: 'Suit les dossiers à accès restreint de la préfecture et dit quels agents les ouvrent.',
  },
  admin_local: {
    libelle: 'Administrateur local',
    famille: 'administration',
    ressort: 'prefecture',
    peut: ['gerer_agents', 'gerer_listes', 'gerer_references', 'gerer_delegations', 'gerer_lieux', 'lire_actes'],
    nePeutPas: [...SANS_DOSSIER, 'briser_la_glace'],
    explication: 'Gère les agents et les délégations de sa préfecture, sans jamais lire un dossier.',
  },
  protection_donnees: {
    libelle: 'Protection des données',
    famille: 'controle',
    ressort: 'national',
    peut: ['lire_acces', 'lire_bris', 'lire_actes', 'conservation'],
    nePeutPas: [...SANS_DOSSIER, 'gerer_agents', 'briser_la_glace'],
    explication: 'Contrôle qui lit quoi : journal des accès, ouvertures exceptionnelles. Ne lit pas les pièces.',
  },
  support: {
    libelle: 'Centre de contact',
    famille: 'assistance',
    ressort: 'national',
    peut: ['tickets'],
    nePeutPas: SANS_DOSSIER,
    explication: 'Répond aux demandes d’aide et voit l’état d’une demande, jamais son contenu.',
  },
};

/** The roles that hold a power: what guards ask for. */
export function rolesAyant(pouvoir: Pouvoir): readonly RoleAgent[] {
  return ROLES_AGENT.filter((r) => ROLES[r].peut.includes(pouvoir));
}

export function aLePouvoir(roles: readonly RoleAgent[], pouvoir: Pouvoir): boolean {
  return roles.some((r) => ROLES[r].peut.includes(pouvoir));
}

/** Roles that one person may hold together: all of one family, at least one. */
export function sontCompatibles(roles: readonly RoleAgent[]): boolean {
  return roles.length > 0 && new Set(roles.map((r) => ROLES[r].famille)).size === 1;
}

/** What an agent sees of the restricted dossiers of their préfecture (vulnerable persons). */
export type VueRestreints = 'aucun' | 'habilites' | 'tous';

export function vueRestreints(roles: readonly RoleAgent[]): VueRestreints {
  if (aLePouvoir(roles, 'lire_restreints')) return 'tous';
  // the front desk never reads them, even put on a list by mistake
  return aLePouvoir(roles, 'lire_dossiers') ? 'habilites' : 'aucun';
}

/** Roles that an administrator may give: a local one never makes a national agent, nor an administrator above them. */
export function rolesAttribuables(par: readonly RoleAgent[]): readonly RoleAgent[] {
  if (par.includes('admin')) return ROLES_AGENT;
  return par.includes('admin_local') ? ROLES_AGENT.filter((r) => ROLES[r].ressort === 'prefecture') : [];
}

/** Who may open some dossier; which ones, the scope says. */
export const LECTEURS_DE_DOSSIERS: readonly RoleAgent[] = [...new Set([...rolesAyant('lire_dossiers'), ...rolesAyant('lire_restreints')])];
