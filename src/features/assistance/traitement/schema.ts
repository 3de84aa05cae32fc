// What the agents' forms send, and the filters that stand in the address of the list.
import { z } from 'zod';
import { ETATS_TICKET, MESSAGE_MAXIMUM, SUJETS } from '#domain/assistance/ticket.ts';

const texte = z
  .string({ error: 'Écrivez votre réponse.' })
  .trim()
  .min(2, 'Écrivez votre réponse.')
  .max(MESSAGE_MAXIMUM, `Écrivez au plus ${MESSAGE_MAXIMUM} caractères.`);

const ticket = { ticket: z.string(), version: z.coerce.number().int().min(1) };

export const schemaRepondre = z.object({
  ...ticket,
  texte,
  clore: z
    .string()
    .optional()
    .transform((v) => v === 'on'),
});
export const schemaEtat = z.object({ ...ticket, etat: z.enum(['ouvert', 'clos']) });
export const schemaTransmettre = z.object({ ...ticket, prefecture: z.string().min(1, 'Choisissez une préfecture.') });
export const schemaImpossibilite = z.object({
  ...ticket,
  guichet: z.string({ error: 'Choisissez la préfecture.' }).min(1, 'Choisissez la préfecture qui recevra la personne à son guichet.'),
  motif: z
    .string({ error: 'Dites ce qui empêche le dépôt en ligne.' })
    .trim()
    .min(10, 'Dites en une phrase ce qui empêche le dépôt en ligne : la personne le lira.')
    .max(500, 'Écrivez au plus 500 caractères.'),
});

export const PAR_PAGE = [10, 25, 50] as const;

const un = (valeur: unknown) => (typeof valeur === 'string' ? valeur : '');

export type Filtres = {
  etat: (typeof ETATS_TICKET)[number] | 'tous';
  sujet: (typeof SUJETS)[number] | null;
  impossibilite: boolean;
  recherche: string;
  page: number;
  parPage: number;
};

/** The filters of an address; what is not one counts for nothing. Without any, what waits for an answer. */
export function lireFiltres(parametres: Record<string, string | string[] | undefined>): Filtres {
  const etat = un(parametres.etat);
  const page = Number(un(parametres.page));
  return {
    etat: etat === 'tous' ? 'tous' : (ETATS_TICKET.find((e) => e === etat) ?? 'ouvert'),
    sujet: SUJETS.find((s) => s === un(parametres.sujet)) ?? null,
    impossibilite: un(parametres.impossibilite) === '1' || un(parametres.impossibilite) === 'on',
    recherche: un(parametres.q).trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    parPage: PAR_PAGE.find((n) => n === Number(un(parametres.par))) ?? 25,
  };
}

/** The address of a list with other filters. */
export function adresseListe(filtres: Filtres, autres: Partial<Filtres> = {}): string {
  const { etat, sujet, impossibilite, recherche, page, parPage } = { ...filtres, ...autres };
  const suite = new URLSearchParams({
    ...(etat === 'ouvert' ? {} : { etat }),
    ...(sujet ? { sujet } : {}),
    ...(impossibilite ? { impossibilite: '1' } : {}),
    ...(recherche ? { q: recherche } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
    ...(parPage === 25 ? {} : { par: String(parPage) }),
  }).toString();
  return suite ? `/assistance?${suite}` : '/assistance';
}
