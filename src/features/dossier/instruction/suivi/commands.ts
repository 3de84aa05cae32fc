// What agents write for each other on a dossier: notes, checks ticked by hand, a duplicate set aside. Never shown to the person.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { CodeControle, EtatMarque } from '#domain/dossier/controles.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { newId } from '#platform/ids.ts';
import { executer } from '../../store.ts';
import { autresDemandes } from '../doublons/queries.ts';

export type Marque = { controle: CodeControle; etat: EtatMarque };

/** Within which the same words by the same agent are one gesture, made twice. */
const DOUBLE_GESTE_MS = 60_000;

/** A note adds and overwrites nothing: it carries no version. `marque`: it says where a check stands. Clicking twice is writing once. */
export async function noter(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  texte: string,
  marque: Marque | null,
  at: Date,
): Promise<Resultat<{ note: string }>> {
  let deja: string | undefined;
  const resultat = await executer({ action: 'noter', dossierId, portee, acteur: agent, at }, async (dossier, tx) => {
    const memes = { dossierId: dossier.id, agentId: agent.agentId, texte, controle: marque?.controle ?? null, etat: marque?.etat ?? null };
    const depuis = new Date(at.getTime() - DOUBLE_GESTE_MS);
    deja = (await tx.note.findFirst({ where: { ...memes, creeLe: { gt: depuis } }, select: { id: true } }))?.id;
    if (deja) return refuse('modifie_ailleurs');
    const id = newId();
    await tx.note.create({ data: { id, ...memes, creeLe: at }, select: { id: true } });
    return ok({ faits: { note: id, ...marque }, valeur: { note: id } });
  });
  return deja ? ok({ note: deja }) : resultat;
}

/** It is remembered by the event. Refusal: `introuvable` for what is not proposed on this dossier (any more). */
export async function ecarterDoublon(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  numero: string,
  at: Date,
): Promise<Resultat<null>> {
  const proposes = await autresDemandes(portee, dossierId);
  if (!proposes.some((p) => p.numero === numero && p.certitude !== 'sienne')) return refuse('introuvable');
  return executer({ action: 'ecarter_doublon', dossierId, portee, acteur: agent, at }, async (dossier, tx) => {
    const ecartes = { dossierId: dossier.id, type: 'doublon_ecarte', faits: { path: ['numero'], equals: numero } };
    return (await tx.evenement.count({ where: ecartes })) > 0 ? refuse('introuvable') : ok({ faits: { numero }, valeur: null });
  });
}
