import 'server-only';
import type { RoleAgent } from '#domain/access/actors.ts';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { loaderAgent } from '#guard/loader.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { lireCorbeille, reglagesDe } from './queries.ts';
import { lireDemande, type Onglet } from './schema.ts';

/** Who signs begins with what waits for a signature; the front desk with what it hands over; the others with what just arrived. */
function premierOnglet(roles: readonly RoleAgent[]): Onglet {
  if (roles.includes('valideur')) return 'a_signer';
  return roles.every((r) => r === 'accueil') ? 'a_remettre' : 'a_verifier';
}

/** On several dossiers at once; what each one allows is asked of the life cycle. */
function gestesDe(roles: readonly RoleAgent[], distribue: boolean) {
  return [
    ...(roles.includes('instructeur') ? (['prendre_en_charge'] as const) : []),
    ...(distribue ? (['attribuer', 'retirer_a_l_agent'] as const) : []),
    'suivre' as const,
    'ne_plus_suivre' as const,
  ];
}

/** The queue of the agent's prefecture. */
export const chargerCorbeille = loaderAgent(
  rolesAyant('corbeille'),
  async ({ agent, portee, at }, parametres: Record<string, string | string[] | undefined>) => {
    const { onglet: demande, filtres: lus, regler, ...reste } = lireDemande(parametres);
    const onglet = demande ?? premierOnglet(agent.roles);
    const connue = lus.procedure !== null && procedureActuelle(lus.procedure) !== undefined;
    const filtres = { ...lus, procedure: connue ? lus.procedure : null };
    const [corbeille, { preference, collegues }] = await Promise.all([
      lireCorbeille(portee, { ...reste, onglet, filtres }, at),
      reglagesDe(portee),
    ]);
    // the front desk sees where a request stands, not what is in it (03-instruction 9)
    const peutOuvrir = aLePouvoir(agent.roles, 'lire_dossiers') || aLePouvoir(agent.roles, 'lire_restreints');
    const peutAvoirEnCharge = aLePouvoir(agent.roles, 'lire_dossiers');
    const distribue = aLePouvoir(agent.roles, 'distribuer');
    return {
      ...corbeille,
      onglet,
      filtres,
      tri: reste.tri,
      regler,
      estSuite: reste.apres !== null,
      colonnes: preference.colonnes,
      collegues,
      gestes: peutAvoirEnCharge ? gestesDe(agent.roles, distribue) : [],
      instructeurs: distribue ? collegues.filter((c) => c.instruit).map((c) => ({ valeur: c.id, libelle: c.nom })) : [],
      peutOuvrir,
      peutAvoirEnCharge,
      at,
    };
  },
);
