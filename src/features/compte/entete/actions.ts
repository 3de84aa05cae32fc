'use server';
// Log-out as the header posts it: a form of a server component, which has no state to show.
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { deconnecterAgent } from '../agents/actions.ts';
import { seDeconnecter } from '../connexion/actions.ts';

export async function quitterUsager(donnees: FormData): Promise<void> {
  await seDeconnecter(FORMULAIRE_VIDE, donnees);
}

export async function quitterAgent(donnees: FormData): Promise<void> {
  await deconnecterAgent(FORMULAIRE_VIDE, donnees);
}
