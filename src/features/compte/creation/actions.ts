'use server';
import { actionPublique } from '#guard/action.ts';
import { retenirDepart } from '#guard/depart.ts';
import { adresseReseau, compterEssai, freiner } from '#guard/throttle.ts';
import { demanderAcces } from './commands.ts';
import { schemaCreation } from './schema.ts';

const PAR_RESEAU = { nom: 'creation-reseau', max: 200, minutes: 60 };
const PAR_ADRESSE = { nom: 'creation-adresse', max: 5, minutes: 60 };

/**
 * S-043. Known address or not, the same page follows; beyond five mails in an hour too, and nothing leaves: a stranger who insists on
 * an address does not close it, the last mail sent is good for two days.
 */
export const creerCompte = actionPublique('creer_compte', schemaCreation, async ({ saisie, at }) => {
  const frein = await freiner([[PAR_RESEAU, await adresseReseau()]], at);
  if (frein) return frein;
  if (await compterEssai(PAR_ADRESSE, saisie.email, at)) await demanderAcces(saisie, at);
  await retenirDepart(saisie.retour);
  return { vers: '/compte/creation?enregistree=1' };
});
