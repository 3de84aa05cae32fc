// The person withdraws their request (C33), or an agent records the letter that asks for it: the examination stops, what was given for its
// duration loses effect, nothing is owed.
import 'server-only';
import type { Agent, Usager } from '#domain/access/actors.ts';
import type { PorteeAgent, PorteeDossiers } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { annulerLesRendezVous } from '#features/rendez-vous/commands.ts';
import type { Tx } from '#platform/db.ts';
import { fermerComplement } from '../complements/suites/commands.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { executer } from '../store.ts';

/** Documents that hold only while a request is examined (R.431-15-1). */
const PROVISOIRES = ['attestation_prolongation'];

/** What ends with the request: an open complement, the appointments to come, the attestations of its examination. */
async function toutArreter(tx: Tx, dossierId: string, acteur: Usager | Agent, at: Date): Promise<void> {
  const ouvert = await tx.complement.findFirst({ where: { dossierId, reponduLe: null, leveLe: null }, select: { id: true } });
  if (ouvert) await fermerComplement(tx, ouvert.id, dossierId, at);
  await annulerLesRendezVous(tx, { dossierId }, acteur, at);
  await tx.document.updateMany({ where: { dossierId, sorte: { in: PROVISOIRES }, revoqueLe: null }, data: { revoqueLe: at } });
}

/** Clicking twice is withdrawing once. Value: the dossier. */
export function retirerDemande(
  { acteur, portee, at }: { acteur: Usager; portee: PorteeDossiers; at: Date },
  dossierId: string,
): Promise<Resultat<string>> {
  return executer(
    { action: 'retirer', dossierId, portee, acteur, at },
    async (dossier, tx) => {
      await toutArreter(tx, dossier.id, acteur, at);
      return ok({ colonnes: { attente: null }, faits: {}, valeur: dossier.id });
    },
    (dossier) => (dossier.statut === 'retire' ? dossier.id : null),
  );
}

type ParLettre = { vu: DossierVu; lettreLe: Jour; remarque: string };

/** On a written request of the person. Refused `lettre_a_venir` when it is dated of a day to come. */
export function retirerParLettre(
  portee: PorteeAgent,
  agent: Agent,
  { vu, lettreLe, remarque }: ParLettre,
  at: Date,
): Promise<Resultat<string>> {
  return executer(
    { action: 'retirer', ...ordreDAgent(portee, agent, vu, at) },
    async (dossier, tx) => {
      if (lettreLe > jourDe(at)) return refuse('lettre_a_venir');
      await toutArreter(tx, dossier.id, agent, at);
      return ok({ colonnes: { attente: null }, faits: { lettreLe, remarque }, valeur: dossier.id });
    },
    (dossier) => (dossier.statut === 'retire' ? dossier.id : null),
  );
}
