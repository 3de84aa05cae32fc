// What the portal holds about a person, table by table: where it goes in the archive, under which words, and what stays out and why.
// A new table, or a new column, that tells of a compte, a personne or a dossier = one line in kinds/; tests/features ask for it.
import { tablesDuCompte } from './kinds/compte.ts';
import { tablesDeLaDemande } from './kinds/demande.ts';
import { tablesDesEchanges } from './kinds/echanges.ts';
import { tablesDeLaPersonne } from './kinds/personne.ts';
import type { Raison, TableExportee } from './schema.ts';

export const EXPORTEES: readonly TableExportee[] = [...tablesDuCompte, ...tablesDeLaPersonne, ...tablesDesEchanges, ...tablesDeLaDemande];

/** Whole tables that tell of a compte or of a dossier and stay out. */
export const EXCLUES: Readonly<Record<string, Raison>> = {
  // links, states and challenges: only fingerprints, and what they were for
  jeton: 'secret',
  // which agents may see a restricted dossier
  habilitation: 'agent',
  // how the agents organise themselves, and what they write for each other
  note: 'preparatoire',
  alerte: 'agent',
  surveillance: 'agent',
  presence: 'agent',
  // the words of each request again, one by one, for the search
  mot_dossier: 'technique',
};
