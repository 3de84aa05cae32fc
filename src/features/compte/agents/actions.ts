'use server';
import { actionPublique } from '#guard/action.ts';
import { fermerSession, ouvrirSession } from '#guard/session.ts';
import { adresseReseau, freiner, oublierEssais } from '#guard/throttle.ts';
import { schemaDeconnexion } from '../connexion/schema.ts';
import { verifierAgent } from './commands.ts';
import { schemaConnexionAgent } from './schema.ts';

const PAR_RESEAU = { nom: 'agent-reseau', max: 100, minutes: 15 };
const PAR_AGENT = { nom: 'agent-adresse', max: 10, minutes: 15 };

export const connecterAgent = actionPublique('connecter_agent', schemaConnexionAgent, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_AGENT, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  const entree = await verifierAgent(saisie);
  if (!entree.ok) return entree;
  await oublierEssais(PAR_AGENT, saisie.email);
  await fermerSession('agent', at);
  await ouvrirSession('agent', entree.valeur.agentId, 'complete', at);
  // without a préfecture there is no queue to show: the log-in page says so
  if (entree.valeur.prefecture === null) return { vers: '/agents/connexion' };
  return { vers: saisie.retour ?? '/instruction' };
});

export const deconnecterAgent = actionPublique('deconnecter_agent', schemaDeconnexion, async ({ at }) => {
  await fermerSession('agent', at);
  return { vers: '/agents/connexion' };
});
