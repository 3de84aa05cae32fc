// What a withdrawal would end, told before it is confirmed.
import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { decider } from '#domain/dossier/decide.ts';
import { statutUsager } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { objetDe } from '#domain/procedure/suites.ts';
import type { CodeRefus } from '#domain/refusals.ts';
import { db, driver } from '#platform/db.ts';
import { lire } from '../queries.ts';

export type Retrait = {
  id: string;
  numero: string;
  nom: string;
  statut: string;
  /** why it cannot be withdrawn; null: it can */
  empechement: CodeRefus | null;
  rendezVous: number;
};

/** Null when the dossier is not theirs, or not deposited. */
export async function retraitDe(acteur: Usager, portee: PorteeDossiers, dossierId: string, at: Date): Promise<Retrait | null> {
  const charge = await lire(driver(), portee, dossierId);
  if (!charge || charge.dossier.numero === null) return null;
  const { dossier, faits } = charge;
  const { estEchu: _, ...avant } = faits;
  const decision = decider('retirer', { ...avant, jour: jourDe(at), complementEchu: false }, acteur);
  return {
    id: dossier.id,
    numero: dossier.numero ?? '',
    nom: dossier.procedure.nom,
    statut: statutUsager(dossier.statut, objetDe(dossier.procedure)).libelle,
    empechement: decision.ok ? null : decision.refus,
    rendezVous: await db().convocation.count({ where: { dossierId: dossier.id, etat: 'prevue' } }),
  };
}
