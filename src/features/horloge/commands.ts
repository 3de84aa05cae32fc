// The clocks, made true: the next day due of each dossier, who is named, what the person is told, what the machine does alone. At night over
// every open dossier, and after each event over its own. Everything is counted again from the rows and written where it differs: running
// twice, or on several workers at once, changes nothing.
import 'server-only';
import { SYSTEME } from '#domain/access/actors.ts';
import { porteeMachine } from '#domain/access/scope.ts';
import { nommer } from '#domain/delais/destinataires.ts';
import { alertesDues, type EcheanceDue, echeances, prochaine, rappelsDus } from '#domain/delais/echeances.ts';
import type { AvisSuivi } from '#domain/delais/faits.ts';
import { DEPLACENT_UN_DELAI } from '#domain/delais/horloges.ts';
import { estOuvert } from '#domain/delais/silence.ts';
import { reputeLe } from '#domain/dossier/avis.ts';
import { type Jour, jourDe, joursEntre } from '#domain/jour.ts';
import { ok } from '#domain/result.ts';
import { consignerUneFois, type DitDesHorloges } from '#features/dossier/journal/commands.ts';
import { attenteDuDossier, type EcheanceLue } from '#features/dossier/queries.ts';
import { dater, executer } from '#features/dossier/store.ts';
import { driver, driverTransaction, type Sql, transaction } from '#platform/db.ts';
import { causeOf, recordFault } from '#platform/fault.ts';
import { isId, newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { enqueue } from '#platform/queue.ts';
import { delivrerSeule } from './attestations/commands.ts';
import { type DossierMinute, type Equipes, idsDuLot, lecteursDe, lireEquipes, lireLot, tenir } from './queries.ts';

/** Dossiers read, and written, at once. */
const TAILLE_DU_LOT = 500;
const AVANT_TOUS = '00000000-0000-0000-0000-000000000000';

/** `echecs`: dossiers that could not be counted; each has a fault in the log, with its number. */
export type Bilan = { dossiers: number; dates: number; alertes: number; levees: number; gestes: number; dits: number; echecs: number };
const RIEN: Bilan = { dossiers: 0, dates: 0, alertes: 0, levees: 0, gestes: 0, dits: 0, echecs: 0 };

const plus = (a: Bilan, b: Bilan): Bilan => ({
  dossiers: a.dossiers + b.dossiers,
  dates: a.dates + b.dates,
  alertes: a.alertes + b.alertes,
  levees: a.levees + b.levees,
  gestes: a.gestes + b.gestes,
  dits: a.dits + b.dits,
  echecs: a.echecs + b.echecs,
});

/** `apres`: the last dossier done by a night that was stopped. `doitSArreter` is asked before each batch: the process is told to leave. */
export type Nuit = { taille?: number; apres?: string; doitSArreter?: () => boolean };

/**
 * The night: every dossier that is filed and not over, a batch after the other; memory does not grow with their number. Stopped, it leaves
 * a job that goes on from there. A dossier that cannot be counted is a fault with a number; the others are done.
 */
export async function passerLaNuit(
  at: Date,
  { taille = TAILLE_DU_LOT, apres: debut = AVANT_TOUS, doitSArreter = () => false }: Nuit = {},
): Promise<Bilan> {
  const jour = jourDe(at);
  const equipes = await lireEquipes(null, jour);
  let bilan = RIEN;
  let apres = debut;
  for (;;) {
    if (doitSArreter()) {
      await transaction((tx) => enqueue(tx, 'horloge', { apres }));
      return bilan;
    }
    const ids = await idsDuLot(driver(), { apres, taille });
    bilan = plus(bilan, await traiterLot(ids, equipes, at));
    const dernier = ids.at(-1);
    if (!dernier || ids.length < taille) return bilan;
    apres = dernier;
  }
}

/** Together; one by one when one of them stops the others. */
async function traiterLot(ids: readonly string[], equipes: Equipes, at: Date): Promise<Bilan> {
  const compter = async (lesquels: readonly string[]) => traiter(await lireLot(driver(), { ids: lesquels }, jourDe(at)), equipes, at);
  try {
    return await compter(ids);
  } catch (cause) {
    logger().warn({ travail: 'horloge', dossiers: ids.length, cause: causeOf(cause) }, 'lot repris dossier par dossier');
  }
  let bilan = RIEN;
  for (const id of ids) {
    try {
      bilan = plus(bilan, await compter([id]));
    } catch (erreur) {
      recordFault(erreur, { travail: 'horloge', dossier: id });
      bilan = plus(bilan, { ...RIEN, dossiers: 1, echecs: 1 });
    }
  }
  return bilan;
}

/** After an event: its dossier, when the event moves a clock. Attestations stop with the request that they prolong. */
export async function suivreEvenement(evenementId: string, at: Date): Promise<void> {
  const [evenement] = await driver().$queryRaw<{ dossier_id: string; type: string }[]>`
    SELECT dossier_id, type FROM evenement WHERE id = ${evenementId}::bigint`;
  if (!evenement || !DEPLACENT_UN_DELAI.some((type) => type === evenement.type)) return;
  await recompter(evenement.dossier_id, at);
}

/** One dossier, now. */
export async function recompter(dossierId: string, at: Date): Promise<Bilan> {
  if (!isId(dossierId)) return RIEN;
  const jour = jourDe(at);
  const lot = await lireLot(driver(), { ids: [dossierId] }, jour);
  await cesserAttestations(lot, at);
  return traiter(lot, await lireEquipes(lot[0]?.prefecture ?? '', jour), at);
}

/** R.431-15-1: it holds as long as the préfet has not decided. Whoever checks it after that reads that it has stopped. */
async function cesserAttestations(lot: readonly DossierMinute[], at: Date): Promise<void> {
  const finis = lot.filter((d) => !estOuvert(d.faits.statut)).map((d) => d.id);
  if (finis.length === 0) return;
  await driver().$queryRaw`
    UPDATE document SET revoque_le = ${at}::timestamptz
    WHERE dossier_id = ANY(${finis}::uuid[]) AND sorte = 'attestation_prolongation' AND revoque_le IS NULL`;
}

async function traiter(lot: readonly DossierMinute[], equipes: Equipes, at: Date): Promise<Bilan> {
  const jour = jourDe(at);
  const touches: string[] = [];
  for (const dossier of lot) if (await agir(dossier, at)) touches.push(dossier.id);
  // what the machine has just done changes what is due: read again, those alone
  const relus = touches.length > 0 ? await lireLot(driver(), { ids: touches }, jour) : [];
  const minutes = lot.map((d) => minuteDe(relus.find((r) => r.id === d.id) ?? d, equipes, jour)).filter(aQuelqueChoseAEcrire);
  const fait = { ...RIEN, dossiers: lot.length, gestes: touches.length };
  if (minutes.length === 0) return fait;
  return driverTransaction(async (tx) => {
    // the dossiers first, as every command does, and in one order: whoever comes meanwhile waits, nobody is stuck
    const tenus = await tenir(
      tx,
      minutes.map((m) => m.due),
    );
    const restees = minutes.filter(({ dossier }) => tenus.has(dossier.id));
    const dates = await dater(
      tx,
      restees.map((m) => m.due),
    );
    const { alertes, levees } = await alerter(tx, restees, at);
    const dits = await dire(tx, restees, at);
    return { ...fait, dates, alertes, levees, dits };
  });
}

/** What should stand for a dossier: its next day due, the alerts that are open, what is to be said. */
type Minute = { dossier: DossierMinute; due: EcheanceLue; alertes: readonly LigneAlerte[]; aDire: readonly DitDesHorloges[] };

function minuteDe(dossier: DossierMinute, equipes: Equipes, jour: Jour): Minute {
  const dues = echeances(dossier.faits, jour);
  const due = prochaine(dues);
  return {
    dossier,
    due: { id: dossier.id, version: dossier.version, le: due?.le ?? null, code: due?.code ?? null },
    alertes: lignesAlertes(dossier, dues, equipes, jour),
    aDire: paroles(dossier, dues, jour),
  };
}

/** On most nights nothing moves for most dossiers: those are only read. */
function aQuelqueChoseAEcrire({ dossier: { ecrit }, due, alertes, aDire }: Minute): boolean {
  const ouvertes = new Set(ecrit.alertes);
  return (
    ecrit.le !== due.le ||
    ecrit.code !== due.code ||
    aDire.length > 0 ||
    ouvertes.size !== alertes.length ||
    alertes.some(({ cle }) => !ouvertes.has(cle))
  );
}

/** What the law lets the machine do alone (D-18, R.432-8, L.413-7). True when it did something. */
async function agir(dossier: DossierMinute, at: Date): Promise<boolean> {
  const jour = jourDe(at);
  const seule = await delivrerSeule(dossier, at);
  const { deposeLe, statut, avis } = dossier.faits;
  if (deposeLe === null || statut !== 'en_instruction') return seule;
  let repute = false;
  for (const attendu of avis.filter((a) => a.renduLe === null)) {
    const le = reputeLe({ ...attendu, deposeLe }, jour);
    if (le !== null) repute = (await reputerRendu(dossier, attendu, le, at)) || repute;
  }
  return seule || repute;
}

/** An opinion that did not come in its period is deemed given, and the préfet may decide. */
async function reputerRendu({ id, compteId }: DossierMinute, avis: AvisSuivi, le: Jour, at: Date): Promise<boolean> {
  const fait = await executer(
    { action: 'rendre_avis', dossierId: id, portee: porteeMachine(compteId), acteur: SYSTEME, at },
    async (_dossier, tx) => {
      const { count } = await tx.avis.updateMany({
        where: { id: avis.id, renduLe: null },
        data: { sens: 'repute', texte: 'Réputé rendu à la fin de son délai.', renduLe: new Date(`${le}T00:00:00Z`) },
      });
      // answered meanwhile
      if (count === 0) return { ok: false, refus: 'modifie_ailleurs' };
      return ok({
        colonnes: { attente: await attenteDuDossier(tx, id) },
        faits: { avis: avis.id, sorte: avis.sorte, sens: 'repute' },
        valeur: null,
      });
    },
  );
  return fait.ok;
}

type LigneAlerte = { dossier: string; version: number; cle: string; code: string; le: Jour; agent: string | null };

/** Names those who must act, and lifts what has been done. Two statements, whatever the number of dossiers. */
async function alerter(tx: Sql, minutes: readonly Minute[], at: Date): Promise<{ alertes: number; levees: number }> {
  const lignes = minutes.flatMap(({ alertes }) => alertes).map((ligne) => ({ id: newId(), ...ligne }));
  const json = JSON.stringify(lignes);
  const crees = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO alerte (id, dossier_id, cle, code, echeance_le, agent_id, cree_le)
    SELECT x.id, x.dossier, x.cle, x.code, x.le, x.agent, ${at}::timestamptz
    FROM jsonb_to_recordset(${json}::jsonb) AS x(id uuid, dossier uuid, version int, cle text, code text, le date, agent uuid)
      JOIN dossier d ON d.id = x.dossier AND d.version = x.version
    ON CONFLICT (dossier_id, cle) DO UPDATE SET levee_le = NULL WHERE alerte.levee_le IS NOT NULL
    RETURNING id`;
  const lus = JSON.stringify(minutes.map(({ dossier: { id, version } }) => ({ id, version })));
  const levees = await tx.$queryRaw<{ id: string }[]>`
    UPDATE alerte a SET levee_le = ${at}::timestamptz
    FROM jsonb_to_recordset(${lus}::jsonb) AS x(id uuid, version int) JOIN dossier d ON d.id = x.id AND d.version = x.version
    WHERE a.dossier_id = d.id AND a.levee_le IS NULL AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${json}::jsonb) AS y(dossier uuid, cle text) WHERE y.dossier = a.dossier_id AND y.cle = a.cle)
    RETURNING a.id`;
  return { alertes: crees.length, levees: levees.length };
}

function lignesAlertes(dossier: DossierMinute, dues: readonly EcheanceDue[], equipes: Equipes, jour: Jour): LigneAlerte[] {
  const nommes = alertesDues(dues, jour);
  if (nommes.length === 0) return [];
  const lecteurs = lecteursDe(dossier, equipes);
  const dits = new Set<string>();
  return nommes.flatMap(({ cle, code, objet, le, a }) => {
    const qui = nommer(a, dossier.agentId, lecteurs);
    // a préfecture where nobody works: the alert stands, for whoever comes
    const agents: readonly (string | null)[] = qui.length > 0 ? qui : [null];
    // named as chef and in place of an agent: once is enough
    const nouveaux = agents.filter((agent) => {
      const dit = `${code}:${objet ?? ''}:${le}:${agent ?? ''}`;
      return !dits.has(dit) && dits.add(dit);
    });
    return nouveaux.map((agent) => ({
      dossier: dossier.id,
      version: dossier.version,
      cle: `${cle}:${agent ?? ''}`,
      code,
      le,
      agent,
    }));
  });
}

/** What is to be said that day and was not: the reminders of a complement to the person, the rejection born of silence. */
function paroles({ id: dossierId, dits }: DossierMinute, dues: readonly EcheanceDue[], jour: Jour): DitDesHorloges[] {
  const rappels = rappelsDus(dues, jour).flatMap(({ cle, code, objet, le }): DitDesHorloges[] =>
    code === 'complement' && objet !== null
      ? // the days that are really left: a night may have been missed
        [{ dossierId, cle, type: 'complement_rappele', faits: { complement: objet, jours: joursEntre(jour, le) } }]
      : [],
  );
  const silences = dues.flatMap(({ cle, code, le }): DitDesHorloges[] => {
    if (code !== 'silence') return [];
    const restants = joursEntre(jour, le);
    if (restants < 0) return [{ dossierId, cle, type: 'silence_atteint', faits: { le } }];
    const jours = restants <= 10 ? 10 : restants <= 30 ? 30 : null;
    return jours === null ? [] : [{ dossierId, cle: `${cle}:${jours}`, type: 'silence_proche', faits: { le, jours } }];
  });
  return [...rappels, ...silences].filter(({ cle }) => !dits.has(cle));
}

/** Value: how many were told to the person. */
async function dire(tx: Sql, minutes: readonly Minute[], at: Date): Promise<number> {
  const ecrits = await consignerUneFois(
    tx,
    minutes.flatMap(({ aDire }) => aDire),
    at,
  );
  // that the day comes near is for the agents
  return ecrits.filter((type) => type !== 'silence_proche').length;
}
