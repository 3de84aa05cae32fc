// What an effect is given, and what it says it did.
import type { Reponses } from '#domain/procedure/definition.ts';
import type { Tx } from '#platform/db.ts';

/** The accepted dossier. `personneId`: whose declaration it is. */
export type Declaration = { dossierId: string; numero: string; personneId: string; reponses: Reponses; at: Date };

/** Another dossier of the same person, deposited and not decided. */
export type DossierOuvert = { id: string; prefectureCode: string | null };

/** What the agents of an open dossier are told. `vers`: prefecture now competent, when it is another. */
export type Signalement = { remarque: string; vers: string | null };

/** `remarque`: what was done, in words that hold neither value nor name; `signale` null: the open dossiers are told nothing. */
export type Applique = { remarque: string; signale: ((dossier: DossierOuvert) => Signalement) | null };

/** Runs once, in the transaction that notes it. */
export type KindEffet = (tx: Tx, declaration: Declaration) => Promise<Applique>;
