// Before something that cannot be taken back, the person proves again that they are there.
import { z } from 'zod';

/** Empty when the compte has no password (FranceConnect): a recent log-in is asked instead. Its name never comes back to the browser. */
export const motDePasseActuel = z.string().max(512, 'Ce mot de passe est trop long.').default('');

/** Tries of one compte, whatever they open. Only who is logged in counts: nobody else can shut this door. */
export const FREIN_PREUVE = { nom: 'preuve-compte', max: 10, minutes: 15 } as const;
