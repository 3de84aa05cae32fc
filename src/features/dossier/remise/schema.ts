import { z } from 'zod';
import { jourRequis } from '#domain/jour-saisi.ts';
import { SORTES_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import { DOCUMENTS_IDENTITE, EMPREINTES, numeroTitreSaisi, SORTS_ANCIEN_TITRE } from '#domain/titre/remise.ts';

/** From which page a gesture is made: it leads back there. */
const depuis = z.enum(['accueil', 'instruction']).catch('accueil');
/** `<lieu>|<instant>`, as the list of slots writes it. */
const creneau = z.string().transform((lu, ctx) => {
  const [lieuId = '', instant = ''] = lu.split('|');
  const debut = new Date(instant);
  if (z.uuid().safeParse(lieuId).success && !Number.isNaN(debut.getTime())) return { lieuId, debut };
  ctx.addIssue({ code: 'custom', message: 'Choisissez un créneau.' });
  return z.NEVER;
});

const dossier = z.uuid();
const convocation = z.uuid();

export const schemaConvoquer = z.object({ dossier, depuis, sorte: z.enum(SORTES_RENDEZ_VOUS), creneau });
export const schemaDeplacer = z.object({ dossier, depuis, convocation, creneau });
export const schemaRendezVous = z.object({ dossier, depuis, convocation });
export const schemaCommander = z.object({ dossier, depuis });

const numeroTitre = z.string().transform((lu, ctx) => {
  const numero = numeroTitreSaisi(lu);
  if (numero !== null) return numero;
  ctx.addIssue({ code: 'custom', message: 'Recopiez le numéro du titre : de 6 à 12 lettres et chiffres.' });
  return z.NEVER;
});

export const schemaRecevoir = z
  .object({
    dossier,
    depuis,
    numeroTitre,
    debut: jourRequis('Indiquez le premier jour de validité, en entier.'),
    fin: jourRequis('Indiquez le dernier jour de validité, en entier.'),
  })
  .refine(({ debut, fin }) => fin > debut, { path: ['fin'], message: 'La date de fin vient avant la date de début.' });

export const schemaBordereau = z.object({
  bordereau: z.string().trim().min(1, 'Écrivez au moins une ligne.').max(20_000, 'Enregistrez au plus 200 titres à la fois.'),
});

const coche = (message: string) => z.literal('on', message).transform(() => true as const);

export const schemaRemettre = z.object({
  dossier,
  identiteVue: coche('Vérifiez l’identité de la personne.'),
  identite: z.enum(DOCUMENTS_IDENTITE, 'Dites avec quel document l’identité est vérifiée.'),
  ancienTitre: z.enum(SORTS_ANCIEN_TITRE, 'Dites ce qu’est devenu l’ancien titre.'),
  cas: z.string().default(''),
  timbres: z.string().max(2000, 'Écrivez un numéro par ligne.').default(''),
  pieces: z.record(z.string(), z.string()).default({}),
  empreintes: z.enum(EMPREINTES, 'Dites combien d’empreintes sont dans le titre.'),
  notice: coche('Faites signer la notice d’information.'),
  copie: coche('Remettez la copie des données du titre.'),
});
