import 'server-only';
import { loaderPublic, loaderUsager } from '#guard/loader.ts';
import { preuveDemandee } from '../preuve/queries.ts';
import { coordonneesDe, lienDe } from './queries.ts';

export const chargerCoordonnees = loaderUsager(async ({ portee, acces, usager, at }) => {
  const [coordonnees, preuve] = await Promise.all([coordonneesDe(portee, at), preuveDemandee(acces, usager.sessionId, at)]);
  return { coordonnees, preuve };
});

const secret = (brut: string | string[] | undefined) => (typeof brut === 'string' && brut.length <= 100 ? brut : '');

/** The page of the links sent by mail: for whoever holds one, logged in or not. */
export const chargerLienAdresse = loaderPublic(
  async ({ at }, jeton: string | string[] | undefined, retour: string | string[] | undefined) =>
    lienDe({ jeton: secret(jeton), retour: secret(retour) }, at),
);
