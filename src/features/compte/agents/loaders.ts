import 'server-only';
import { loaderPublic } from '#guard/loader.ts';
import { estLienValable, type LienAgent } from './commands.ts';

type Lu = { jeton: string | null };

const lire = async (sorte: LienAgent, jeton: string | string[] | undefined, at: Date): Promise<Lu> => {
  if (typeof jeton !== 'string' || jeton.length > 100) return { jeton: null };
  return { jeton: (await estLienValable(sorte, jeton, at)) ? jeton : null };
};

/** The secret of the link when it still works, else null. */
export const loaderInvitation = loaderPublic(({ at }, jeton: string | string[] | undefined) => lire('agent_invitation', jeton, at));
export const loaderLienAgent = loaderPublic(({ at }, jeton: string | string[] | undefined) => lire('agent_mot_de_passe', jeton, at));
