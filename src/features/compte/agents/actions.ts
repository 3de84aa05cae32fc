'use server';
import { actionPublique } from '#guard/action.ts';
import { entrerAgent } from '#guard/entree.ts';
import { fermerSession } from '#guard/session.ts';
import { poserTemoin } from '#guard/temoin.ts';
import { adresseReseau, freiner, oublierEssais } from '#guard/throttle.ts';
import { schemaDeconnexion } from '../connexion/schema.ts';
import { MINUTES_SORTIE, preparerSortie } from '../openid/commands.ts';
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
  return entrerAgent(entree.valeur.agentId, 'mot_de_passe', at, { retour: saisie.retour, estForte: true });
});

export const deconnecterAgent = actionPublique('deconnecter_agent', schemaDeconnexion, async ({ at }) => {
  const jetonExterne = await fermerSession('agent', at);
  if (!jetonExterne) return { vers: '/agents/connexion' };
  await poserTemoin('sortie', await preparerSortie(jetonExterne, at), MINUTES_SORTIE);
  return { vers: '/connexion/sortie' };
});
