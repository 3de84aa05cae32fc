'use server';
import { actionPublique } from '#guard/action.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';
import { demanderAcces } from './commands.ts';
import { schemaCreation } from './schema.ts';

const PAR_RESEAU = { nom: 'creation-reseau', max: 60, minutes: 60 };
const PAR_ADRESSE = { nom: 'creation-adresse', max: 5, minutes: 60 };

/** S-043. Known address or not, the same page follows. */
export const creerCompte = actionPublique('creer_compte', schemaCreation, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_ADRESSE, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  await demanderAcces(saisie, at);
  return { vers: '/compte/creation?enregistree=1' };
});
