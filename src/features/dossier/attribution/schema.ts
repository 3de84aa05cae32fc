// Who gets which dossier, as typed.
import { z } from 'zod';

/** Gestures on several dossiers of the queue at once. */
export const GESTES = ['prendre_en_charge', 'suivre', 'ne_plus_suivre', 'attribuer', 'retirer_a_l_agent'] as const;
export type Geste = (typeof GESTES)[number];
/** Those of the chef. */
export const GESTES_DU_CHEF: readonly Geste[] = ['attribuer', 'retirer_a_l_agent'];

/** Counts of what somebody has in charge stop here. */
export const CHARGE_MAXIMUM = 2000;
/** Dossiers given in one gesture. */
export const DISTRIBUES = 500;

/** As many as a page of the queue shows. */
const LOT_MAXIMUM = 60;

export const schemaLot = z
  .object({
    geste: z.enum(GESTES, 'Choisissez ce qu’il faut faire de ces dossiers.'),
    /** not `agent`, which is a filter of the same page */
    pour: z.union([z.uuid(), z.literal('')]).default(''),
    dossiers: z.record(z.uuid(), z.string()).default({}),
  })
  .transform(({ geste, pour, dossiers }, ctx) => {
    const ids = Object.keys(dossiers).slice(0, LOT_MAXIMUM);
    if (ids.length === 0) ctx.addIssue({ code: 'custom', path: ['geste'], message: 'Cochez au moins un dossier dans la liste.' });
    if (geste === 'attribuer' && pour === '')
      ctx.addIssue({ code: 'custom', path: ['pour'], message: 'Choisissez l’agent à qui les donner.' });
    return { geste, agent: pour === '' ? null : pour, ids };
  });

/** `regles`: by the rules of the prefecture · `charge`: whoever is there, who has the fewest first. */
export const MANIERES = ['regles', 'charge'] as const;
export type Maniere = (typeof MANIERES)[number];
export const schemaDistribution = z.object({ maniere: z.enum(MANIERES) });

export const schemaReaffectation = z.object({
  de: z.uuid('Choisissez l’agent qui ne suit plus ses dossiers.'),
  /** empty: according to the load */
  vers: z.union([z.uuid(), z.literal('')]).default(''),
});

export const schemaRegle = z
  .object({
    nom: z.string().trim().min(1, 'Donnez un nom à cette règle.').max(120),
    procedures: z.record(z.string(), z.string()).default({}),
    agents: z.record(z.uuid(), z.string()).default({}),
  })
  .transform(({ nom, procedures, agents }) => ({ nom, procedures: Object.keys(procedures), agents: Object.keys(agents) }));
export type RegleSaisie = z.infer<typeof schemaRegle>;

export const schemaGesteSurRegle = z.object({ regle: z.uuid(), geste: z.enum(['monter', 'supprimer']) });

export const schemaSuivi = z.object({ dossier: z.uuid(), suivre: z.enum(['1', '0']).transform((v) => v === '1') });
