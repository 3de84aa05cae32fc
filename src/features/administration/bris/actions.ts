'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAdministration } from '#guard/action.ts';
import { ouvrirExceptionnellement } from './commands.ts';
import { schemaOuverture } from './schema.ts';

export const faireOuvrir = actionAdministration(
  'bris_de_glace',
  rolesAyant('briser_la_glace'),
  schemaOuverture,
  async ({ saisie, agent, portee, at }) => {
    const fait = await ouvrirExceptionnellement(portee, agent, saisie, at);
    return fait.ok ? { vers: `/administration/bris-de-glace/${fait.valeur.dossierId}` } : fait;
  },
  { confirmation: CONFIRMATION },
);
