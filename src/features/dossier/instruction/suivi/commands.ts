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

/** A note adds and overwrites nothing: it carries no version. `marque`: it says where a check stands. */
export async function noter(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  texte: string,
  marque: Marque | null,
  at: Date,
): Promise<Resultat<{ note: string }>> {
  return executer({ action: 'noter', dossierId, portee, acteur: agent, at }, async (dossier, tx) => {
    const id = newId();
    await tx.note.create({
      data: { id, dossierId: dossier.id, agentId: agent.agentId, texte, creeLe: at, ...marque },
      select: { id: true },
    });
    return ok({ faits: { note: id, ...marque }, valeur: { note: id } });
  });
}

/** It is remembered by the event. Refusal: `introuvable` for what is not proposed on this dossier. */
export async function ecarterDoublon(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  numero: string,
  at: Date,
): Promise<Resultat<null>> {
  const proposes = await autresDemandes(portee, dossierId);
  if (!proposes.some((p) => p.numero === numero && p.certitude !== 'sienne')) return refuse('introuvable');
  return executer({ action: 'ecarter_doublon', dossierId, portee, acteur: agent, at }, async () => ok({ faits: { numero }, valeur: null }));
}
