// What the forms of the télé-procédure send.
import { z } from 'zod';
import { LIENS_REPRESENTANT, type Representation } from '#domain/access/representation.ts';
import { cleRecherche } from '#domain/personne/rapprochement.ts';
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

const nomCourt = z.string().trim().max(100, 'Ce nom est trop long.').default('');

/** Who the application is for (S-181): oneself, or a minor whom one represents (D-11). Asked when a request begins. */
export const champsDuMineur = {
  demandeur: z.enum(['moi', 'mineur']).default('moi'),
  lien: z.string().optional(),
  representantNom: nomCourt,
  representantPrenom: nomCourt,
  enfantNom: nomCourt,
  enfantPrenom: nomCourt,
};

type Saisis = z.infer<z.ZodObject<typeof champsDuMineur>>;
const REMPLIS = ['representantNom', 'representantPrenom', 'enfantNom', 'enfantPrenom'] as const;
/** What to do about each part left empty. */
export type PhrasesDuMineur = Readonly<Record<(typeof REMPLIS)[number] | 'lien', string>>;

export const A_REMPLIR: PhrasesDuMineur = {
  lien: 'Dites qui vous êtes pour cet enfant.',
  representantNom: 'Indiquez votre nom.',
  representantPrenom: 'Indiquez votre prénom.',
  enfantNom: 'Indiquez le nom de l’enfant.',
  enfantPrenom: 'Indiquez le prénom de l’enfant.',
};

/** For whom the request is; null: the person themselves. What is missing is told on its field. */
export function pourQui(saisis: Saisis, phrases: PhrasesDuMineur, ctx: z.RefinementCtx): Representation | null {
  if (saisis.demandeur === 'moi') return null;
  const lien = LIENS_REPRESENTANT.find((l) => l === saisis.lien);
  if (!lien) ctx.addIssue({ code: 'custom', path: ['lien'], message: phrases.lien });
  for (const champ of REMPLIS) if (saisis[champ] === '') ctx.addIssue({ code: 'custom', path: [champ], message: phrases[champ] });
  if (!lien) return z.NEVER;
  const { representantNom: nom, representantPrenom: prenom, enfantNom, enfantPrenom } = saisis;
  return { lien, nom, prenom, enfant: { nom: enfantNom, prenom: enfantPrenom }, cle: cleRecherche(enfantNom, [enfantPrenom]) };
}

export const schemaSituation = z
  .object({
    _dossier: z.string().optional(),
    _entree: z.string(),
    ...champsDuMineur,
    situation: z.string({ error: 'Choisissez votre situation pour continuer.' }),
    /** second level, by answer of the first */
    precision: z.record(z.string(), z.string()).default({}),
  })
  .transform(({ demandeur, lien, representantNom, representantPrenom, enfantNom, enfantPrenom, ...reste }, ctx) => {
    const mineur = { demandeur, lien, representantNom, representantPrenom, enfantNom, enfantPrenom };
    return { ...reste, pour: pourQui(mineur, A_REMPLIR, ctx) };
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
