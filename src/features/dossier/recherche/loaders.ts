import 'server-only';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { loaderAgent } from '#guard/loader.ts';
import { chercherDossiers } from './queries.ts';
import { lireRecherche } from './schema.ts';

/** A search, and what was found. The front desk learns where a request stands, and nothing of what is in it (03-instruction 9). */
export const chargerRecherche = loaderAgent(
  rolesAyant('corbeille'),
  async ({ agent, portee }, parametres: Record<string, string | string[] | undefined>) => {
    const saisie = lireRecherche(parametres);
    const peutOuvrir = aLePouvoir(agent.roles, 'lire_dossiers') || aLePouvoir(agent.roles, 'lire_restreints');
    return { saisie, peutOuvrir, ...(await chercherDossiers(portee, saisie)) };
  },
);
