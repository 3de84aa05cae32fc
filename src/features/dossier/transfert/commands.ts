// A dossier goes on in another préfecture, with everything it holds (03-instruction 10): date of reception, number, complement open,
// opinions, answers. What belonged to the agents of the former one does not follow: nobody there sees it any more.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { MotifTransfert } from '#domain/dossier/evenements.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { annulerLesRendezVous } from '#features/rendez-vous/commands.ts';
import type { Tx } from '#platform/db.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { type DossierVerrouille, executer } from '../store.ts';

/** Refusals: life cycle, `prefecture_inconnue`, `transfert_meme_prefecture`. */
export async function transfererDossier(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { vers, motif }: { vers: string; motif: MotifTransfert },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'transferer', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx, { estRestreint }) => {
    if (vers === portee.prefecture) return refuse('transfert_meme_prefecture');
    if ((await tx.prefecture.count({ where: { code: vers } })) === 0) return refuse('prefecture_inconnue');
    await quitter(tx, dossier.id, agent, at);
    if (estRestreint) await prevenirReferents(tx, dossier, vers, at);
    return ok({
      colonnes: { prefectureCode: vers, agentId: null },
      faits: { de: portee.prefecture, vers, motif },
      valeur: null,
    });
  });
}

/** Lists of habilitated agents, watchers, presences, alerts and appointments are those of the former préfecture. */
async function quitter(tx: Tx, dossierId: string, acteur: Agent, at: Date): Promise<void> {
  await annulerLesRendezVous(tx, { dossierId }, acteur, at);
  await tx.habilitation.deleteMany({ where: { dossierId } });
  await tx.surveillance.deleteMany({ where: { dossierId } });
  await tx.presence.deleteMany({ where: { dossierId } });
  await tx.alerte.updateMany({ where: { dossierId, leveeLe: null }, data: { leveeLe: at } });
}

/** Only they see it there: they say who else does. */
async function prevenirReferents(tx: Tx, { id: dossier, numero }: DossierVerrouille, prefectureCode: string, at: Date): Promise<void> {
  const referents = await tx.agent.findMany({
    where: { prefectureCode, actif: true, roles: { hasSome: [...rolesAyant('lire_restreints')] } },
    select: { id: true, email: true },
  });
  for (const { id, email } of referents)
    await demanderCourriel(tx, {
      cle: `restreint_recu:${dossier}:${id}:${at.toISOString()}`,
      sorte: 'restreint_recu',
      destinataire: email,
      variables: { numero: numero ?? '', dossier },
    });
}
