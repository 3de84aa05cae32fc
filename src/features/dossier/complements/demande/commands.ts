// The agent asks for corrections: a row with its items, never a statut (D-06). At most one open at a time per dossier.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { ItemDemande } from '#domain/dossier/complement.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeVersionDe } from '#features/configuration/queries.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { attenteDuDossier } from '../../queries.ts';
import { type DossierVerrouille, executer } from '../../store.ts';

type Demande = { dossierId: string; version: number; items: readonly ItemDemande[] };

/** Writes the request and its items, in order. Refusals: those of the life cycle, `emplacement_inconnu` for a piece that is not of this dossier. */
export async function demanderComplement(
  portee: PorteeAgent,
  agent: Agent,
  demande: Demande,
  at: Date,
): Promise<Resultat<{ complementId: string }>> {
  const complementId = newId();
  return executer(
    { action: 'demander_complement', dossierId: demande.dossierId, portee, acteur: agent, at, versionVue: demande.version },
    async (dossier, tx) => {
      if (demande.items.length === 0) return refuse('complement_sans_element');
      if (!(await sontDuDossier(dossier, demande.items, tx))) return refuse('emplacement_inconnu');
      await examinerReponses(tx, dossier.id, at);
      await tx.complement.create({
        data: {
          id: complementId,
          dossierId: dossier.id,
          demandeLe: at,
          demandePar: agent.agentId,
          items: {
            create: demande.items.map((item, ordre) => ({
              id: newId(),
              ordre,
              sorte: item.sorte,
              pieceCode: item.sorte === 'information' ? null : item.pieceCode,
              motif: item.sorte === 'document' ? item.motif : null,
              observation: item.observation,
            })),
          },
        },
        select: { id: true },
      });
      const attente = await attenteDuDossier(tx, dossier.id);
      return ok({ colonnes: { attente }, faits: { complement: complementId }, valeur: { complementId } });
    },
  );
}

/** A document asked again was given; a missing piece is of the list of this dossier and was not given. */
async function sontDuDossier(dossier: DossierVerrouille, items: readonly ItemDemande[], tx: Tx): Promise<boolean> {
  const { pieces: liste } = await listeVersionDe(tx, dossier.procedure.slug, dossier.listeVersion, dossier.listeLocale);
  const donnees = await tx.piece.findMany({ where: { dossierId: dossier.id }, select: { code: true } });
  const estDonnee = (code: string) => donnees.some((d) => d.code === code);
  return items.every((item) => {
    if (item.sorte === 'information') return true;
    if (item.sorte === 'document') return estDonnee(item.pieceCode);
    return !estDonnee(item.pieceCode) && liste.some((l) => l.code === item.pieceCode);
  });
}

/** The agent goes on: every answer received so far has been examined. */
export async function examinerReponses(tx: Tx, dossierId: string, at: Date): Promise<void> {
  await tx.complement.updateMany({ where: { dossierId, reponduLe: { not: null }, traiteLe: null }, data: { traiteLe: at } });
}

/** An answer is examined once each of its items is: by a verdict on its piece given since, or by what the agent made of the words. */
export async function examinerReponsesVerifiees(tx: Tx, dossierId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE complement c SET traite_le = ${at}
    WHERE c.dossier_id = ${dossierId}::uuid AND c.repondu_le IS NOT NULL AND c.traite_le IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM complement_item i LEFT JOIN piece p ON p.dossier_id = c.dossier_id AND p.code = i.piece_code
        WHERE i.complement_id = c.id AND i.examen IS NULL AND (p.verdict IS NULL OR p.verifiee_le <= c.repondu_le))`;
}
