'use server';
import { refresh } from 'next/cache';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAgent } from '#guard/action.ts';
import { garderPreference } from './commands.ts';
import { schemaColonnes } from './schema.ts';

export const faireGarderColonnes = actionAgent('garder_colonnes', rolesAyant('corbeille'), schemaColonnes, async ({ saisie, portee }) => {
  await garderPreference(portee, saisie);
  refresh();
  return { etat: { succes: 'Vos colonnes sont gardées.' } };
});
