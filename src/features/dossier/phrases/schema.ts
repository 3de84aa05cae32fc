import { z } from 'zod';
import { LONGUEUR_PHRASE, USAGES_PHRASE } from '#domain/dossier/phrases.ts';

const phrase = {
  usage: z.enum(USAGES_PHRASE, 'Choisissez à quoi sert cette phrase.'),
  texte: z.string().trim().min(1, 'Écrivez la phrase.').max(LONGUEUR_PHRASE, 'Écrivez au plus 2 000 caractères.'),
};

export const schemaPhraseNouvelle = z
  .object({ ...phrase, pour: z.enum(['moi', 'prefecture']).default('moi') })
  .transform(({ pour, ...ecrite }) => ({ pour, ecrite }));
export const schemaPhraseModifiee = z.object({ ...phrase, phrase: z.string() }).transform(({ phrase: id, ...ecrite }) => ({ id, ecrite }));
export const schemaPhraseRetiree = z.object({ phrase: z.string() }).transform(({ phrase: id }) => ({ id }));
