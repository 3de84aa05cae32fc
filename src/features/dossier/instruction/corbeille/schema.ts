// What the queue is asked: a tab, a search, where the page begins. Anything unreadable in the address is simply left out.
import { z } from 'zod';

export const ONGLETS = ['a_prendre_en_charge', 'en_instruction', 'reponses_recues', 'a_signer', 'decides'] as const;
export type Onglet = (typeof ONGLETS)[number];

/** Where a page begins: the last dossier of the one before. */
export type Curseur = { deposeLe: Date; id: string };

/** `miens`: only what this agent has in charge, and what is in charge of the colleagues they replace today. */
export type DemandeCorbeille = { onglet: Onglet | null; recherche: string; miens: boolean; apres: Curseur | null };

const curseur = z
  .string()
  .regex(/^\d+_[0-9a-f-]{36}$/)
  .transform((texte): Curseur => {
    const [instant = '', id = ''] = texte.split('_');
    return { deposeLe: new Date(Number(instant)), id };
  });

const schema = z.object({
  statut: z.enum(ONGLETS).nullable().catch(null),
  miens: z.literal('1').nullable().catch(null),
  q: z.string().trim().max(80).catch(''),
  apres: curseur.nullable().catch(null),
});

/** Reads the parameters of the address. */
export function lireDemande(parametres: Record<string, string | string[] | undefined>): DemandeCorbeille {
  const { statut, q, miens, apres } = schema.parse(parametres);
  return { onglet: statut, recherche: q, miens: miens !== null, apres };
}

export function ecrireCurseur({ deposeLe, id }: Curseur): string {
  return `${deposeLe.getTime()}_${id}`;
}

/** Counts stop here: an exact total is most of the cost of a list. */
export const COMPTE_MAXIMUM = 1000;
