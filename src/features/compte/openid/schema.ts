// What an OpenID log-in keeps on the server, sealed: between departure and return, and between log-in and log-out.
import { z } from 'zod';
import { memoire } from '#adapters/openid/openid.ts';

export const demandeOpenid = z.object({ memoire, retour: z.string().optional() });
export const sortieOpenid = z.object({ fournisseur: z.enum(['franceconnect', 'proconnect']), idToken: z.string() });

/** Where a provider sends back to. Declared there, word for word: changing one is a step of deployment. */
export const RETOURS = {
  franceconnect: '/api/connexion/franceconnect/retour',
  proconnect: '/api/agents/connexion/proconnect/retour',
} as const;
export const RETOUR_SORTIE = '/api/connexion/sortie';
