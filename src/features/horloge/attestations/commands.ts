// The attestation de prolongation de l'instruction is issued here, by an agent or by the machine (D-18), through the life-cycle table: what is
// due is counted again under the lock, so two gestures give one attestation.
import 'server-only';
import { type Acteur, type Agent, SYSTEME } from '#domain/access/actors.ts';
import { delegationPour } from '#domain/access/delegation.ts';
import { type PorteeAgent, porteeMachine } from '#domain/access/scope.ts';
import { attestationDue, estAProposer, periodeAttestation } from '#domain/delais/attestation.ts';
import { ATTESTATIONS } from '#domain/delais/regles.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { lisibleParAgent, type Portee } from '#features/dossier/queries.ts';
import { executer } from '#features/dossier/store.ts';
import { db } from '#platform/db.ts';
import { type DossierMinute, lireLot } from '../queries.ts';

export type Periode = { du: Jour; jusqu: Jour };

/** Refusals: life cycle, delegation, `attestation_pas_encore_due`. */
async function delivrer(portee: Portee, acteur: Acteur, dossierId: string, at: Date): Promise<Resultat<Periode>> {
  return executer({ action: 'delivrer_api', dossierId, portee, acteur, at }, async (dossier, tx, { delegations }) => {
    const jour = jourDe(at);
    const [lu] = await lireLot(tx, { ids: [dossier.id] }, jour);
    const due = lu && attestationDue(lu.faits);
    if (!due || !lu?.faits.regime || !estAProposer(due, jour)) return refuse('attestation_pas_encore_due');
    const periode = periodeAttestation(due, lu.faits.regime, jour);
    const delegation = delegationPour(delegations, 'attestation', jour);
    // the list of those to issue no longer shows it, without waiting for the clocks, which raise again what would still be due
    await tx.alerte.updateMany({
      where: { dossierId: dossier.id, code: { in: [...ATTESTATIONS] }, leveeLe: null },
      data: { leveeLe: at },
    });
    const sous = delegation.ok ? { delegation: delegation.valeur.reference } : {};
    return ok({ faits: { ...periode, motif: due.motif, ...sous }, valeur: periode });
  });
}

export function delivrerAttestation(portee: PorteeAgent, agent: Agent, dossierId: string, at: Date): Promise<Resultat<Periode>> {
  return delivrer(portee, agent, dossierId, at);
}

/** What became of one dossier; `objet`: its number, or what was asked when it is not theirs. */
export type ResultatDuLot = { objet: string; fait: boolean; phrase: string };

/** One after the other, each in its own transaction: what is refused to one does not stop the others. */
export async function delivrerEnLot(portee: PorteeAgent, agent: Agent, dossiers: readonly string[], at: Date): Promise<ResultatDuLot[]> {
  const ids = [...new Set(dossiers)];
  const lisibles = await db().dossier.findMany({
    where: { AND: [{ id: { in: ids } }, lisibleParAgent(portee)] },
    select: { id: true, numero: true },
  });
  const resultats: ResultatDuLot[] = [];
  for (const id of ids) {
    const objet = lisibles.find((l) => l.id === id)?.numero ?? 'Dossier';
    const fait = await delivrer(portee, agent, id, at);
    const phrase = fait.ok
      ? `valable du ${jourLisible(fait.valeur.du)} au ${jourLisible(fait.valeur.jusqu)}`
      : phraseDuRefus(fait.refus, fait.details);
    resultats.push({ objet, fait: fait.ok, phrase });
  }
  return resultats;
}

/** R.431-15-3, R.431-15-4: the law leaves nothing to judge, the machine issues it at the deposit. True when it did. */
export async function delivrerSeule({ id, compteId, faits }: DossierMinute, at: Date): Promise<boolean> {
  const due = attestationDue(faits);
  if (due?.motif !== 'depot' || faits.regime?.provisoire?.sorte !== 'api_immediate') return false;
  const fait = await delivrer(porteeMachine(compteId), SYSTEME, id, at);
  // somebody was faster
  if (!fait.ok && fait.refus !== 'attestation_pas_encore_due' && fait.refus !== 'statut_incompatible')
    throw new Error(`attestation ${id} : ${fait.refus}`);
  return fait.ok;
}
