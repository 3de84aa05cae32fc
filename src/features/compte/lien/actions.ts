'use server';
import { actionPublique } from '#guard/action.ts';
import { entrer } from '#guard/entree.ts';
import { adresseReseau, compter, type Essai, rendreEssai } from '#guard/throttle.ts';
import { entrerParLien } from './commands.ts';
import { schemaLien } from './schema.ts';

const PAR_RESEAU = { nom: 'jeton-reseau', max: 60, minutes: 15 };

/** The button of the link: the session opens as by any other way in, second factor included. */
export const ouvrirParLien = actionPublique('ouvrir_par_lien', schemaLien, async ({ saisie, at }) => {
  const essais: Essai[] = [[PAR_RESEAU, await adresseReseau()]];
  const frein = await compter(essais, at);
  if (frein) return frein;
  const lien = await entrerParLien(saisie.jeton, at);
  if (!lien.ok) return lien;
  await rendreEssai(essais, at);
  return entrer(lien.valeur.compteId, 'lien', at, { provisoire: lien.valeur.provisoire });
});
