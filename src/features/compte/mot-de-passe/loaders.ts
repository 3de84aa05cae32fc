import 'server-only';
import { termesPersonnels } from '#domain/compte/mot-de-passe.ts';
import { loaderPublic, loaderReinitialisation } from '#guard/loader.ts';
import { lireJeton } from '../jetons/commands.ts';

/** The person's own words go to their own page, for the live list of rules. */
export const loaderPageReinitialisation = loaderReinitialisation(async ({ usager }) => ({
  identifiant: usager.numeroEtranger ?? usager.email,
  termes: termesPersonnels({ ...usager, noms: [usager.nom] }),
}));

/** The secret of the link when it still works, else null. */
export const loaderJeton = loaderPublic(async ({ at }, jeton: string | string[] | undefined): Promise<{ jeton: string | null }> => {
  if (typeof jeton !== 'string' || jeton.length > 100) return { jeton: null };
  return { jeton: (await lireJeton('mot_de_passe', jeton, at)) ? jeton : null };
});
