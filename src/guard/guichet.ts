// The desk (R.431-2, arrete of 1 August 2023): one dossier that an agent d'accueil fills for a person whose impossibility to file
// online is recorded, in the préfecture that receives them. The rows say it, at each request; without them there is no scope.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { DROITS } from '#domain/access/mandat.ts';
import { aLePouvoir } from '#domain/access/roles.ts';
import { type PorteeDossiers, porteeGuichet } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/** Once deposited, the time to print the confirmation: afterwards an agent d'accueil reads nothing of it any more (03-instruction 9). */
const HEURES_CONFIRMATION = 24;
/** C40: a request of somebody protected is closed from its deposit on; the time to hand them their proof. */
const MINUTES_SI_RESTREINT = 30;

/** The scope of this agent on this dossier, or null: another préfecture, no recorded impossibility, not filed at the desk, too late. */
export async function guichetOuvert(agent: Agent, dossierId: string, at: Date): Promise<PorteeDossiers | null> {
  if (!isId(dossierId) || agent.prefecture === null || !aLePouvoir(agent.roles, 'guichet')) return null;
  const ticket = await db().ticket.findFirst({
    where: { dossierId, prefectureCode: agent.prefecture, impossibiliteLe: { not: null }, dossier: { canal: 'guichet' } },
    select: { dossier: { select: { statut: true, deposeLe: true, restreint: true } } },
  });
  const dossier = ticket?.dossier;
  if (!dossier) return null;
  const minutes = dossier.restreint ? MINUTES_SI_RESTREINT : HEURES_CONFIRMATION * 60;
  const recent = dossier.deposeLe !== null && at.getTime() - dossier.deposeLe.getTime() < minutes * 60_000;
  const droits = dossier.statut === 'brouillon' ? DROITS : dossier.statut === 'depose' && recent ? (['voir'] as const) : [];
  return droits.length ? porteeGuichet({ dossierId, droits, mandatId: null, par: { sorte: 'agent', id: agent.agentId } }) : null;
}
