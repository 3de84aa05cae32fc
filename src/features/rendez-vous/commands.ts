// Appointments: given, moved, cancelled, missed, kept. Each goes through the store (lock of the dossier, life-cycle table, event); the
// slot is taken under the lock of its place, so two agents, or an agent and the machine, never receive more people than it can.
import 'server-only';
import { type Acteur, SYSTEME } from '#domain/access/actors.ts';
import { porteeMachine } from '#domain/access/scope.ts';
import { fuseauDe } from '#domain/adresse/fuseau.ts';
import { instantDe } from '#domain/horloge.ts';
import { jourDe, plusJours } from '#domain/jour.ts';
import { creneauDe, placesLibres } from '#domain/rendez-vous/creneaux.ts';
import {
  estARappeler,
  estDeplacable,
  HORIZON_JOURS,
  premierJourPropose,
  RAPPEL_JOURS,
  type SorteRendezVous,
} from '#domain/rendez-vous/regles.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { consignerFait, consignerUneFois } from '#features/dossier/journal/commands.ts';
import { executer, type Portee } from '#features/dossier/store.ts';
import { driver, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { calendrierTenu, creneauxProposes, occupesDe } from './lieux/queries.ts';

/** `debut`: an instant at which the place gives a slot. */
export type Place = { lieuId: string; debut: Date };
type Qui = { portee: Portee; acteur: Acteur; at: Date };

/** Takes a place of this slot, under the lock of the lieu. Refusal `creneau_pris`: full, closed, past, or not a slot of this prefecture. */
async function prendre(
  tx: Tx,
  { dossierId, prefecture, sorte, lieuId, debut }: Place & { dossierId: string; prefecture: string; sorte: SorteRendezVous },
  at: Date,
): Promise<Resultat<string>> {
  const calendrier = debut > at ? await calendrierTenu(tx, lieuId, prefecture) : null;
  const creneau = calendrier && creneauDe(calendrier, debut);
  if (!creneau || placesLibres(creneau, await occupesDe(tx, [lieuId], creneau.debut, creneau.fin)) === 0) return refuse('creneau_pris');
  const id = newId();
  await tx.convocation.create({
    data: { id, dossierId, lieuId, sorte, debutLe: creneau.debut, finLe: creneau.fin, creeLe: at },
    select: { id: true },
  });
  return ok(id);
}

const prevue = (tx: Tx, dossierId: string, sorte?: SorteRendezVous) =>
  tx.convocation.findFirst({
    where: { dossierId, sorte, etat: 'prevue' },
    orderBy: { debutLe: 'asc' },
    select: { id: true, sorte: true, debutLe: true },
  });

/** What a convocation proved, it proves no more: the page of verification says so. */
const revoquer = (tx: Tx, convocationId: string, at: Date) => tx.$executeRaw`
  UPDATE document SET revoque_le = ${at} WHERE sorte = 'convocation' AND revoque_le IS NULL
    AND evenement_id IN (SELECT e.id FROM evenement e WHERE e.dossier_id = document.dossier_id AND e.faits->>'convocation' = ${convocationId})`;

/** Refusals: life cycle, `rendez_vous_sans_objet`, `rendez_vous_deja_donne`, `titre_non_arrive`, `creneau_pris`. */
export async function convoquer(
  { portee, acteur, at }: Qui,
  { dossierId, sorte, lieuId, debut }: Place & { dossierId: string; sorte: SorteRendezVous },
): Promise<Resultat<{ convocation: string }>> {
  return executer({ action: 'convoquer', dossierId, portee, acteur, at }, async (dossier, tx, faits) => {
    if (sorte === 'remise' && faits.titre !== 'recu') return refuse('titre_non_arrive');
    // accepted meanwhile, as long as the titre is not ordered: it waits for them
    if (sorte === 'biometrie' && faits.titre !== null) return refuse('rendez_vous_sans_objet');
    if (await prevue(tx, dossier.id, sorte)) return refuse('rendez_vous_deja_donne');
    const pris = await prendre(tx, { dossierId: dossier.id, prefecture: dossier.prefectureCode ?? '', sorte, lieuId, debut }, at);
    if (!pris.ok) return pris;
    const convocation = pris.valeur;
    return ok({ faits: { convocation }, valeur: { convocation } });
  });
}

/** By the person until 24 hours before, by an agent at any time. The former slot is free at once. Refusals: `rendez_vous_inconnu`, `rendez_vous_trop_proche`, `creneau_pris`. */
export async function deplacerRendezVous(
  { portee, acteur, at }: Qui,
  { dossierId, convocation: remplace, lieuId, debut }: Place & { dossierId: string; convocation: string },
): Promise<Resultat<{ convocation: string }>> {
  return executer({ action: 'deplacer_rendez_vous', dossierId, portee, acteur, at }, async (dossier, tx) => {
    const ancien = await tx.convocation.findFirst({
      where: { id: remplace, dossierId: dossier.id, etat: 'prevue' },
      select: { sorte: true, debutLe: true },
    });
    if (!ancien) return refuse('rendez_vous_inconnu');
    if (acteur.sorte === 'usager' && !estDeplacable(ancien.debutLe, at)) return refuse('rendez_vous_trop_proche');
    await tx.convocation.update({ where: { id: remplace }, data: { etat: 'deplacee' }, select: { id: true } });
    const sorte: SorteRendezVous = ancien.sorte === 'biometrie' ? 'biometrie' : 'remise';
    const pris = await prendre(tx, { dossierId: dossier.id, prefecture: dossier.prefectureCode ?? '', sorte, lieuId, debut }, at);
    if (!pris.ok) return pris;
    await revoquer(tx, remplace, at);
    const convocation = pris.valeur;
    return ok({ faits: { convocation, remplace }, valeur: { convocation } });
  });
}

/** Refusal `rendez_vous_inconnu`. */
export async function annulerRendezVous(
  { portee, acteur, at }: Qui,
  { dossierId, convocation }: { dossierId: string; convocation: string },
): Promise<Resultat<null>> {
  return executer({ action: 'annuler_rendez_vous', dossierId, portee, acteur, at }, async (dossier, tx) => {
    const { count } = await tx.convocation.updateMany({
      where: { id: convocation, dossierId: dossier.id, etat: 'prevue' },
      data: { etat: 'annulee' },
    });
    if (count === 0) return refuse('rendez_vous_inconnu');
    await revoquer(tx, convocation, at);
    return ok({ faits: { convocation }, valeur: null });
  });
}

/**
 * Appointments that an act leaves without object (transfer, withdrawal, decision annulled): their slots are free at once, and the person
 * is told of each as when an agent cancels it. In the transaction of that act, under its lock. `sorte`: absent, of every kind.
 */
export async function annulerLesRendezVous(
  tx: Tx,
  { dossierId, sorte }: { dossierId: string; sorte?: SorteRendezVous },
  acteur: Acteur,
  at: Date,
): Promise<void> {
  const annules = await tx.convocation.findMany({
    where: { dossierId, sorte, etat: 'prevue' },
    orderBy: { debutLe: 'asc' },
    select: { id: true },
  });
  for (const { id: convocation } of annules) {
    await tx.convocation.update({ where: { id: convocation }, data: { etat: 'annulee' }, select: { id: true } });
    await revoquer(tx, convocation, at);
    await consignerFait(tx, dossierId, 'rendez_vous_annule', { convocation }, at, acteur);
  }
}

/**
 * The person did not come: counted. The machine convenes again (see the job), until MANQUES_AVANT_ALERTE, when the clocks name somebody
 * instead. Refusals: `rendez_vous_inconnu`, `rendez_vous_a_venir`.
 */
export async function constaterAbsence(
  { portee, acteur, at }: Qui,
  { dossierId, convocation }: { dossierId: string; convocation: string },
): Promise<Resultat<{ manques: number }>> {
  return executer({ action: 'constater_absence', dossierId, portee, acteur, at }, async (dossier, tx) => {
    const rendezVous = await tx.convocation.findFirst({
      where: { id: convocation, dossierId: dossier.id, etat: 'prevue' },
      select: { sorte: true, debutLe: true },
    });
    if (!rendezVous) return refuse('rendez_vous_inconnu');
    if (rendezVous.debutLe > at) return refuse('rendez_vous_a_venir');
    await tx.convocation.update({ where: { id: convocation }, data: { etat: 'manquee' }, select: { id: true } });
    await revoquer(tx, convocation, at);
    const manques = await tx.convocation.count({ where: { dossierId: dossier.id, sorte: rendezVous.sorte, etat: 'manquee' } });
    return ok({ faits: { convocation }, valeur: { manques } });
  });
}

/** At the desk: ten fingers, photograph, originals seen (R.431-9). Refusal `rendez_vous_inconnu`. */
export async function releverBiometrie(
  { portee, acteur, at }: Qui,
  { dossierId, convocation }: { dossierId: string; convocation: string },
): Promise<Resultat<null>> {
  return executer({ action: 'relever_biometrie', dossierId, portee, acteur, at }, async (dossier, tx) => {
    const { count } = await tx.convocation.updateMany({
      where: { id: convocation, dossierId: dossier.id, sorte: 'biometrie', etat: 'prevue' },
      data: { etat: 'honoree' },
    });
    return count === 0 ? refuse('rendez_vous_inconnu') : ok({ faits: { convocation }, valeur: null });
  });
}

/** How many times a slot may be taken by somebody else while the machine chooses it. */
const ESSAIS = 5;

/** The machine gives the first free slot, AVANCE_JOURS ahead at least. Value: false when no place has one, or when it is not to be given. */
export async function convoquerAuPlusTot(
  { dossierId, compteId, prefecture, sorte }: { dossierId: string; compteId: string; prefecture: string; sorte: SorteRendezVous },
  at: Date,
): Promise<boolean> {
  const qui = { portee: porteeMachine(compteId), acteur: SYSTEME, at };
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const [premier] = await creneauxProposes(
      driver(),
      prefecture,
      instantDe(premierJourPropose(at), 0, fuseauDe(prefecture)),
      HORIZON_JOURS,
    );
    if (!premier) return false;
    const { lieuId, debut } = premier;
    const fait = await convoquer(qui, { dossierId, sorte, lieuId, debut });
    if (fait.ok || fait.refus !== 'creneau_pris') return fait.ok;
  }
  return false;
}

/** A week before (S-201), once, in the daytime of the place; safe to run anywhere, any number of times. Value: how many people were reminded. */
export async function rappelerRendezVous(at: Date): Promise<number> {
  // two days wider than the week: days begin elsewhere first
  const jusqu = new Date(`${plusJours(jourDe(at), RAPPEL_JOURS + 2)}T00:00:00Z`);
  const proches = await driver().$queryRaw<{ id: string; dossier_id: string; debut: Date; donne: Date; prefecture: string }[]>`
    SELECT v.id, v.dossier_id, v.debut_le AS debut, v.cree_le AS donne, l.prefecture_code AS prefecture
    FROM convocation v JOIN lieu l ON l.id = v.lieu_id
    WHERE v.etat = 'prevue' AND v.rappel_le IS NULL AND v.debut_le > ${at} AND v.debut_le < ${jusqu} ORDER BY v.debut_le LIMIT 2000`;
  let rappeles = 0;
  for (const { id, dossier_id: dossierId, debut, donne, prefecture } of proches) {
    if (!estARappeler({ debut, donneLe: donne, fuseau: fuseauDe(prefecture) }, at)) continue;
    const dit = await transaction(async (tx) => {
      const { count } = await tx.convocation.updateMany({ where: { id, etat: 'prevue', rappelLe: null }, data: { rappelLe: at } });
      if (count === 0) return false;
      const dit = { dossierId, cle: `rendez_vous_rappele:${id}`, type: 'rendez_vous_rappele', faits: { convocation: id } } as const;
      return (await consignerUneFois(tx, [dit], at)).length > 0;
    });
    if (dit) rappeles += 1;
  }
  return rappeles;
}
