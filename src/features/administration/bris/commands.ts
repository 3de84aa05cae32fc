// An administrator opens one dossier for a reason: the row, the act and the mails to the data-protection role, or nothing at all.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { DEPOSES } from '#domain/dossier/statuts.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consignerActe } from '../commands.ts';
import { MINUTES_OUVERTURE } from './schema.ts';

/** Refusals: `demande_inconnue`, `bris_sans_controle` when nobody would be told. */
export async function ouvrirExceptionnellement(
  portee: PorteeAdministration,
  agent: Agent,
  { numero, motif }: { numero: string; motif: string },
  at: Date,
): Promise<Resultat<{ dossierId: string }>> {
  return transaction(async (tx) => {
    const prefectureCode = portee.prefecture ?? undefined;
    const dossier = await tx.dossier.findFirst({ where: { numero, prefectureCode, statut: { in: [...DEPOSES] } }, select: { id: true } });
    if (!dossier) return refuse('demande_inconnue');
    const controle = await tx.agent.findMany({
      where: { actif: true, roles: { hasSome: [...rolesAyant('lire_bris')] } },
      select: { id: true, email: true },
    });
    if (controle.length === 0) return refuse('bris_sans_controle');
    const id = newId();
    const finLe = new Date(at.getTime() + MINUTES_OUVERTURE * 60_000);
    await tx.brisDeGlace.create({
      data: { id, agentId: agent.agentId, dossierId: dossier.id, motif, le: at, finLe },
      select: { id: true },
    });
    await consignerActe(tx, { par: agent.agentId, type: 'bris_de_glace', cibleId: dossier.id, faits: { numero, motif } }, at);
    for (const { id: qui, email } of controle) {
      await demanderCourriel(tx, {
        cle: `bris:${id}:${qui}`,
        sorte: 'bris_de_glace',
        destinataire: email,
        variables: { agent: agent.nom, numero, motif, le: at.toISOString(), minutes: MINUTES_OUVERTURE },
      });
    }
    return ok({ dossierId: dossier.id });
  });
}
