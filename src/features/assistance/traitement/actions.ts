'use server';
import { refresh } from 'next/cache';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import type { Resultat } from '#domain/result.ts';
import { actionAdministration } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import { changerEtat, constaterImpossibilite, type Ordre, repondreEnAgent, transmettre } from './commands.ts';
import { ticketsVisibles } from './queries.ts';
import { schemaEtat, schemaImpossibilite, schemaRepondre, schemaTransmettre } from './schema.ts';

type Appel = { agent: Agent; portee: PorteeAdministration; at: Date; saisie: { ticket: string; version: number } };

async function agir({ agent, portee, at, saisie }: Appel, fait: string, geste: (ordre: Ordre) => Promise<Resultat<null>>): Promise<Suite> {
  const issue = await geste({ agent, visibles: ticketsVisibles(portee), ticketId: saisie.ticket, version: saisie.version, at });
  if (!issue.ok) return issue;
  refresh();
  return { etat: { succes: fait, valeurs: {} } };
}

export const repondre = actionAdministration('ticket_repondre', rolesAyant('tickets'), schemaRepondre, async (appel) =>
  agir(appel, 'Votre réponse est partie.', (ordre) => repondreEnAgent(ordre, appel.saisie)),
);

export const clore = actionAdministration('ticket_etat', rolesAyant('tickets'), schemaEtat, async (appel) =>
  agir(appel, appel.saisie.etat === 'clos' ? 'Le ticket est clos.' : 'Le ticket est rouvert.', (ordre) =>
    changerEtat(ordre, appel.saisie.etat),
  ),
);

export const transmettreTicket = actionAdministration('ticket_transmettre', rolesAyant('tickets'), schemaTransmettre, async (appel) =>
  agir(appel, 'Le ticket est transmis à la préfecture.', (ordre) => transmettre(ordre, appel.saisie.prefecture)),
);

export const constater = actionAdministration('impossibilite', rolesAyant('tickets'), schemaImpossibilite, async (appel) =>
  agir(appel, 'L’impossibilité est constatée. La personne en est informée par courrier électronique.', (ordre) =>
    constaterImpossibilite(ordre, appel.saisie),
  ),
);
