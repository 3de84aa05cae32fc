// Where a request goes that is not filed on this portal: by ground, kind of request, préfecture and date (S-206 to S-218, S-301 to S-303).
// Each préfecture decides how it receives these requests (S-215): what it has said comes first, then what is true everywhere.
import type { Jour } from '../jour.ts';
import type { Famille, Provenance } from '../procedure/definition.ts';
import type { MotifHorsAnef } from './motifs.ts';

/** A ground outside the portal, or a family of the catalogue while one of its démarches is not open. */
export type ObjetOrientation = MotifHorsAnef | Famille;

export const CANAUX = {
  poste: 'Par courrier',
  courriel: 'Par courriel',
  demarche_numerique: 'Sur démarche numérique',
  rendez_vous: 'Sur rendez-vous',
  guichet: 'Au guichet',
  telephone: 'Par téléphone',
  site: 'Sur le site de la préfecture',
} as const;
export type Canal = keyof typeof CANAUX;

export const DEMANDES = { premiere: 'Une première demande', renouvellement: 'Un renouvellement' } as const;
export type SorteDemande = keyof typeof DEMANDES;
export const estSorteDemande = (code: string): code is SorteDemande => Object.hasOwn(DEMANDES, code);

export type LigneOrientation = {
  /** unique, for ever: what the administration edits */
  code: string;
  motifs: readonly ObjetOrientation[];
  demande: SorteDemande | 'toutes';
  /** code of the préfecture; null: any that has no row of its own */
  prefecture: string | null;
  canal: Canal;
  texte: string;
  /** what to do, in order */
  etapes?: readonly string[];
  avertissement?: string;
  /** lines of the envelope */
  adresse?: readonly string[];
  courriel?: string;
  telephone?: { numero: string; horaires?: string };
  lien?: { libelle: string; href: string };
  /** a form to find: the site, then what to follow there */
  formulaire?: { href: string; chemin: readonly string[] };
  du?: Jour;
  au?: Jour;
  /** day on which the préfecture, or an agent for it, last said that it holds; absent: nobody has since the source */
  verifieLe?: Jour;
} & Provenance;

export type DemandeOrientation = { motif: ObjetOrientation; demande?: SorteDemande; departement?: string };

const enVigueur = (ligne: { du?: Jour; au?: Jour }, jour: Jour) =>
  (ligne.du === undefined || ligne.du <= jour) && (ligne.au === undefined || jour <= ligne.au);

/**
 * The rows that apply, those of the préfecture of residence if it has any, otherwise the general ones. Without `demande`, both kinds.
 * A row of another préfecture is never given: its channel is closed to who does not live there (S-216, C38).
 */
export function orienter(
  lignes: readonly LigneOrientation[],
  { motif, demande, departement }: DemandeOrientation,
  jour: Jour,
): readonly LigneOrientation[] {
  const possibles = lignes.filter(
    (l) => l.motifs.includes(motif) && enVigueur(l, jour) && (demande === undefined || l.demande === 'toutes' || l.demande === demande),
  );
  const locales = departement === undefined ? [] : possibles.filter((l) => l.prefecture === departement);
  return locales.length > 0 ? locales : possibles.filter((l) => l.prefecture === null);
}

/** What a service of a préfecture deals with (S-212). */
export const THEMES = {
  vie_privee_familiale: 'Vie privée et familiale',
  talent_entrepreneur: 'Talent, entrepreneur, profession libérale',
  salarie: 'Salarié, travailleur temporaire',
  etudiant: 'Étudiant étranger',
  protection_union_sante_mineurs:
    'Bénéficiaire de la protection internationale, citoyen de l’Union, étranger malade, document de circulation',
} as const;
export type Theme = keyof typeof THEMES;

export const THEME_DE: Readonly<Record<ObjetOrientation, Theme | null>> = {
  entre_mineur: 'vie_privee_familiale',
  salarie: 'salarie',
  travailleur_temporaire: 'salarie',
  entrepreneur: 'talent_entrepreneur',
  parent_enfant_malade: 'vie_privee_familiale',
  liens_personnels: 'vie_privee_familiale',
  admission_exceptionnelle: 'vie_privee_familiale',
  retraite: null,
  changement_de_statut: null,
  apatride: 'protection_union_sante_mineurs',
  resident_premiere: 'vie_privee_familiale',
  recepisse: null,
  asile: null,
  protection_temporaire: null,
  autre: null,
  famille_de_francais: 'vie_privee_familiale',
  ne_en_france: 'vie_privee_familiale',
  regroupement_familial: 'vie_privee_familiale',
  union_europeenne: 'protection_union_sante_mineurs',
  etudes: 'etudiant',
  talent: 'talent_entrepreneur',
  visiteur: null,
  travail: 'salarie',
  protection: 'protection_union_sante_mineurs',
  vulnerabilite: 'vie_privee_familiale',
  sante: 'protection_union_sante_mineurs',
  resident: 'vie_privee_familiale',
  voyage: 'protection_union_sante_mineurs',
  vls_ts: null,
  changement: null,
  nationalite: null,
};

/** How to reach a préfecture about a theme; `theme` null: about anything. */
export type LigneContact = {
  prefecture: string;
  theme: Theme | null;
  courriel?: string;
  telephone?: { numero: string; horaires?: string };
  /** said beside it: what this contact alone is for */
  objet?: string;
  du?: Jour;
  au?: Jour;
} & Provenance;

/** Contacts of a préfecture for a ground; every theme when the ground belongs to none. */
export function contactsPour(contacts: readonly LigneContact[], departement: string, motif: ObjetOrientation, jour: Jour): LigneContact[] {
  const theme = THEME_DE[motif];
  return contacts.filter(
    (c) => c.prefecture === departement && enVigueur(c, jour) && (theme === null || c.theme === null || c.theme === theme),
  );
}

/** The page of a préfecture where changes are told (S-217). */
export type PageActualites = { prefecture: string; href: string; chemin: readonly string[]; rubriques: readonly string[] } & Provenance;

/** The page of a ground; what is known already travels with the link. */
export function adresseOrientation(motif: ObjetOrientation, { demande, departement }: Omit<DemandeOrientation, 'motif'> = {}): string {
  const recherche = new URLSearchParams([
    ...(departement ? [['departement', departement]] : []),
    ...(demande ? [['demande', demande]] : []),
  ]).toString();
  return `/orientation/${motif}${recherche ? `?${recherche}` : ''}`;
}
