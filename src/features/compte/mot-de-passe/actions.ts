'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Refus } from '#domain/result.ts';
import { actionPublique, actionReinitialisation } from '#guard/action.ts';
import { entrer } from '#guard/entree.ts';
import type { Suite } from '#guard/respond.ts';
import { adresseReseau, compter, rendreEssai } from '#guard/throttle.ts';
import { choisirMotDePasse, choisirParJeton } from './commands.ts';
import { schemaNouveau, schemaReinitialisation } from './schema.ts';

const PAR_RESEAU = { nom: 'jeton-reseau', max: 60, minutes: 15 };

/** A refused password is told beside its field. */
function direRefus(refus: Refus): Suite {
  if (refus.refus !== 'mot_de_passe_refuse') return refus;
  return { etat: { erreurs: { motDePasse: phraseDuRefus(refus.refus, refus.details) } } };
}

/** S-049. Every session ends, a complete one opens. */
export const reinitialiser = actionReinitialisation('reinitialiser', schemaReinitialisation, async ({ saisie, usager, at }) => {
  const pose = await choisirMotDePasse({ compteId: usager.compteId, motDePasse: saisie.motDePasse }, at);
  if (!pose.ok) return direRefus(pose);
  return entrer(usager.compteId, 'mot_de_passe', at);
});

/** The link of C23. Nothing opens by itself: one logs in with the new password. */
export const nouveauMotDePasse = actionPublique('nouveau_mot_de_passe', schemaNouveau, async ({ saisie, at }) => {
  const essais = [[PAR_RESEAU, await adresseReseau()]] as const;
  const frein = await compter(essais, at);
  if (frein) return frein;
  const pose = await choisirParJeton(saisie, at);
  // only links that do not work are counted: a weak password is no attack, and a help desk has many people
  if (pose.ok || pose.refus === 'mot_de_passe_refuse') await rendreEssai(essais, at);
  if (!pose.ok) return direRefus(pose);
  return { vers: '/connexion?change=1' };
});
