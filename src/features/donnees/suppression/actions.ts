'use server';
import { prouver } from '#features/compte/preuve/commands.ts';
import { CHAMP_DE_LA_PREUVE, FREIN_PREUVE } from '#features/compte/preuve/schema.ts';
import { actionUsager } from '#guard/action.ts';
import { lirePreuve } from '#guard/confirmation.ts';
import { refusAuChamp } from '#guard/respond.ts';
import { fermerSession } from '#guard/session.ts';
import { freiner } from '#guard/throttle.ts';
import { supprimerCompte } from './commands.ts';
import { schemaSuppression } from './schema.ts';

export const supprimer = actionUsager('supprimer_compte', schemaSuppression, async ({ saisie, brut, usager, portee, acces, at }) => {
  const frein = await freiner([[FREIN_PREUVE, usager.compteId]], at);
  if (frein) return frein;
  const donne = { motDePasse: saisie.motDePasse, facteur: lirePreuve(brut) };
  const preuve = await prouver(acces, usager.sessionId, donne, at);
  if (!preuve.ok) return refusAuChamp(preuve, CHAMP_DE_LA_PREUVE[preuve.refus]);
  const fait = await supprimerCompte({ usager, portee, at });
  if (!fait.ok) return fait;
  await fermerSession('usager', at);
  return { vers: '/compte/supprime' };
});
