import 'server-only';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { loaderAgent } from '#guard/loader.ts';
import { lireCorbeille } from './queries.ts';
import { lireDemande } from './schema.ts';

/** The queue of the agent's prefecture. Who signs begins with what waits for a signature. */
export const chargerCorbeille = loaderAgent(
  rolesAyant('corbeille'),
  async ({ agent, portee, at }, parametres: Record<string, string | string[] | undefined>) => {
    const demande = lireDemande(parametres);
    const onglet = demande.onglet ?? (agent.roles.includes('valideur') ? 'a_signer' : 'a_prendre_en_charge');
    const corbeille = await lireCorbeille(portee, { ...demande, onglet }, at);
    // the front desk sees where a request stands, not what is in it (03-instruction 9)
    const peutOuvrir = aLePouvoir(agent.roles, 'lire_dossiers') || aLePouvoir(agent.roles, 'lire_restreints');
    const peutAvoirEnCharge = aLePouvoir(agent.roles, 'lire_dossiers');
    return {
      ...corbeille,
      onglet,
      recherche: demande.recherche,
      miens: demande.miens,
      estSuite: demande.apres !== null,
      peutOuvrir,
      peutAvoirEnCharge,
      at,
    };
  },
);
