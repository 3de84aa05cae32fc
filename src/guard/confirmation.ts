// Proving again who one is, before what matters: signing, exporting, opening a restricted dossier, touching the ways in themselves.
// The proof travels in the same form as the act, so nothing typed is lost and no script is needed. Checking it belongs to
// features/compte/facteurs, given to the makers as an argument.
import 'server-only';
import { z } from 'zod';
import { estRecente } from '#domain/access/preuve.ts';
import { type PorteeAcces, porteeAcces } from '#domain/access/scope.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Resultat } from '#domain/result.ts';
import type { Moyens } from './formulaire.ts';
import type { Suite } from './respond.ts';
import { noterFacteur, type SessionAcces } from './session.ts';
import { adresseReseau, compter, type Essai, pardonner } from './throttle.ts';

const texte = z.string().trim().max(20_000).optional().catch(undefined);
const schemaPreuve = z.object({ code: texte, cle: texte, secours: texte, motDePasse: texte }).catch({});
export type Preuve = z.infer<typeof schemaPreuve>;

export type Confirmation = {
  /** what this person may prove themselves with; all false: nothing */
  moyens: (portee: PorteeAcces) => Promise<Moyens>;
  /** Checks a proof, which is worth nothing afterwards. */
  prouver: (portee: PorteeAcces, preuve: Preuve, sessionId: string, at: Date) => Promise<Resultat<null>>;
};

// The password is known to who comes here: what is left to guess is short. Per network first, so that a thief of the password,
// elsewhere, does not shut its owner out.
const PAR_RESEAU = { nom: 'preuve', max: 10, minutes: 15 };
const PAR_TITULAIRE = { nom: 'preuve-titulaire', max: 50, minutes: 15, ensuite: { max: 1, minutes: 1 } };

/** The proof typed in a form, in the fields `preuve.…`. */
export function lirePreuve(brut: { [nom: string]: Brut }): Preuve {
  return schemaPreuve.parse(brut.preuve ?? {});
}

export const aUnePreuve = (preuve: Preuve): boolean => Object.values(preuve).some((v) => v !== undefined && v !== '');

/** The field to which a refused proof is told. A passkey has none: it is told for the whole form. */
export function champDeLaPreuve({ cle, secours, motDePasse }: Preuve): string | null {
  if (cle) return null;
  if (secours) return 'preuve.secours';
  return motDePasse ? 'preuve.motDePasse' : 'preuve.code';
}

/** Checks a proof within its brakes. A passkey cannot be guessed: it is not counted. */
export async function essayerPreuve(
  confirmation: Confirmation,
  { acteur }: Pick<SessionAcces, 'acteur'>,
  preuve: Preuve,
  at: Date,
): Promise<Resultat<null>> {
  const portee = porteeAcces(acteur);
  if (preuve.cle) return confirmation.prouver(portee, preuve, acteur.sessionId, at);
  const qui = `${portee.porte}:${portee.id}`;
  const essais: [Essai, Essai] = [
    [PAR_RESEAU, `${qui} ${await adresseReseau()}`],
    [PAR_TITULAIRE, qui],
  ];
  const frein = await compter(essais, at);
  if (frein) return frein;
  const fait = await confirmation.prouver(portee, preuve, acteur.sessionId, at);
  if (fait.ok) await pardonner(essais, at);
  return fait;
}

export function estConfirmee({ facteurLe }: Pick<SessionAcces, 'facteurLe'>, at: Date): boolean {
  return estRecente(facteurLe, at);
}

/**
 * Null when the act may go on; otherwise the answer that asks for a proof. `siRien` says what happens to somebody who has nothing
 * to prove: the first factor must be possible (`laisser`), a signature is not (`refuser`).
 */
export async function exigerConfirmation(
  confirmation: Confirmation,
  session: SessionAcces,
  brut: { [nom: string]: Brut },
  siRien: 'laisser' | 'refuser',
  at: Date,
): Promise<Suite | null> {
  if (estConfirmee(session, at)) return null;
  const moyens = await confirmation.moyens(porteeAcces(session.acteur));
  if (!moyens.code && !moyens.cle && !moyens.motDePasse && !moyens.secours) {
    return siRien === 'laisser' ? null : { ok: false, refus: 'facteur_absent' };
  }
  const preuve = lirePreuve(brut);
  if (!aUnePreuve(preuve)) return { etat: { confirmation: moyens } };
  const fait = await essayerPreuve(confirmation, session, preuve, at);
  if (!fait.ok) {
    const phrase = phraseDuRefus(fait.refus, fait.details);
    const champ = champDeLaPreuve(preuve);
    return { etat: { confirmation: moyens, ...(champ ? { erreurs: { [champ]: phrase } } : { general: phrase }) } };
  }
  await noterFacteur(session.acteur.sessionId, at);
  return null;
}
