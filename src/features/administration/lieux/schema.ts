import { z } from 'zod';
import { jourRequis } from '#domain/jour-saisi.ts';
import { heureDe, minutesSaisies, OUVERTURE_AU_PLUS_TOT } from '#domain/rendez-vous/creneaux.ts';

export const JOURS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'] as const;

const texte = (manque: string, max = 200) => z.string().trim().min(3, manque).max(max, `Écrivez au plus ${max} caractères.`);
const heure = (manque: string) =>
  z.string().transform((lu, ctx) => {
    const minutes = minutesSaisies(lu);
    if (minutes !== null) return minutes;
    ctx.addIssue({ code: 'custom', message: manque });
    return z.NEVER;
  });
const entier = (min: number, max: number, message: string) => z.coerce.number(message).int(message).min(min, message).max(max, message);

const lieu = {
  nom: texte('Donnez un nom au lieu.'),
  adresse: texte('Écrivez l’adresse entière : elle est imprimée sur les convocations.', 400),
  telephone: z.string().trim().max(40, 'Écrivez au plus 40 caractères.').default(''),
};
export const schemaLieu = z.object(lieu);
export type LieuSaisi = z.infer<typeof schemaLieu>;
/** `ferme`: no more appointments are given there; those already given stay. */
export const schemaLieuModifie = z.object({ lieu: z.uuid(), ...lieu, ouvert: z.record(z.string(), z.string()).default({}) });

export const schemaPlage = z
  .object({
    lieu: z.uuid(),
    jours: z
      .record(z.string(), z.string())
      .default({})
      .transform((coches, ctx) => {
        const choisis = JOURS.flatMap((_, rang) => (String(rang + 1) in coches ? [rang + 1] : []));
        if (choisis.length === 0) ctx.addIssue({ code: 'custom', message: 'Choisissez au moins un jour.' });
        return choisis;
      }),
    debut: heure('Écrivez l’heure de début, par exemple 9:00.').refine(
      (minutes) => minutes >= OUVERTURE_AU_PLUS_TOT,
      `Les rendez-vous commencent à ${heureDe(OUVERTURE_AU_PLUS_TOT)} au plus tôt.`,
    ),
    fin: heure('Écrivez l’heure de fin, par exemple 12:00.'),
    duree: entier(5, 240, 'Écrivez la durée d’un rendez-vous en minutes, de 5 à 240.'),
    capacite: entier(1, 50, 'Écrivez le nombre de personnes reçues à la fois, de 1 à 50.'),
  })
  .refine(({ debut, fin, duree }) => fin - debut >= duree, { path: ['fin'], message: 'Un rendez-vous ne tient pas dans ces heures.' });
export type PlageSaisie = z.infer<typeof schemaPlage>;

export const schemaPlageSupprimee = z.object({ lieu: z.uuid(), plage: z.uuid() });
export const schemaFermeture = z.object({
  lieu: z.uuid(),
  jour: jourRequis('Indiquez le jour de fermeture, en entier.'),
  motif: z.string().trim().max(200, 'Écrivez au plus 200 caractères.').default(''),
});
export const schemaReouverture = z.object({ lieu: z.uuid(), jour: z.iso.date() });
