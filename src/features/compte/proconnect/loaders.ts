import 'server-only';
import { reglage } from '#adapters/openid/reglages.ts';
import { loaderPublic } from '#guard/loader.ts';
import { ECHECS_AGENT, type EchecAgent } from './schema.ts';

/** Is there a provider of the State to offer on the agents' log-in page? */
export const loaderProConnect = loaderPublic(async (): Promise<boolean> => reglage('proconnect') !== null);

/** What the page of a failure says. */
export const loaderEchecProConnect = loaderPublic(
  async (_ctx, echec: string | string[] | undefined): Promise<{ echec: EchecAgent }> => ({
    echec: ECHECS_AGENT.find((e) => e === echec) ?? 'ancien',
  }),
);
