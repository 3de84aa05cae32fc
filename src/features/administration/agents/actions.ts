'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAdministration } from '#guard/action.ts';
import { desactiverAgent, inviter, modifierAgent, reactiverAgent, reinitialiser, reinviter } from './commands.ts';
import { schemaAgent, schemaAgentVu, schemaInvitation } from './schema.ts';

const page = (agent: string, fait: string) => ({ vers: `/administration/agents/${agent}?fait=${fait}` });

export const faireModifierAgent = actionAdministration(
  'modifier_agent',
  rolesAyant('gerer_agents'),
  schemaAgent,
  async ({ saisie, agent, portee, at }) => {
    const fait = await modifierAgent(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'modifie') : fait;
  },
  { confirmation: CONFIRMATION },
);

export const faireDesactiverAgent = actionAdministration(
  'desactiver_agent',
  rolesAyant('gerer_agents'),
  schemaAgentVu,
  async ({ saisie, agent, portee, at }) => {
    const fait = await desactiverAgent(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'desactive') : fait;
  },
);

export const faireReactiverAgent = actionAdministration(
  'reactiver_agent',
  rolesAyant('gerer_agents'),
  schemaAgentVu,
  async ({ saisie, agent, portee, at }) => {
    const fait = await reactiverAgent(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'reactive') : fait;
  },
);

export const faireInviter = actionAdministration(
  'inviter_agent',
  rolesAyant('gerer_agents'),
  schemaInvitation,
  async ({ saisie, agent, portee, at }) => {
    const fait = await inviter(portee, agent, saisie, at);
    return fait.ok ? page(fait.valeur.agentId, 'invite') : fait;
  },
  { confirmation: CONFIRMATION },
);

export const faireReinviter = actionAdministration(
  'reinviter_agent',
  rolesAyant('gerer_agents'),
  schemaAgentVu,
  async ({ saisie, agent, portee, at }) => {
    const fait = await reinviter(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'invite') : fait;
  },
);

export const faireReinitialiser = actionAdministration(
  'reinitialiser_facteurs',
  rolesAyant('gerer_agents'),
  schemaAgentVu,
  async ({ saisie, agent, portee, at }) => {
    const fait = await reinitialiser(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'facteurs') : fait;
  },
  { confirmation: CONFIRMATION },
);
