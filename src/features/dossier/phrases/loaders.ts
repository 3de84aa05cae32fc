import 'server-only';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { peutTenir } from '#domain/dossier/phrases.ts';
import { loaderAgent } from '#guard/loader.ts';
import { phrasesDe } from './queries.ts';

export const chargerPhrases = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee }) => {
  const phrases = await phrasesDe(portee);
  return {
    phrases: phrases.map((p) => ({ ...p, estTenue: peutTenir(agent, p) })),
    tientLaPrefecture: peutTenir(agent, { agentId: null }),
  };
});
