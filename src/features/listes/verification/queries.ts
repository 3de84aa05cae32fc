// What is looked at before a list is published: its problems with their place, its difference, the same persons before both versions.
import 'server-only';
import type { Jour } from '#domain/jour.ts';
import { checkPieces, type ProblemeDeListe } from '#domain/procedure/check-liste.ts';
import type { ModePiece, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { type Difference, difference } from '#domain/procedure/difference.ts';
import { PERSONNES } from '#domain/procedure/personnes.ts';
import { essaisDe, type GroupeDeRejeu, rejouer } from '#domain/procedure/rejeu.ts';
import { champsDeLaProcedure } from '#domain/procedure/valeurs.ts';
import { MODELES } from '#features/pieces/catalogue.ts';
import { db, type Tx } from '#platform/db.ts';
import { codesPublies, type ListeEditee } from '../queries.ts';

const modelesDe = (mode: ModePiece): string[] => {
  if (mode.sorte === 'formulaire_signe') return [mode.modele];
  return mode.sorte === 'variante' ? mode.variantes.flatMap((v) => modelesDe(v.mode)) : [];
};

/** Everything that keeps a list from being published, with its place. */
export async function problemesDe(
  base: Pick<Tx, '$queryRaw'>,
  { cle, pieces }: Pick<ListeEditee, 'cle' | 'pieces'>,
  procedure: Procedure,
  jour: Jour,
): Promise<ProblemeDeListe[]> {
  const estLocale = cle !== procedure.slug;
  const nationaux = new Set(estLocale ? await codesPublies(base, procedure.slug) : []);
  return [
    ...checkPieces(pieces, procedure, jour),
    ...(!estLocale && pieces.length === 0 ? [{ piece: null, partie: '', message: 'la liste est vide' }] : []),
    ...pieces.flatMap((piece) => [
      ...(nationaux.has(piece.code) ? [{ piece: piece.code, partie: 'code', message: 'ce code est celui d’une pièce nationale' }] : []),
      ...modelesDe(piece.mode)
        .filter((m) => !MODELES.has(m))
        .map((m) => ({ piece: piece.code, partie: 'mode', message: `le modèle « ${m} » n’existe pas` })),
    ]),
  ];
}

/** The same, outside a transaction. */
export const problemesDeLaListe = (
  liste: Pick<ListeEditee, 'cle' | 'pieces'>,
  procedure: Procedure,
  jour: Jour,
): Promise<ProblemeDeListe[]> => problemesDe(db(), liste, procedure, jour);

export type Verification = { difference: Difference; rejeu: readonly GroupeDeRejeu[]; essais: number };

/** Pure once both versions are read. */
export function comparer(avant: readonly PieceDemandee[], apres: readonly PieceDemandee[], procedure: Procedure, jour: Jour): Verification {
  const ecart = difference(avant, apres, champsDeLaProcedure(procedure));
  const codes = new Set([...ecart.changees, ...ecart.ajoutees, ...ecart.retirees].map((p) => p.code));
  const concernees = [...apres.filter((p) => codes.has(p.code)), ...ecart.retirees];
  const essais = essaisDe(procedure, PERSONNES, concernees, jour);
  return { difference: ecart, rejeu: rejouer(avant, apres, essais, jour), essais: essais.length };
}
