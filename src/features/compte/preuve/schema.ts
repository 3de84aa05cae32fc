// Before something that cannot be taken back, the person proves again that they are there.
import { z } from 'zod';
import type { CodeRefus } from '#domain/refusals.ts';

/** Empty when the compte has no password (FranceConnect): a recent log-in is asked instead. Its name never comes back to the browser. */
export const motDePasseActuel = z.string().max(512, 'Ce mot de passe est trop long.').default('');

/** Tries of one compte, whatever they open. Only who is logged in counts: nobody else can shut this door. */
export const FREIN_PREUVE = { nom: 'preuve-compte', max: 10, minutes: 15 } as const;

/** Beside which field a refused proof is told; the others are told for the whole form. */
export const CHAMP_DE_LA_PREUVE: Partial<Record<CodeRefus, string>> = {
  mot_de_passe_faux: 'motDePasse',
  code_refuse: 'preuve.code',
  code_secours_refuse: 'preuve.secours',
};
