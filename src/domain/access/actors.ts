// Who acts. A person of the administration may hold several roles; the usager acts on their own dossiers.
import type { Confie } from './mandat.ts';

/** 03-instruction 9. `admin` is national; the last four never read a dossier by their role alone. */
export const ROLES_AGENT = [
  'accueil',
  'instructeur',
  'valideur',
  'chef',
  'admin',
  'referent_fraude',
  'referent_vulnerabilite',
  'admin_local',
  'protection_donnees',
  'support',
] as const;
export type RoleAgent = (typeof ROLES_AGENT)[number];
export type Role = 'usager' | RoleAgent | 'systeme';

export type Usager = {
  sorte: 'usager';
  compteId: string;
  sessionId: string;
  email: string;
  nom: string | null;
  numeroEtranger: string | null;
  langue: string;
  /** dossiers of other people confided to this one, by mandats in force now */
  confies: readonly Confie[];
};
export type Agent = {
  sorte: 'agent';
  agentId: string;
  sessionId: string;
  nom: string;
  roles: readonly RoleAgent[];
  prefecture: string | null;
};
export type Systeme = { sorte: 'systeme' };
export type Acteur = Usager | Agent | Systeme;

export const SYSTEME: Systeme = { sorte: 'systeme' };

export function rolesDe(acteur: Acteur): readonly Role[] {
  switch (acteur.sorte) {
    case 'usager':
      return ['usager'];
    case 'agent':
      return acteur.roles;
    case 'systeme':
      return ['systeme'];
  }
}

/** Identifier written in events; null for the machine. */
export function identifiantDe(acteur: Acteur): string | null {
  switch (acteur.sorte) {
    case 'usager':
      return acteur.compteId;
    case 'agent':
      return acteur.agentId;
    case 'systeme':
      return null;
  }
}
