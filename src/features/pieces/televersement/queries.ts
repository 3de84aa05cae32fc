import 'server-only';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import type { Fournisseur, Reponses } from '#domain/procedure/definition.ts';
import { type Emplacement, emplacements, type PieceAttendue, piecesAttendues } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureActuelle, procedureDe } from '#procedures/index.ts';

type Lecteur = Pick<Tx, '$queryRaw'>;
type Demande = { slug: string; reponses: Reponses };

/** The piece asked at deposit under the list in force (D-05: a draft follows it); undefined when it is not asked. */
export async function pieceAttendue(
  base: Lecteur,
  { slug, reponses }: Demande,
  code: string,
  at: Date,
): Promise<PieceAttendue | undefined> {
  const jour = jourDe(at);
  const liste = await listeDuJour(base, slug, jour, prefectureCompetente(reponses, procedureActuelle(slug), jour));
  return piecesAttendues(liste.pieces, { reponses, jour }, 'depot').find((a) => a.piece.code === code);
}

/** The emplacement of a piece, under the variant chosen; undefined when files are not put there. */
export function emplacementDe(
  attendue: PieceAttendue | undefined,
  emplacement: string,
  variante: string | null | undefined,
): Emplacement | undefined {
  return attendue && emplacements(attendue.piece, variante).find((e) => e.code === emplacement);
}

type LigneDossier = { statut: string; procedure: string; reponses: Reponses; variante: string | null };

/** May a file be put there? Asked before its bytes are read, and again under the lock once they are in. */
export async function emplacementOuvert(
  portee: PorteeDossiers,
  dossierId: string,
  piece: string,
  emplacement: string,
  at: Date,
): Promise<Resultat<null>> {
  if (!isId(dossierId)) return refuse('introuvable');
  const [dossier] = await db().$queryRaw<LigneDossier[]>`
    SELECT d.statut::text, d.procedure, d.reponses, p.variante FROM dossier d LEFT JOIN piece p ON p.dossier_id = d.id AND p.code = ${piece}
    WHERE d.id = ${dossierId}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'joindre')}::uuid[]))`;
  if (!dossier) return refuse('introuvable');
  if (dossier.statut !== 'brouillon') return refuse('statut_incompatible');
  const attendue = await pieceAttendue(db(), { slug: dossier.procedure, reponses: dossier.reponses }, piece, at);
  return emplacementDe(attendue, emplacement, dossier.variante) ? ok(null) : refuse('emplacement_inconnu');
}

/** Who checks the code asked for this piece of a draft. Refusals: `introuvable`, `statut_incompatible`, `emplacement_inconnu`. */
export async function fournisseurAttendu(
  portee: PorteeDossiers,
  dossierId: string,
  code: string,
  at: Date,
): Promise<Resultat<Fournisseur>> {
  if (!isId(dossierId)) return refuse('introuvable');
  const [dossier] = await db().$queryRaw<LigneDossier[]>`
    SELECT d.statut::text, d.procedure, d.reponses, NULL AS variante FROM dossier d
    WHERE d.id = ${dossierId}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'joindre')}::uuid[]))`;
  if (!dossier) return refuse('introuvable');
  if (dossier.statut !== 'brouillon') return refuse('statut_incompatible');
  const mode = (await pieceAttendue(db(), { slug: dossier.procedure, reponses: dossier.reponses }, code, at))?.piece.mode;
  return mode?.sorte === 'code' ? ok(mode.fournisseur) : refuse('emplacement_inconnu');
}

/** The code of the step where the pieces of a dossier are given: where to go back to. */
export async function etapeDesPieces(portee: PorteeDossiers, dossierId: string): Promise<string | null> {
  if (!isId(dossierId)) return null;
  const dossier = await db().dossier.findFirst({
    where: { id: dossierId, ...sienOuConfie(portee, 'voir') },
    select: { procedure: true, procedureVersion: true },
  });
  const procedure = dossier && procedureDe(dossier.procedure, dossier.procedureVersion);
  return procedure?.etapes.find((e) => e.sorte === 'pieces')?.code ?? null;
}
