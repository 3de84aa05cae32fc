// What the agent d'accueil records before filing for somebody: what was seen of their identity, and for which démarche.
import { z } from 'zod';
import { champsDuMineur, type PhrasesDuMineur, pourQui } from '#features/dossier/depot/schema.ts';

/** Documents that show who somebody is; an expired one still does. */
export const PIECES_IDENTITE = {
  passeport: 'Passeport',
  carte_identite: 'Carte d’identité du pays d’origine',
  titre_sejour: 'Titre de séjour, visa ou récépissé',
  autre: 'Autre document officiel avec photographie',
} as const;
const SORTES = ['passeport', 'carte_identite', 'titre_sejour', 'autre'] as const;

const coche = (phrase: string) => z.literal('on', { error: phrase });

const A_REMPLIR: PhrasesDuMineur = {
  lien: 'Choisissez qui est la personne présente pour l’enfant.',
  representantNom: 'Écrivez le nom de la personne présente.',
  representantPrenom: 'Écrivez le prénom de la personne présente.',
  enfantNom: 'Écrivez le nom de l’enfant.',
  enfantPrenom: 'Écrivez le prénom de l’enfant.',
};

const champs = z.object({
  ticket: z.string(),
  piece: z.enum(SORTES, { error: 'Choisissez le document que vous avez vu.' }),
  fin: z
    .string({ error: 'Écrivez les quatre derniers caractères du numéro.' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{4}$/, 'Écrivez les quatre derniers caractères du numéro, lettres ou chiffres, sans espace.'),
  identite: coche('Vérifiez l’identité de la personne avant de continuer.'),
  adresse: coche('Cochez aussi cette case : elle dit où les courriers arriveront.'),
  procedure: z.string({ error: 'Choisissez la démarche.' }).min(1, 'Choisissez la démarche.'),
  ...champsDuMineur,
});

export const schemaOuverture = champs.transform(({ ticket, piece, fin, procedure, identite: _vue, adresse: _relue, ...mineur }, ctx) => ({
  ...{ ticket, piece, fin, procedure },
  pour: pourQui(mineur, A_REMPLIR, ctx),
}));

export type Ouverture = Omit<z.infer<typeof schemaOuverture>, 'ticket'>;

/** Somebody who has no e-mail cannot make a compte: what the agent d'accueil writes for them, without a ticket before. */
export const schemaSansAdresse = z.object({
  nom: z.string().trim().min(1, 'Écrivez le nom de la personne.').max(100, 'Ce nom est trop long.'),
  prenom: z.string().trim().min(1, 'Écrivez le prénom de la personne.').max(100, 'Ce prénom est trop long.'),
  telephone: z
    .string()
    .trim()
    .transform((saisi) => saisi.replace(/[\s.\-()]/g, ''))
    .refine((numero) => numero === '' || /^\+?\d{8,15}$/.test(numero), 'Écrivez un numéro de téléphone de 10 chiffres, ou laissez vide.'),
  aide: coche('Proposez d’abord l’aide à la création d’une adresse, puis cochez cette case.'),
});
export type SansAdresse = Omit<z.infer<typeof schemaSansAdresse>, 'aide'>;
