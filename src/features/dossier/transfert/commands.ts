// A dossier goes on in another préfecture, with everything it holds (03-instruction 10): date of reception, number, complement open,
// opinions, answers. What belonged to the agents of the former one does not follow: nobody there sees it any more.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { MotifTransfert } from '#domain/dossier/evenements.ts';
import { jourDe } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { DossierVu } from '../instruction/commands.ts';
import { executer } from '../store.ts';

/** Code of the alert by which a referent learns of a restricted dossier that nobody of their préfecture may open yet. */
const RESTREINT_RECU = 'restreint_recu';

/** Refusals: life cycle, `prefecture_inconnue`, `transfert_meme_prefecture`. */
export async function transfererDossier(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { vers, motif }: { vers: string; motif: MotifTransfert },
  at: Date,
): Promise<Resultat<null>> {
  const ordre = { dossierId: vu.dossierId, versionVue: vu.version, portee, acteur: agent, at };
  return executer({ action: 'transferer', ...ordre }, async (dossier, tx, { estRestreint }) => {
    if (vers === portee.prefecture) return refuse('transfert_meme_prefecture');
    if ((await tx.prefecture.count({ where: { code: vers } })) === 0) return refuse('prefecture_inconnue');
    await quitter(tx, dossier.id, at);
    if (estRestreint) await prevenirReferents(tx, dossier.id, vers, at);
    return ok({
      colonnes: { prefectureCode: vers, agentId: null },
      faits: { de: portee.prefecture, vers, motif },
      valeur: null,
    });
  });
}

/** Lists of habilitated agents, watchers, presences, alerts and appointments are those of the former préfecture. */
async function quitter(tx: Tx, dossierId: string, at: Date): Promise<void> {
  await tx.habilitation.deleteMany({ where: { dossierId } });
  await tx.surveillance.deleteMany({ where: { dossierId } });
  await tx.presence.deleteMany({ where: { dossierId } });
  await tx.alerte.updateMany({ where: { dossierId, leveeLe: null }, data: { leveeLe: at } });
  await tx.convocation.updateMany({ where: { dossierId, etat: 'prevue' }, data: { etat: 'annulee' } });
}

/** Only they see it there: they say who else does. */
async function prevenirReferents(tx: Tx, dossierId: string, prefectureCode: string, at: Date): Promise<void> {
  const referents = await tx.agent.findMany({
    where: { prefectureCode, actif: true, roles: { hasSome: [...rolesAyant('lire_restreints')] } },
    select: { id: true },
  });
  await tx.alerte.createMany({
    data: referents.map(({ id: agentId }) => ({
      id: newId(),
      dossierId,
      cle: `${RESTREINT_RECU}:${prefectureCode}:${agentId}:${at.toISOString()}`,
      code: RESTREINT_RECU,
      echeanceLe: new Date(`${jourDe(at)}T00:00:00Z`),
      agentId,
      creeLe: at,
    })),
    skipDuplicates: true,
  });
}
