// How far a session goes. Below `complete` it opens one page, its own, and nothing else: the two tables are total.

export type Porte = 'usager' | 'agent';

/** The levels that a session of each door may have. A row with another level opens nothing. */
export const NIVEAUX = {
  /** reinitialisation: came in with a provisional password (D-01) · facteur: the second factor is still to prove */
  usager: ['complete', 'reinitialisation', 'facteur'],
  /** enrolement: an agent without a second factor, who must make one first */
  agent: ['complete', 'facteur', 'enrolement'],
} as const;

export type NiveauDe<P extends Porte> = (typeof NIVEAUX)[P][number];
export type Niveau = NiveauDe<'usager'> | NiveauDe<'agent'>;

/** Where one logs in, by door. */
export const CONNEXION: Readonly<Record<Porte, string>> = { usager: '/connexion', agent: '/agents/connexion' };

/** Where a complete session goes when it has nothing to do on a page of an incomplete one. */
export const ACCUEIL: Readonly<Record<Porte, string>> = { usager: '/', agent: '/agents/connexion' };

const PAGES: {
  readonly usager: Readonly<Record<NiveauDe<'usager'>, string>>;
  readonly agent: Readonly<Record<NiveauDe<'agent'>, string>>;
} = {
  usager: { complete: ACCUEIL.usager, reinitialisation: '/compte/reinitialisation', facteur: '/connexion/facteur' },
  agent: { complete: ACCUEIL.agent, facteur: '/agents/facteur', enrolement: '/agents/enrolement' },
};

/** The page of a level, with the one asked for, so that it is opened at last. */
export function pageDuNiveau<P extends Porte>(porte: P, niveau: NiveauDe<P>, retour?: string): string {
  const pages: Readonly<Record<string, string>> = PAGES[porte];
  const page = pages[niveau] ?? CONNEXION[porte];
  // the reset page ends by itself on the entry question: it takes no way back
  return retour && retour !== '/' && niveau !== 'reinitialisation' && niveau !== 'complete'
    ? `${page}?retour=${encodeURIComponent(retour)}`
    : page;
}

/** Reads a level written in a row: null when this door does not know it. */
export function lireNiveau<P extends Porte>(porte: P, brut: string): NiveauDe<P> | null {
  const connus: readonly NiveauDe<P>[] = NIVEAUX[porte];
  return connus.find((n) => n === brut) ?? null;
}
