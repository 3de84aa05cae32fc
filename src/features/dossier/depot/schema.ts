// What the forms of the télé-procédure send.
import { z } from 'zod';
import type { Brut } from '#domain/procedure/champs.ts';

const version = z.coerce.number().int().min(0).catch(0);

export const schemaEtape = z.looseObject({
  _dossier: z.string(),
  _etape: z.string(),
  _version: version,
  /** poursuivre · quitter · aller:<etape>, or before scripts ajouter:<chemin> and retirer:<chemin>:<rang> */
  _intention: z.string().default('poursuivre'),
  /** added by the page's own script */
  _scripts: z.string().optional(),
});

export const schemaEntree = z.object({ entree: z.string({ error: 'Choisissez une réponse pour continuer.' }) });

export const schemaSituation = z.object({
  _dossier: z.string().optional(),
  _entree: z.string(),
  situation: z.string({ error: 'Choisissez votre situation pour continuer.' }),
  /** second level, by answer of the first */
  precision: z.record(z.string(), z.string()).default({}),
});

export const schemaDossier = z.object({ _dossier: z.string() });

/** Characters of the free text of step 5. */
export const OBSERVATIONS_MAX = 4000;

export const schemaDepot = z.object({
  _dossier: z.string(),
  _version: version,
  _intention: z.string().default('poursuivre'),
  observations: z.string().max(OBSERVATIONS_MAX, `Écrivez au plus ${OBSERVATIONS_MAX} caractères.`).default(''),
});

const schemaBrut: z.ZodType<Brut> = z.lazy(() => z.union([z.string(), z.null(), z.array(schemaBrut), z.record(z.string(), schemaBrut)]));

/** What the browser keeps as one types: nested texts, nothing else. */
export const schemaSaisie = z.object({ valeurs: z.record(z.string(), schemaBrut), version: z.number().int().min(0) });
