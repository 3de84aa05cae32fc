import 'server-only';
import { jourDe, plusMois } from '#domain/jour.ts';
import { loaderUsager } from '#guard/loader.ts';
import { demandesAConfier, mandatPropose, mandatsDe } from './queries.ts';

export const chargerMandats = loaderUsager(async ({ portee, at }) => mandatsDe(portee, at));

/** The form: three months are proposed, the person chooses. */
export const chargerOffre = loaderUsager(async ({ portee, at }) => ({
  demandes: await demandesAConfier(portee),
  finProposee: plusMois(jourDe(at), 3),
}));

/** The page of the link: for somebody logged in, whoever they are; the answer checks the address. */
export const chargerProposition = loaderUsager(async ({ usager, at }, jeton: string | string[] | undefined) => ({
  jeton: typeof jeton === 'string' && jeton.length <= 100 ? jeton : '',
  mandat: typeof jeton === 'string' && jeton.length <= 100 ? await mandatPropose(jeton, at) : null,
  email: usager.email,
}));
