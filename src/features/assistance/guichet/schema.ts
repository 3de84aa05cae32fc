// What the agent d'accueil records before filing for somebody: what was seen of their identity, and for which démarche.
import { z } from 'zod';

/** Documents that show who somebody is; an expired one still does. */
export const PIECES_IDENTITE = {
  passeport: 'Passeport',
  carte_identite: 'Carte d’identité du pays d’origine',
  titre_sejour: 'Titre de séjour, visa ou récépissé',
  autre: 'Autre document officiel avec photographie',
} as const;
const SORTES = ['passeport', 'carte_identite', 'titre_sejour', 'autre'] as const;

const coche = (phrase: string) => z.literal('on', { error: phrase });

export const schemaOuverture = z.object({
  ticket: z.string(),
  piece: z.enum(SORTES, { error: 'Choisissez le document que vous avez vu.' }),
  fin: z
    .string({ error: 'Écrivez les quatre derniers caractères du numéro.' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{4}$/, 'Écrivez les quatre derniers caractères du numéro, lettres ou chiffres, sans espace.'),
  identite: coche('Vérifiez l’identité de la personne avant de continuer.'),
  adresse: coche('Relisez l’adresse électronique avec la personne avant de continuer.'),
  procedure: z.string({ error: 'Choisissez la démarche.' }).min(1, 'Choisissez la démarche.'),
});

export type Ouverture = Omit<z.infer<typeof schemaOuverture>, 'ticket' | 'identite' | 'adresse'>;
