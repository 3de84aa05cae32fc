// The history of a dossier, as it is written: events that move nothing. What an act moves writes its own, in the statement of its row
// (features/dossier/store.ts). An event and its job in one transaction, that of the caller.
import 'server-only';
import { type Acteur, identifiantDe, SYSTEME } from '#domain/access/actors.ts';
import type { Confie } from '#domain/access/mandat.ts';
import { type FaitDuPortail, type FaitsEvenement, SANS_SUITE, type TypeEvenement } from '#domain/dossier/evenements.ts';
import type { Sql, Tx } from '#platform/db.ts';
import { enqueue, enqueueAll } from '#platform/queue.ts';

/** `mandatId`: under which mandat the actor did it, for somebody else. */
export type Evenement = { type: TypeEvenement; faits: FaitsEvenement[TypeEvenement]; mandatId?: string | null };

/** The job that produces the documents and tells the people, in the transaction of its event. */
export async function donnerSuite(tx: Sql, type: TypeEvenement, evenementId: string): Promise<void> {
  if (!SANS_SUITE.includes(type)) await enqueue(tx, 'evenement', { evenementId });
}

/** One event, in the history of its dossier. */
export async function consigner(
  tx: Tx,
  dossierId: string,
  { type, faits, mandatId = null }: Evenement,
  acteur: Acteur,
  at: Date,
): Promise<void> {
  const { id } = await tx.evenement.create({
    data: { dossierId, type, acteurSorte: acteur.sorte, acteurId: identifiantDe(acteur), mandatId, faits, creeLe: at },
    select: { id: true },
  });
  await donnerSuite(tx, type, String(id));
}

/** What somebody joins or removes for the holder is told to them; what one does for oneself is seen in the list of pieces. */
export async function consignerPourAutrui(tx: Tx, { dossierId, par, mandatId }: Confie): Promise<void> {
  const type: TypeEvenement = 'piece_modifiee';
  await tx.evenement.create({
    data: { dossierId, type, acteurSorte: par.sorte, acteurId: par.id, mandatId, faits: {} },
    select: { id: true },
  });
}

/** A mandat begins or ends: part of the history of its dossier. Runs in the caller's transaction, which has checked who acts. */
export async function consignerMandat(
  tx: Tx,
  dossierId: string,
  type: 'mandat_accepte' | 'mandat_fini',
  mandatId: string,
  acteur: Acteur,
  at: Date,
): Promise<void> {
  await consigner(tx, dossierId, { type, faits: { mandat: mandatId }, mandatId }, acteur, at);
}

/** What happens around a dossier without moving it, found or entailed by what `acteur` does. Runs in the caller's transaction. */
export async function consignerFait<E extends FaitDuPortail>(
  tx: Tx,
  dossierId: string,
  type: E,
  faits: FaitsEvenement[E],
  at: Date,
  acteur: Acteur = SYSTEME,
): Promise<void> {
  await consigner(tx, dossierId, { type, faits }, acteur, at);
}

/** `cle`: what is told once, however many workers run. */
export type DitDesHorloges = {
  [E in FaitDesHorloges]: { dossierId: string; cle: string; type: E; faits: FaitsEvenement[E] };
}[FaitDesHorloges];

/** What the clocks tell, of many dossiers at once. Runs in the caller's transaction; value: those that nobody had told before. */
export async function consignerUneFois(tx: Sql, dits: readonly DitDesHorloges[], at: Date): Promise<FaitDesHorloges[]> {
  if (dits.length === 0) return [];
  const ecrits = await tx.$queryRaw<{ id: string; type: FaitDesHorloges }[]>`
    INSERT INTO evenement (dossier_id, type, acteur_sorte, cle, faits, cree_le)
    SELECT x."dossierId", x.type, ${SYSTEME.sorte}, x.cle, x.faits, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(dits)}::jsonb) AS x("dossierId" uuid, type text, cle text, faits jsonb)
    ON CONFLICT (dossier_id, cle) WHERE cle IS NOT NULL DO NOTHING RETURNING id::text, type`;
  const suites = ecrits.filter(({ type }) => !SANS_SUITE.includes(type)).map(({ id }) => ({ evenementId: id }));
  await enqueueAll(tx, 'evenement', suites);
  return ecrits.map(({ type }) => type);
}
type FaitDesHorloges = 'complement_rappele' | 'silence_proche' | 'silence_atteint' | 'rendez_vous_rappele';
