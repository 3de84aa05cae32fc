// The desk (R.431-2, arrete of 1 August 2023): one dossier that an agent d'accueil fills for a person whose impossibility to file
// online is recorded, in the préfecture that receives them; then the answers of who has no e-mail, while one is asked. The rows say it,
// at each request; without them there is no scope.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { DROITS, type Droit } from '#domain/access/mandat.ts';
import { aLePouvoir } from '#domain/access/roles.ts';
import { type PorteeDossiers, porteeGuichet } from '#domain/access/scope.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
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
    select: {
      dossier: {
        select: {
          ...{ statut: true, deposeLe: true, restreint: true },
          compte: { select: { email: true } },
          complements: { orderBy: { demandeLe: 'desc' }, take: 1, select: { reponduLe: true, leveLe: true } },
        },
      },
    },
  });
  const dossier = ticket?.dossier;
  if (!dossier) return null;
  const [complement] = dossier.complements;
  const droits = droitsAuGuichet({ ...dossier, sansAdresse: !estJoignable(dossier.compte.email), complement }, at);
  return droits.length ? porteeGuichet({ dossierId, droits, mandatId: null, par: { sorte: 'agent', id: agent.agentId } }) : null;
}

type AuGuichet = {
  statut: Statut;
  deposeLe: Date | null;
  restreint: boolean;
  sansAdresse: boolean;
  /** the last one asked */
  complement: { reponduLe: Date | null; leveLe: Date | null } | undefined;
};

function droitsAuGuichet({ statut, deposeLe, restreint, sansAdresse, complement }: AuGuichet, at: Date): readonly Droit[] {
  if (statut === 'brouillon') return DROITS;
  const minutes = restreint ? MINUTES_SI_RESTREINT : HEURES_CONFIRMATION * 60;
  const recent = (fait: Date | null) => fait !== null && at.getTime() - fait.getTime() < minutes * 60_000;
  if (statut === 'depose') return recent(deposeLe) ? ['voir'] : [];
  // C40: what a protected person answers goes to the agents entitled to their request, never through the desk
  if (statut !== 'en_instruction' || !sansAdresse || restreint || !complement || complement.leveLe) return [];
  if (complement.reponduLe === null) return ['voir', 'joindre', 'repondre'];
  return recent(complement.reponduLe) ? ['voir'] : [];
}
