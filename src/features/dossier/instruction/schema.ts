// What agents type in the forms of a dossier. Each form says which version of the dossier was on screen.
import { z } from 'zod';
import { MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { LONGUEUR_PHRASE } from '#domain/dossier/phrases.ts';
import { champsVu, vuDe } from '../schema.ts';

export const schemaVu = z.object(champsVu).transform(vuDe);

/** One choice says both whether the piece conforms and why not. `phrase`: only a sentence to take up, nothing is judged yet. */
export const schemaAvis = z
  .object({
    ...champsVu,
    piece: z.string(),
    verdict: z.string().default(''),
    observation: z.string().trim().max(LONGUEUR_PHRASE, 'Écrivez au plus 2 000 caractères.').default(''),
    garder: z.string().optional(),
    phrase: z.string().optional(),
  })
  .transform(({ piece, verdict, observation, garder, phrase, ...lu }, ctx) => {
    const vu = vuDe(lu);
    if (phrase !== undefined) return { sorte: 'phrase' as const, phrase, observation };
    if (verdict === 'conforme') return { sorte: 'avis' as const, vu, avis: { piece, verdict: 'conforme' as const }, garder: null };
    const motif = MOTIFS_PIECE.find((m) => m === verdict);
    if (!motif) ctx.addIssue({ code: 'custom', path: ['verdict'], message: 'Dites si la pièce est conforme, ou ce qui ne va pas.' });
    if (motif === 'autre' && observation === '')
      ctx.addIssue({ code: 'custom', path: ['observation'], message: 'Précisez ce qui ne va pas.' });
    const retenu = motif ?? 'autre';
    return {
      sorte: 'avis' as const,
      vu,
      avis: { piece, verdict: 'non_conforme' as const, motif: retenu, observation },
      garder: garder === 'oui' && observation !== '' ? { usage: retenu, texte: observation } : null,
    };
  });

export const schemaNumero = z
  .object({ ...champsVu, choix: z.string('Choisissez une personne, ou un nouveau numéro.'), numero: z.string().default('') })
  .transform(({ choix, numero: saisi, ...lu }, ctx) => {
    const vu = vuDe(lu);
    if (choix === 'nouveau') return { vu, choix: { sorte: 'nouveau' as const } };
    const numero = (choix === 'autre' ? saisi : choix).replace(/\s/g, '');
    // S-262: ten digits, text
    if (!/^\d{10}$/.test(numero)) ctx.addIssue({ code: 'custom', path: ['numero'], message: 'Un numéro étranger comporte dix chiffres.' });
    return { vu, choix: { sorte: 'existant' as const, numeroEtranger: numero } };
  });
