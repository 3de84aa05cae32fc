import 'server-only';
import type { RoleAgent, Usager } from '#domain/access/actors.ts';
import { estPageDAgent, premierePage } from '#domain/access/espaces.ts';
import { porteeUsager } from '#domain/access/scope.ts';
import type { GenreCompte } from '#features/accueil/views/menu.ts';
import { loaderPublic } from '#guard/loader.ts';
import { MINUTES_REPOS_AGENT, sessionAgent } from '#guard/session.ts';
import { env } from '#platform/env.ts';
import { type Cloche, lireCloche } from './queries.ts';

export type Visiteur =
  | { etat: 'anonyme' }
  /** came in with a provisional password: nothing is open but the reset page */
  | { etat: 'provisoire' }
  | { etat: 'connecte'; genre: 'temporaire' | 'definitif'; nom: string; cloche: Cloche }
  /** pages of the administration; null: nobody is logged in there */
  | { etat: 'agent'; nom: string | null; roles: readonly RoleAgent[] };

const NOTIFICATION_OUVERTE = /^\/mon-compte\/notifications\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Who has a number, or a visa only and is therefore known by name (S-037), has a definitive compte. */
const genreDe = ({ numeroEtranger, nom }: Usager) => (numeroEtranger !== null || nom !== null ? 'definitif' : 'temporaire');

/** Who the header of this path speaks to. Two queries at most: the session, the bell. */
export const loaderEntete = loaderPublic(async ({ session, at }, chemin: string): Promise<Visiteur> => {
  if (estPageDAgent(chemin)) {
    const session = await sessionAgent();
    return session?.niveau === 'complete'
      ? { etat: 'agent', nom: session.agent.nom, roles: session.agent.roles }
      : { etat: 'agent', nom: null, roles: [] };
  }
  if (!session) return { etat: 'anonyme' };
  const { usager, niveau } = session;
  if (niveau !== 'complete') return { etat: 'provisoire' };
  const enLecture = NOTIFICATION_OUVERTE.exec(chemin)?.[1] ?? null;
  const genre = genreDe(usager);
  const nom = genre === 'definitif' && usager.nom ? usager.nom : usager.email;
  return { etat: 'connecte', genre, nom, cloche: await lireCloche(porteeUsager(usager), at, enLecture) };
});

/** Kind of account of the visitor, for the menu and the tiles. No query beyond the session. */
export const loaderGenreCompte = loaderPublic(async ({ session }): Promise<GenreCompte> => {
  if (session?.niveau !== 'complete') return null;
  return genreDe(session.usager);
});

/** The agent of this browser, if any, for the log-in page of the administration. */
export const loaderAgentConnecte = loaderPublic(async () => {
  const session = await sessionAgent();
  return {
    agent: session?.niveau === 'complete' ? { nom: session.agent.nom, page: premierePage(session.agent.roles) } : null,
    /** minutes without a gesture that close a session */
    repos: MINUTES_REPOS_AGENT,
    /** the page that plays the telephones of the demonstration agents is open */
    estDemonstration: env().BOITE_DEVELOPPEMENT,
  };
});
