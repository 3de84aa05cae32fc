'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Resultat } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import { adresseReseau, compter, type Essai, rendreEssai } from '#guard/throttle.ts';
import { schemaConfirmation, schemaConfirmationVisa } from '../creation-numero/schema.ts';
import { confirmerCompte } from './commands.ts';

const PAR_RESEAU = { nom: 'jeton-reseau', max: 60, minutes: 15 };

/** Only links that do not work are counted: a weak password is no attack, and a help desk has many people. */
async function confirmer(at: Date, geste: () => Promise<Resultat<unknown>>): Promise<Suite> {
  const essais: Essai[] = [[PAR_RESEAU, await adresseReseau()]];
  const frein = await compter(essais, at);
  if (frein) return frein;
  const pose = await geste();
  if (pose.ok || pose.refus !== 'lien_expire') await rendreEssai(essais, at);
  if (pose.ok) return { vers: '/compte/confirmation?cree=1' };
  return pose.refus === 'mot_de_passe_refuse' ? { etat: { erreurs: { motDePasse: phraseDuRefus(pose.refus, pose.details) } } } : pose;
}

/** S-035, S-036. */
export const creerAvecMotDePasse = actionPublique('creer_avec_mot_de_passe', schemaConfirmation, ({ saisie, at }) =>
  confirmer(at, () => confirmerCompte({ jeton: saisie.jeton, motDePasse: saisie.motDePasse }, at)),
);

/** S-037. */
export const confirmerAdresse = actionPublique('confirmer_adresse', schemaConfirmationVisa, ({ saisie, at }) =>
  confirmer(at, () => confirmerCompte({ jeton: saisie.jeton, motDePasse: null }, at)),
);
