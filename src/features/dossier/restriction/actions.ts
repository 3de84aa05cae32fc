'use server';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { actionAgent } from '#guard/action.ts';
import { schemaVu } from '../instruction/schema.ts';
import { habiliterAgents, leverRestriction, restreindreAcces } from './commands.ts';
import { schemaHabilitations } from './schema.ts';

export const faireRestreindre = actionAgent('restreindre', CYCLE.restreindre.par, schemaVu, async ({ saisie, agent, portee, at }) => {
  const fait = await restreindreAcces(portee, agent, saisie, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}/acces?fait=restreint` } : fait;
});

export const faireHabiliter = actionAgent('habiliter', CYCLE.habiliter.par, schemaHabilitations, async ({ saisie, agent, portee, at }) => {
  const fait = await habiliterAgents(portee, agent, saisie.vu, saisie.agents, at);
  // who has just left the list no longer finds it
  const reste = saisie.agents.includes(agent.agentId) || portee.restreints === 'tous';
  return fait.ok ? { vers: reste ? `/instruction/${saisie.vu.dossierId}/acces?fait=habilites` : '/instruction' } : fait;
});

export const faireLeverRestriction = actionAgent(
  'lever_restriction',
  CYCLE.lever_restriction.par,
  schemaVu,
  async ({ saisie, agent, portee, at }) => {
    const fait = await leverRestriction(portee, agent, saisie, at);
    if (!fait.ok) return fait;
    return { vers: portee.ordinaires ? `/instruction/${saisie.dossierId}/acces?fait=leve` : '/instruction' };
  },
);
