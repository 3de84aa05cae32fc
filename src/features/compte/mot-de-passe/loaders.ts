import 'server-only';
import { redirect } from 'next/navigation';
import { termesPersonnels } from '#domain/compte/mot-de-passe.ts';
import { loaderAcces, loaderPublic, loaderReinitialisation } from '#guard/loader.ts';
import { identifiantDe } from '../facteurs/queries.ts';
import { LIEUX } from '../facteurs/schema.ts';
import { lireJeton } from '../jetons/commands.ts';
import { aUnMotDePasse } from './queries.ts';

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

/** The page that changes the password from inside; somebody who has none is led back to the list. */
export const loaderChangementUsager = loaderAcces('usager', ['complete'], async ({ session: { acteur }, portee }) => {
  if (acteur.sorte !== 'usager' || !(await aUnMotDePasse(portee))) redirect(LIEUX.usager);
  const { email, numeroEtranger, nom } = acteur;
  return { identifiant: numeroEtranger ?? email, termes: termesPersonnels({ email, numeroEtranger, noms: [nom] }) };
});
export const loaderChangementAgent = loaderAcces('agent', ['complete'], async ({ session: { acteur }, portee }) => {
  if (!(await aUnMotDePasse(portee))) redirect(LIEUX.agent);
  const identifiant = await identifiantDe(portee);
  return { identifiant, termes: termesPersonnels({ email: identifiant, numeroEtranger: null, noms: [acteur.nom] }) };
});
