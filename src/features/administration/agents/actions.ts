'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAdministration } from '#guard/action.ts';
import { desactiverAgent, modifierAgent, reactiverAgent } from './commands.ts';
import { schemaAgent, schemaAgentVu } from './schema.ts';

const page = (agent: string, fait: string) => ({ vers: `/administration/agents/${agent}?fait=${fait}` });

export const faireModifierAgent = actionAdministration(
  'modifier_agent',
  rolesAyant('gerer_agents'),
  schemaAgent,
  async ({ saisie, agent, portee, at }) => {
    const fait = await modifierAgent(portee, agent, saisie, at);
    return fait.ok ? page(saisie.agent, 'modifie') : fait;
  },
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
