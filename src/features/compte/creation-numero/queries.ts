import 'server-only';
import { lireJeton } from '../jetons/commands.ts';
import { estVisa } from './commands.ts';
import { contenuConfirmation, contenuPreuve } from './schema.ts';

/** Is the document proven, and the e-mail still to give? Reading uses nothing up. */
export async function estPreuveValable(preuve: string, at: Date): Promise<boolean> {
  return contenuPreuve.safeParse((await lireJeton('preuve_titre', preuve, at))?.contenu).success;
}

/** What a link that still works asks for; null when it does not. Nothing of the person: who holds a link is not yet known. */
export async function demandeDuLien(jeton: string, at: Date): Promise<{ motDePasse: boolean } | null> {
  const lu = contenuConfirmation.safeParse((await lireJeton('confirmation_compte', jeton, at))?.contenu);
  return lu.success ? { motDePasse: !estVisa(lu.data.titulaire) } : null;
}
