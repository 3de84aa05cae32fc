'use server';
// Log-out, as the forms of the header post it.
import { actionSansReponse } from '#guard/action.ts';
import { deconnecterAgent } from '../agents/actions.ts';
import { seDeconnecter } from '../connexion/actions.ts';

export const quitterUsager = actionSansReponse(seDeconnecter);
export const quitterAgent = actionSansReponse(deconnecterAgent);
