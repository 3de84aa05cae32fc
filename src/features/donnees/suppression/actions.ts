'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import { prouver } from '#features/compte/preuve/commands.ts';
import { FREIN_PREUVE } from '#features/compte/preuve/schema.ts';
import { actionUsager } from '#guard/action.ts';
import { fermerSession } from '#guard/session.ts';
import { freiner } from '#guard/throttle.ts';
import { supprimerCompte } from './commands.ts';
import { schemaSuppression } from './schema.ts';

export const supprimer = actionUsager('supprimer_compte', schemaSuppression, async ({ saisie, usager, portee, at }) => {
  const frein = await freiner([[FREIN_PREUVE, usager.compteId]], at);
  if (frein) return frein;
  const preuve = await prouver(usager, saisie.motDePasse, at);
  if (!preuve.ok) {
    const phrase = phraseDuRefus(preuve.refus, preuve.details);
    return preuve.refus === 'mot_de_passe_faux' ? { etat: { erreurs: { motDePasse: phrase } } } : preuve;
  }
  const fait = await supprimerCompte({ usager, portee, at });
  if (!fait.ok) return fait;
  await fermerSession('usager', at);
  return { vers: '/compte/supprime' };
});
