// What the pages of « Je demande ou renouvelle un titre de séjour » send, and the families that their address may ask for.
import { z } from 'zod';
import type { SorteOffre } from '#domain/titre/offre.ts';
import { A_REMPLIR, champsDuMineur, pourQui } from '#features/dossier/depot/schema.ts';

const CHOISIR = 'Choisissez une réponse pour continuer.';

export const schemaDemandeur = z.object({ demandeur: z.enum(['moi', 'mineur'], { error: CHOISIR }) });

const slug = z.string({ error: CHOISIR }).regex(/^[a-z0-9-]{1,80}$/, { error: CHOISIR });

export const schemaChoix = z.object({ procedure: slug });

/** « Je continue » of the préambule; for a minor, who represents whom. */
export const schemaCommencer = z.object({ procedure: slug, ...champsDuMineur }).transform(({ procedure, ...saisie }, ctx) => ({
  procedure,
  pour: pourQui(saisie, A_REMPLIR, ctx),
}));

/** `?famille=`: the tiles « Je déclare un changement de situation » and « Je demande un document de voyage » (S-020, S-021). */
export const FAMILLES_DEMANDEES: Readonly<Record<'changement' | 'voyage', readonly SorteOffre[]>> = {
  changement: ['changement', 'duplicata'],
  voyage: ['voyage'],
};
export type FamilleDemandee = keyof typeof FAMILLES_DEMANDEES;

export const lireFamille = (texte: string | string[] | undefined): FamilleDemandee | null =>
  texte === 'changement' || texte === 'voyage' ? texte : null;
