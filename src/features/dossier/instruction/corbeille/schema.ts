// What the queue is asked: a tab, filters, an order, where the page begins. All of it lives in the address, so that a page can be kept,
// sent, and come back to. Anything unreadable in the address is simply left out.
import { z } from 'zod';
import { BACS_OUVERTS, type Bac } from '#domain/dossier/bacs.ts';
import { estJour, type Jour } from '#domain/jour.ts';

/** The tabs: each tray of what is not decided, what is late among them, and what is decided. */
export const ONGLETS = [...BACS_OUVERTS, 'a_remettre', 'en_production', 'en_retard', 'decides'] as const;
export type Onglet = (typeof ONGLETS)[number];

/** The trays in which the dossiers of a tab lie. */
export function bacsDe(onglet: Onglet): readonly Bac[] {
  if (onglet === 'en_retard') return BACS_OUVERTS;
  return onglet === 'decides' ? ['decides', 'a_remettre', 'en_production'] : [onglet];
}

/** `urgence`: what is due first · `depot`: oldest deposit first · `recent`: newest first. */
export const TRIS = ['urgence', 'depot', 'recent'] as const;
export type Tri = (typeof TRIS)[number];

/** `moi`: mine and those of the colleagues I replace today · `remplaces`: only theirs · `personne`: nobody's · or one agent. */
export const AGENTS_FILTRES = ['moi', 'remplaces', 'personne'] as const;
type Personne = (typeof AGENTS_FILTRES)[number];

export type Filtres = {
  /** slug */
  procedure: string | null;
  agent: Personne | { id: string } | null;
  retard: boolean;
  suivis: boolean;
  /** period of deposit, both days included */
  du: Jour | null;
  au: Jour | null;
};

export const SANS_FILTRE: Filtres = { procedure: null, agent: null, retard: false, suivis: false, du: null, au: null };

/** Where a page begins: the last dossier of the one before. */
export type Curseur = { echeanceLe: Jour | null; deposeLe: Date; id: string };

/** What one sets about the list, shown when asked for: most openings of the queue are only to read it. */
export const REGLAGES = ['filtres', 'colonnes'] as const;
export type Reglage = (typeof REGLAGES)[number];

export type DemandeCorbeille = { onglet: Onglet | null; filtres: Filtres; tri: Tri; apres: Curseur | null; regler: Reglage | null };

const curseur = z
  .string()
  .regex(/^(-|\d{4}-\d\d-\d\d)_\d{1,15}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .transform((texte): Curseur => {
    const [echeance = '-', instant = '', id = ''] = texte.split('_');
    return { echeanceLe: estJour(echeance) ? echeance : null, deposeLe: new Date(Number(instant)), id };
  })
  .refine(({ deposeLe }) => !Number.isNaN(deposeLe.getTime()));

const jour = z.string().refine(estJour).nullable().catch(null);
const coche = z
  .literal('1')
  .transform(() => true)
  .catch(false);

const schema = z.object({
  onglet: z.enum(ONGLETS).nullable().catch(null),
  procedure: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .nullable()
    .catch(null),
  agent: z
    .union([z.enum(AGENTS_FILTRES), z.uuid().transform((id) => ({ id }))])
    .nullable()
    .catch(null),
  retard: coche,
  suivis: coche,
  du: jour,
  au: jour,
  tri: z.enum(TRIS).catch('urgence'),
  apres: curseur.nullable().catch(null),
  regler: z.enum(REGLAGES).nullable().catch(null),
});

/** Reads the parameters of the address. With a period, the order is that of the deposits: what is asked is a slice of them. */
export function lireDemande(parametres: Record<string, string | string[] | undefined>): DemandeCorbeille {
  const { onglet, tri, apres, regler, ...filtres } = schema.parse(parametres);
  const enPeriode = filtres.du !== null || filtres.au !== null;
  return { onglet, filtres, tri: enPeriode && tri === 'urgence' ? 'depot' : tri, apres, regler };
}

/** The parameters that lead back to the same list, from its first page. */
export function ecrireDemande(onglet: Onglet, { procedure, agent, retard, suivis, du, au }: Filtres, tri: Tri): Record<string, string> {
  const ecrits: Record<string, string | null> = {
    onglet,
    procedure,
    agent: agent !== null && typeof agent === 'object' ? agent.id : agent,
    retard: retard ? '1' : null,
    suivis: suivis ? '1' : null,
    du,
    au,
    tri: tri === 'urgence' ? null : tri,
  };
  return Object.fromEntries(Object.entries(ecrits).flatMap(([nom, valeur]) => (valeur === null ? [] : [[nom, valeur]])));
}

export function ecrireCurseur({ echeanceLe, deposeLe, id }: Curseur): string {
  return `${echeanceLe ?? '-'}_${deposeLe.getTime()}_${id}`;
}

/** Counts stop here: nine tabs counted further cost more than the page itself, and a total helps nobody beyond the work of a day or two. */
export const COMPTE_MAXIMUM = 99;

/** The columns one may keep or leave; the number, the name and the signals are always there. */
export const COLONNES = ['procedure', 'echeance', 'depose', 'agent', 'etat'] as const;
export type Colonne = (typeof COLONNES)[number];

export type Preference = { colonnes: readonly Colonne[] };

const preference = z.object({ colonnes: z.array(z.enum(COLONNES)) });

/** What the row of an agent holds; what they never chose: everything but the state, which the tab says already. */
export function lirePreference(contenu: unknown): Preference {
  const lue = preference.safeParse(contenu);
  return lue.success ? lue.data : { colonnes: ['procedure', 'echeance', 'depose', 'agent'] };
}

/** Boxes named `colonnes.<code>`; none ticked: the number, the name and the signals only. */
export const schemaColonnes = z
  .object({ colonnes: z.record(z.string(), z.string()).default({}) })
  .transform(({ colonnes }): Preference => ({ colonnes: COLONNES.filter((c) => c in colonnes) }));
