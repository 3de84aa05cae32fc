'use server';
import { actionUsager } from '#guard/action.ts';
import { changerConsentement } from './commands.ts';
import { schemaConsentement } from './schema.ts';

export const choisirConsentement = actionUsager('choisir_consentement', schemaConsentement, async ({ saisie, portee, at }) => {
  await changerConsentement(portee, saisie.accepte === 'oui', at);
  return { vers: '/mon-compte/consentement?change=1' };
});
