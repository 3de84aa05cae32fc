import 'server-only';
import { loaderPublic } from '#guard/loader.ts';
import { lireJeton } from '../jetons/commands.ts';

type Recherche = Record<string, string | string[] | undefined>;
export type EtapeLien = { etape: 'demande' | 'envoye' | 'perime' } | { etape: 'ouvrir'; jeton: string };

/** The page of the link. Reading uses nothing up. */
export const loaderLien = loaderPublic(async ({ at }, { jeton, envoye }: Recherche): Promise<EtapeLien> => {
  if (envoye) return { etape: 'envoye' };
  if (jeton === undefined) return { etape: 'demande' };
  if (typeof jeton !== 'string' || jeton.length > 100) return { etape: 'perime' };
  return (await lireJeton('connexion', jeton, at)) ? { etape: 'ouvrir', jeton } : { etape: 'perime' };
});
