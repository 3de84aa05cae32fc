// What the machine decides alone, right after the deposit: the validation of a VLS-TS (R.431-17). The deposit has already checked the
// period and the stamp; here the registre is asked once more, outside of any lock, the stamp is used up, and the dossier ends well by the
// life-cycle table. Where the registre does not confirm, nothing is decided: an agent will look. Safe to repeat.
import 'server-only';
import { timbre } from '#adapters/timbre/timbre.ts';
import { SYSTEME } from '#domain/access/actors.ts';
import { porteeMachine } from '#domain/access/scope.ts';
import { texteDeReponse } from '#domain/procedure/champs.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { ok } from '#domain/result.ts';
import { consignerFait } from '#features/dossier/journal/commands.ts';
import { registre } from '#features/personne/registre/commands.ts';
import { db, driver, transaction } from '#platform/db.ts';
import { executer } from '../store.ts';
import { type DepotAutomatique, depotAutomatique } from './queries.ts';

/** Runs after the documents and messages of the deposit. */
export async function traiterDepot(evenementId: string, at: Date): Promise<void> {
  const depot = await depotAutomatique(evenementId);
  if (!depot) return;
  const empechement = await controler(depot);
  if (empechement) return signaler(depot, empechement, at);
  if (depot.timbre) await timbre().consommer(depot.timbre, depot.numero);
  const { dossierId, compteId, numero } = depot;
  const valide = await executer(
    { action: 'valider_seul', dossierId, portee: porteeMachine(compteId), acteur: SYSTEME, at },
    async () => ok({ colonnes: { decideLe: at }, faits: { numero }, valeur: true }),
    // an agent may have taken it, or this may be a repetition: what is no longer waiting is left alone
    (dossier) => (dossier.statut === 'depose' ? null : true),
  );
  if (!valide.ok) throw new Error(`validation ${numero} : ${valide.refus}`);
}

/** Why the machine cannot decide; null when the registre knows exactly this visa, not withdrawn. */
async function controler({ personneId, numeroEtranger, reponses }: DepotAutomatique): Promise<string | null> {
  if (personneId === null) return 'Aucune personne du registre n’est rattachée à ce compte.';
  const fiche = await registre(db(), driver()).connaitre(numeroEtranger ? { numeroEtranger } : { reference: personneId });
  const lu = (champ: string) => texteDe(reponses, champ);
  const visa = fiche?.titres.find(
    (t) => t.sorte === 'vls_ts' && t.type === lu('titre_type') && t.debut === lu('titre_debut') && t.fin === lu('titre_fin'),
  );
  if (!visa) return 'Le registre ne connaît pas ce VLS-TS avec ces dates.';
  return visa.invalideLe === null ? null : 'Le registre dit que ce visa n’est plus valable.';
}

const texteDe = (reponses: Reponses, champ: string) => texteDeReponse(reponses[champ]);

async function signaler({ dossierId }: DepotAutomatique, remarque: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    // one line in the history, whatever is repeated
    await tx.$queryRaw`SELECT 1 FROM dossier WHERE id = ${dossierId}::uuid FOR UPDATE`;
    if ((await tx.evenement.count({ where: { dossierId, type: 'controle_automatique' } })) > 0) return;
    await consignerFait(tx, dossierId, 'controle_automatique', { remarque }, at);
  });
}
