'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAdministration } from '#guard/action.ts';
import { donnerDelegation, revoquerDelegation } from './commands.ts';
import { schemaDelegation, schemaRevocation } from './schema.ts';

export const faireDonner = actionAdministration(
  'donner_delegation',
  rolesAyant('gerer_delegations'),
  schemaDelegation,
  async ({ saisie, agent, portee, at }) => {
    const fait = await donnerDelegation(portee, agent, saisie, at);
    return fait.ok ? { vers: '/administration/delegations?fait=donnee' } : fait;
  },
  { confirmation: CONFIRMATION },
);

export const faireRevoquer = actionAdministration(
  'revoquer_delegation',
  rolesAyant('gerer_delegations'),
  schemaRevocation,
  async ({ saisie, agent, portee, at }) => {
    const fait = await revoquerDelegation(portee, agent, saisie.delegation, at);
    return fait.ok ? { vers: '/administration/delegations?fait=revoquee' } : fait;
  },
);
