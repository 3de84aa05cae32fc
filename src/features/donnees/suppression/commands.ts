// Deleting a compte that never deposited. Drafts are abandoned as their owner would do it (answers and files erased, bytes left to the
// cleaning job), then everything that names the person goes. Without any dossier the row itself goes. With abandoned ones it cannot:
// their events are only ever added, and lead to it; the row stays, emptied, and nothing says whose it was.
import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { adresseAbsente } from '#domain/compte/identifiant.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { oublierAdresses } from '#features/compte/coordonnees/commands.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { effacerTitulaire } from '#features/dossier/store.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { logger } from '#platform/logger.ts';
import { DEPOSE } from './queries.ts';

type Appel = { usager: Usager; portee: PorteeUsager; at: Date };

/** Refuses `compte_a_depose`; `modifie_ailleurs` when a draft was begun meanwhile in another tab. */
export async function supprimerCompte({ usager, portee, at }: Appel): Promise<Resultat<null>> {
  const { compteId } = portee;
  if ((await db().dossier.count({ where: DEPOSE(compteId) })) > 0) return refuse('compte_a_depose');
  const brouillons = await db().dossier.findMany({ where: { compteId, statut: 'brouillon' }, select: { id: true } });
  for (const { id } of brouillons) {
    const fait = await abandonner({ acteur: usager, portee, at }, id);
    if (!fait.ok) return fait.refus === 'statut_incompatible' ? refuse('compte_a_depose') : fait;
  }
  const efface = await transaction((tx) => effacer(tx, compteId, at));
  if (efface.ok) logger().info({ compte: compteId }, 'compte supprimé par son titulaire');
  return efface;
}

async function effacer(tx: Tx, compteId: string, at: Date): Promise<Resultat<null>> {
  // a draft begun from now on waits for this lock, by its foreign key
  const [compte] = await tx.$queryRaw<{ email: string }[]>`SELECT email FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  if (!compte) return refuse('introuvable');
  if ((await tx.dossier.count({ where: DEPOSE(compteId) })) > 0) return refuse('compte_a_depose');
  if ((await tx.dossier.count({ where: { compteId, statut: 'brouillon' } })) > 0) return refuse('modifie_ailleurs');
  await effacerAutour(tx, compteId, compte.email, at);
  await demanderCourriel(tx, {
    cle: `compte_supprime:${compteId}`,
    sorte: 'compte_supprime',
    destinataire: compte.email,
    variables: { le: at.toISOString() },
  });
  if ((await tx.dossier.count({ where: { compteId } })) === 0) {
    await tx.compte.delete({ where: { id: compteId }, select: { id: true } });
    return ok(null);
  }
  await effacerTitulaire(tx, compteId);
  await tx.compte.update({ where: { id: compteId }, data: COMPTE_VIDE(compteId), select: { id: true } });
  return ok(null);
}

/** The row that events lead to: opens nothing (no password, an address that no mail reaches), tells nobody. */
const COMPTE_VIDE = (compteId: string) => ({
  email: adresseAbsente('supprime', compteId),
  emailConfirmeLe: null,
  numeroEtranger: null,
  numeroVisa: null,
  emailAccepteJusqu: null,
  motDePasse: null,
  provisoire: null,
  provisoireExpire: null,
  telephone: null,
  langue: 'fr',
  consentementLe: null,
  consentementFinLe: null,
  personneId: null,
});

/** Rows around the compte that name the person or open doors. Tickets stay with the centre de contact, untied: they are its own letters. */
async function effacerAutour(tx: Tx, compteId: string, email: string, at: Date): Promise<void> {
  await tx.session.deleteMany({ where: { compteId } });
  await tx.courriel.deleteMany({ where: { destinataire: email } });
  await oublierAdresses(tx, compteId);
  await tx.jeton.deleteMany({ where: { compteId } });
  await tx.facteur.deleteMany({ where: { compteId } });
  await tx.codeSecours.deleteMany({ where: { compteId } });
  await tx.identiteExterne.deleteMany({ where: { compteId } });
  // the service may not delete what proves an agreement: the base does, for a compte that never deposited
  await tx.$executeRaw`SELECT effacer_consentements(${compteId}::uuid)`;
  await tx.notification.deleteMany({ where: { compteId } });
  await tx.blocage.deleteMany({ where: { compteId } });
  await tx.ticket.updateMany({ where: { compteId }, data: { compteId: null, dossierId: null } });
  await tx.mandat.deleteMany({ where: { mandantId: compteId } });
  await tx.mandat.updateMany({ where: { mandataireId: compteId, revoqueLe: null }, data: { revoqueLe: at, revoquePar: compteId } });
  await tx.mandat.updateMany({ where: { mandataireId: compteId }, data: { mandataireId: null } });
}
