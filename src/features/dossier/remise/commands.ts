// After a favourable decision: the titre is ordered by the machine, its arrival recorded, and it is handed over against its checks. Each
// goes through the store; what follows of itself (order, convocation, stamps used up) is `suivre`, run by the job of each event.
import 'server-only';
import { timbre } from '#adapters/timbre/timbre.ts';
import { type Agent, SYSTEME } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeMachine } from '#domain/access/scope.ts';
import type { Objet } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { texteDeReponse } from '#domain/procedure/champs.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { objetDe, titreAccorde } from '#domain/procedure/suites.ts';
import { montantsDus, piecesDiferees } from '#domain/rendez-vous/apporter.ts';
import { MANQUES_AVANT_ALERTE } from '#domain/rendez-vous/regles.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import type { LigneBordereau } from '#domain/titre/bordereau.ts';
import { typeDelivre } from '#domain/titre/delivre.ts';
import { type Controles, DOCUMENTS_JUSQU_A_LA_REMISE, type TitreRecu } from '#domain/titre/remise.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { texteAgenda, typeAgenda } from '#features/notifications/courriels/commands.ts';
import { agendaDu } from '#features/notifications/courriels/kinds/convocation.ts';
import { ecrire } from '#features/notifications/kinds/convocation.ts';
import { convoquerAuPlusTot } from '#features/rendez-vous/commands.ts';
import { attenduDe, type RendezVousDit } from '#features/rendez-vous/queries.ts';
import { remiseDite } from '#features/rendez-vous/remises/queries.ts';
import type { Octets } from '#guard/octets.ts';
import { driver, type Tx } from '#platform/db.ts';
import type { DossierVerrouille } from '../queries.ts';
import { enJson, executer, type Portee } from '../store.ts';
import { attendusAuNumero, dejaDonne, evenementSuivi } from './queries.ts';

const enDate = (jour: Jour) => new Date(`${jour}T00:00:00Z`);

/** What is made and collected at the préfecture; a change of address, a validated visa or a permit are papers of the portal alone. */
const FABRIQUES: readonly Objet[] = ['titre', 'duplicata', 'document_de_voyage'];
export const donneUnTitre = (procedure: Procedure): boolean => FABRIQUES.includes(objetDe(procedure));

type Ordre = { portee: Portee; acteur: Agent | typeof SYSTEME; dossierId: string; at: Date };

/** Ordered by the machine after the decision; by an agent for what it does not order of itself (a new card after a change). */
export async function commanderTitre({ portee, acteur, dossierId, at }: Ordre): Promise<Resultat<null>> {
  return executer({ action: 'commander_titre', dossierId, portee, acteur, at }, async (dossier, tx) => {
    await tx.remise.create({ data: { dossierId: dossier.id, commandeLe: at }, select: { dossierId: true } });
    return ok({ colonnes: { attente: 'production' as const }, faits: {}, valeur: null });
  });
}

/** The card is at the préfecture. Refusals: life cycle, `titre_deja_recu` when another dossier bears this number. */
export async function recevoirTitre(
  portee: PorteeAgent,
  agent: Agent,
  { dossierId, numeroTitre, debut, fin }: TitreRecu & { dossierId: string },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'recevoir_titre', dossierId, portee, acteur: agent, at }, async (dossier, tx) => {
    // held until the end of the transaction: two agents who type the same card are seen one after the other
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`titre:${numeroTitre}`}))::text`;
    if ((await tx.remise.count({ where: { numeroTitre, dossierId: { not: dossier.id } } })) > 0) return refuse('titre_deja_recu');
    await tx.remise.update({
      where: { dossierId: dossier.id },
      data: { recuLe: at, numeroTitre, debutLe: enDate(debut), finLe: enDate(fin) },
      select: { dossierId: true },
    });
    return ok({ colonnes: { attente: 'remise' as const }, faits: {}, valeur: null });
  });
}

export type LigneRecue = { rang: number; cle: string; issue: Resultat<null> };

/** A parcel of cards, each on its own: what one line refuses stops no other. */
export async function recevoirLot(
  portee: PorteeAgent,
  agent: Agent,
  lignes: readonly LigneBordereau[],
  at: Date,
): Promise<readonly LigneRecue[]> {
  const issues: LigneRecue[] = [];
  for (const { rang, cle, ...recu } of lignes) {
    const [dossierId, ...autres] = await attendusAuNumero(portee, cle);
    // two requests accepted for one person: the number of the request says which
    const issue =
      dossierId && autres.length === 0 ? await recevoirTitre(portee, agent, { dossierId, ...recu }, at) : refuse('titre_non_attendu');
    issues.push({ rang, cle, issue });
  }
  return issues;
}

/** `timbres`: numbers as typed. `cas`: which of the possible amounts, when there are several. */
export type Remise = Omit<Controles, 'timbres' | 'montantDu'> & { timbres: readonly string[]; cas: string | null };

/**
 * Hands the titre over. The stamps are asked of their provider before the lock, and used up by the job. Refusals: life cycle,
 * `controles_incomplets` (a required deferred piece was not seen), `timbre_…`, `timbres_insuffisants`.
 */
export async function remettre(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  { timbres: saisis, cas, ...controles }: Remise,
  at: Date,
): Promise<Resultat<null>> {
  const verifies = await verifierTimbres(saisis);
  if (!verifies.ok) return verifies;
  const timbres = verifies.valeur;
  return executer({ action: 'remettre', dossierId, portee, acteur: agent, at }, async (dossier, tx) => {
    const attendu = await attenduDe(tx, dossier.id);
    const remise = await remiseDite(tx, dossier.id);
    if (!attendu || !remise?.numeroTitre || !remise.debut || !remise.fin) return refuse('titre_non_arrive');
    const manquantes = piecesDiferees(attendu.pieces, attendu.dossier).filter((p) => p.requise && !controles.pieces.includes(p.code));
    if (manquantes.length > 0) return refuse('controles_incomplets');
    const dus = montantsDus(attendu.dossier, lignesTarifs(), jourDe(at), attendu.paye);
    const du = dus.find((m) => m.cas === cas) ?? dus[0];
    const montantDu = du?.total ?? 0;
    const trouve = timbres.reduce((somme, { montant }) => somme + montant, 0);
    if (trouve !== montantDu) return refuse('timbres_insuffisants', { trouve: enEuros(trouve), attendu: enEuros(montantDu) });
    // in one order: two desks that take the same two stamps wait for each other, they are not stuck
    const numeros = timbres.map((t) => t.numero).toSorted();
    for (const numero of numeros) if (await dejaDonne(tx, dossier.id, numero)) return refuse('timbre_deja_utilise');
    const gardes: Controles = { ...controles, timbres, montantDu };
    await tx.remise.update({
      where: { dossierId: dossier.id },
      data: { remisLe: at, remisPar: agent.agentId, controles: enJson(gardes) },
      select: { dossierId: true },
    });
    await tx.convocation.updateMany({ where: { dossierId: dossier.id, sorte: 'remise', etat: 'prevue' }, data: { etat: 'honoree' } });
    await inscrireAuRegistre(tx, dossier, { numeroTitre: remise.numeroTitre, debut: remise.debut, fin: remise.fin }, at);
    await tx.document.updateMany({
      where: { dossierId: dossier.id, sorte: { in: [...DOCUMENTS_JUSQU_A_LA_REMISE] }, revoqueLe: null },
      data: { revoqueLe: at },
    });
    return ok({ colonnes: { attente: null }, faits: {}, valeur: null });
  });
}

const REFUS_TIMBRE = { deja_utilise: 'timbre_deja_utilise', inconnu: 'timbre_inconnu', format: 'timbre_format' } as const;

async function verifierTimbres(numeros: readonly string[]): Promise<Resultat<{ numero: string; montant: number }[]>> {
  if (new Set(numeros).size !== numeros.length) return refuse('timbre_deja_donne');
  const verifies: { numero: string; montant: number }[] = [];
  for (const numero of numeros) {
    const verdict = await timbre().verifier(numero);
    if (verdict.etat !== 'valide') return refuse(REFUS_TIMBRE[verdict.etat]);
    verifies.push({ numero, montant: verdict.montant });
  }
  return ok(verifies);
}

/** The registre knows the new titre from this day, and that what it replaces is held no more: a renewal begins from it. */
async function inscrireAuRegistre(tx: Tx, dossier: DossierVerrouille, { numeroTitre, debut, fin }: TitreRecu, at: Date): Promise<void> {
  const { personneId, procedure, reponses, deposeLe } = dossier;
  const objet = objetDe(procedure);
  // a travel document is no titre de séjour
  if (personneId === null || objet === 'document_de_voyage') return;
  const { libelle } = titreAccorde(procedure, { reponses, jour: jourDe(deposeLe ?? at) });
  // a duplicata is the very titre that was lost; a change keeps it too
  const type = objet === 'titre' ? typeDelivre(procedure.slug, libelle) : texteDeReponse(reponses.titre_type) || null;
  await tx.$executeRaw`
    UPDATE titre SET invalide_le = ${jourDe(at)}::date WHERE personne_id = ${personneId}::uuid AND invalide_le IS NULL
      AND sorte IN ('titre', 'recepisse', 'vls_ts') AND fin_le >= ${jourDe(at)}::date`;
  await tx.$executeRaw`
    INSERT INTO titre (id, personne_id, sorte, numero, mention, type, debut_le, fin_le, cree_le)
    VALUES (gen_random_uuid(), ${personneId}::uuid, 'titre', ${numeroTitre}, ${type === null ? libelle : mentionDe(type)}, ${type},
      ${debut}::date, ${fin}::date, ${at})`;
}

/**
 * What follows of itself, after the documents and the messages of an event. Safe to repeat: the life cycle refuses what is done already.
 */
export async function suivre(evenementId: string, at: Date): Promise<void> {
  const suivi = await evenementSuivi(driver(), evenementId);
  if (!suivi) return;
  const { type, dossierId, compteId, prefecture, procedure, numero } = suivi;
  switch (type) {
    // the machine orders as soon as both are there (R.431-9): refused by the table until then
    case 'biometrie_relevee':
    case 'decision_favorable':
      if (donneUnTitre(procedure)) await commanderTitre({ portee: porteeMachine(compteId), acteur: SYSTEME, dossierId, at });
      return;
    case 'titre_recu':
      await convoquerAuPlusTot({ dossierId, compteId, prefecture, sorte: 'remise' }, at);
      return;
    case 'rendez_vous_manque':
      if (suivi.sorte && suivi.manques < MANQUES_AVANT_ALERTE)
        await convoquerAuPlusTot({ dossierId, compteId, prefecture, sorte: suivi.sorte }, at);
      return;
    case 'titre_remis': {
      const remise = await remiseDite(driver(), dossierId);
      for (const { numero: donne } of remise?.controles?.timbres ?? []) await timbre().consommer(donne, numero);
    }
  }
}

/** The calendar file of an appointment, as the mail attaches it: cancelled, it takes the appointment out of a calendar. */
export function agendaDuRendezVous(rendezVous: RendezVousDit, at: Date): { contenu: Uint8Array<ArrayBuffer>; octets: Octets } {
  const agenda = agendaDu(ecrire(rendezVous), { annule: rendezVous.etat === 'annulee' });
  const contenu = new TextEncoder().encode(texteAgenda(agenda, at));
  return { contenu, octets: { type: typeAgenda(agenda), nom: agenda.nom, taille: contenu.length, affichage: 'a_enregistrer' } };
}
