// The clocks on real rows: what is due is written, named, told and done, once, whoever runs them and however often.
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { jourDe, plusJours } from '#domain/jour.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { verifier } from '#features/documents/queries.ts';
import { attestationsDues } from '#features/horloge/alertes/queries.ts';
import { delivrerAttestation, delivrerEnLot } from '#features/horloge/attestations/commands.ts';
import { passerLaNuit, recompter, suivreEvenement } from '#features/horloge/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { closeDb, db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { closeQueue } from '#platform/queue.ts';
import { databaseUrl, sql, truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dossierDepose, evenement, type OptionsDossier, socle } from '../support/dossiers.ts';

const matin = (jour: string) => new Date(`${jour}T08:00:00Z`);
const DEPOT = '2026-11-22';
const FIN = '2027-02-03';

let instructeur: { agent: Agent; portee: PorteeAgent };
let chef: { agent: Agent; portee: PorteeAgent };

beforeEach(async () => {
  await truncate();
  await socle();
  instructeur = await agentDe('59', ['instructeur'], 'TESTINSTRUIT');
  chef = await agentDe('59', ['chef'], 'TESTCHEF');
});
afterEach(async () => {
  await closeQueue();
  await closeDb();
});

/** A visiteur who renews in time: the titre ends on FIN. */
const renouvellement = (plus: OptionsDossier = {}): Promise<DossierDeTest> =>
  dossierDepose({
    procedure: 'visiteur',
    reponses: { titre_fin: FIN },
    deposeLe: matin(DEPOT),
    statut: 'en_instruction',
    agentId: instructeur.agent.agentId,
    pieces: false,
    ...plus,
  });

const due = async (id: string) => {
  const { echeanceLe, echeanceCode } = await db().dossier.findUniqueOrThrow({
    where: { id },
    select: { echeanceLe: true, echeanceCode: true },
  });
  return [echeanceCode, echeanceLe?.toISOString().slice(0, 10) ?? null];
};
const alertes = async (dossierId: string) =>
  (await db().alerte.findMany({ where: { dossierId, leveeLe: null }, orderBy: { cle: 'asc' }, select: { code: true, agentId: true } })).map(
    ({ code, agentId }) =>
      `${code} ${agentId === instructeur.agent.agentId ? 'instructeur' : agentId === chef.agent.agentId ? 'chef' : agentId}`,
  );
const faits = async (dossierId: string, type: string) =>
  (await db().evenement.findMany({ where: { dossierId, type }, orderBy: { id: 'asc' }, select: { id: true, faits: true } })).map((e) => e);

const delegue = (agentId: string) =>
  db().delegation.create({
    data: {
      id: newId(),
      agentId,
      sortes: ['attestation'],
      reference: 'arrêté n° 2026-010',
      debutLe: new Date('2026-01-01'),
      creePar: agentId,
    },
  });

/** Asks again until it is true: another connection says no otherwise what it waits for. */
async function jusqua(estVrai: () => Promise<boolean>): Promise<void> {
  const fin = performance.now() + 10_000;
  while (!(await estVrai())) if (performance.now() > fin) throw new Error('attendu en vain');
}

/** What the job of an event does, clocks included. */
async function jouer(id: bigint | string, at: Date): Promise<void> {
  await produireDocuments(String(id));
  await notifier(String(id), at);
  await suivreEvenement(String(id), at);
}

describe('la nuit', () => {
  it('écrit la prochaine échéance et nomme l’agent trente jours avant la fin du titre, puis le chef', async () => {
    const { id } = await renouvellement();
    await passerLaNuit(matin('2026-12-01'));
    expect(await due(id)).toEqual(['attestation_fin_de_document', FIN]);
    expect(await alertes(id)).toEqual([]);
    await passerLaNuit(matin('2027-01-04'));
    expect(await alertes(id)).toContain('attestation_fin_de_document instructeur');
    await passerLaNuit(matin('2027-01-28'));
    expect(await alertes(id)).toEqual(
      expect.arrayContaining(['attestation_fin_de_document chef', 'attestation_fin_de_document instructeur']),
    );
  });

  it('relancée, ou lancée sur deux workers, ne change plus rien', async () => {
    const { id } = await renouvellement();
    const at = matin('2027-04-01');
    await Promise.all([passerLaNuit(at), passerLaNuit(at), passerLaNuit(at, { taille: 1 })]);
    const avant = [await due(id), await db().alerte.findMany({ orderBy: { id: 'asc' } }), await db().evenement.count()];
    const bilan = await passerLaNuit(at);
    expect(bilan).toEqual({ dossiers: 1, dates: 0, alertes: 0, levees: 0, gestes: 0, dits: 0, echecs: 0 });
    expect([await due(id), await db().alerte.findMany({ orderBy: { id: 'asc' } }), await db().evenement.count()]).toEqual(avant);
    expect(await faits(id, 'silence_atteint')).toHaveLength(1);
  });

  it('rejouée depuis rien donne les mêmes dates', async () => {
    const { id } = await renouvellement();
    const at = matin('2027-01-20');
    await passerLaNuit(at);
    const dates = await due(id);
    const nommes = await alertes(id);
    await db().alerte.deleteMany();
    await db().dossier.updateMany({ data: { echeanceLe: null, echeanceCode: null } });
    await passerLaNuit(at);
    expect([await due(id), await alertes(id)]).toEqual([dates, nommes]);
  });

  it('parcourt les dossiers par lots sans en oublier ni toucher à ceux qui sont finis', async () => {
    for (let i = 0; i < 7; i += 1) await renouvellement({ statut: i === 6 ? 'clos' : 'en_instruction' });
    const bilan = await passerLaNuit(matin('2026-12-01'), { taille: 2 });
    expect([bilan.dossiers, bilan.dates]).toEqual([6, 6]);
    expect(await db().dossier.count({ where: { echeanceLe: null } })).toBe(1);
  });

  it('un dossier que le portail ne sait plus lire a sa faute, et n’arrête pas les autres', async () => {
    const [un, casse, deux] = [await renouvellement(), await renouvellement(), await renouvellement()];
    await sql(`update dossier set procedure = 'disparue' where id = $1`, [casse.id]);
    const bilan = await passerLaNuit(matin('2026-12-01'));
    expect([bilan.dossiers, bilan.echecs]).toEqual([3, 1]);
    for (const { id } of [un, deux]) expect(await due(id)).toEqual(['attestation_fin_de_document', FIN]);
  });

  it('arrêtée entre deux lots, laisse un travail qui reprend au dossier suivant', async () => {
    const ids = [(await renouvellement()).id, (await renouvellement()).id, (await renouvellement()).id];
    let demandes = 0;
    const at = matin('2026-12-01');
    expect((await passerLaNuit(at, { taille: 2, doitSArreter: () => demandes++ === 1 })).dossiers).toBe(2);
    const travaux = await sql<{ data: { apres: string } }>(`select data from file.job where name = 'horloge' and state = 'created'`);
    expect(travaux.map((t) => t.data)).toEqual([{ apres: ids[1] }]);
    expect((await passerLaNuit(at, { taille: 2, apres: ids[1] })).dossiers).toBe(1);
    expect(await due(ids[2] ?? '')).toEqual(['attestation_fin_de_document', FIN]);
  });

  it('n’écrit rien de ce qu’un agent vient de changer, et ne se bloque pas avec lui', async () => {
    const { id } = await renouvellement({ reponses: { titre_fin: '2028-02-03' } });
    await passerLaNuit(matin('2027-03-22'));
    // an alert that is no longer due, and a silence reached that night: both are written
    await db().alerte.create({
      data: { id: newId(), dossierId: id, cle: 'ancienne', code: 'silence', echeanceLe: new Date('2027-01-01'), agentId: null },
    });
    const agent = new Client({ connectionString: databaseUrl });
    await agent.connect();
    // what a transfer does: the dossier held first, its alerts lifted next
    await agent.query('begin');
    await agent.query('select 1 from dossier where id = $1 for update', [id]);
    const nuit = passerLaNuit(matin('2027-03-23'));
    await jusqua(async () => (await sql(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).length > 0);
    await agent.query('update alerte set levee_le = now() where dossier_id = $1 and levee_le is null', [id]);
    await agent.query('update dossier set version = version + 1 where id = $1', [id]);
    await agent.query('commit');
    await agent.end();
    const bilan = await nuit;
    expect([bilan.echecs, bilan.dits, bilan.alertes]).toEqual([0, 0, 0]);
    expect(await faits(id, 'silence_atteint')).toEqual([]);
    expect((await passerLaNuit(matin('2027-03-23'))).dits).toBe(1);
  });

  it('nomme le remplaçant de l’agent absent, et les chefs quand personne ne l’a en charge', async () => {
    const remplacant = await agentDe('59', ['instructeur'], 'TESTREMPLACE');
    const { id } = await renouvellement();
    const libre = await renouvellement({ agentId: undefined, statut: 'depose' });
    const absence = (agentId: string, remplacantId: string | null) =>
      db().absence.create({
        data: { id: newId(), agentId, remplacantId, debutLe: new Date('2027-01-01'), finLe: new Date('2027-01-15') },
      });
    await absence(instructeur.agent.agentId, remplacant.agent.agentId);
    await passerLaNuit(matin('2027-01-10'));
    expect(await alertes(id)).toContain(`attestation_fin_de_document ${remplacant.agent.agentId}`);
    expect(await alertes(libre.id)).toContain('attestation_fin_de_document chef');
    // the chef's own alert comes a week before: nobody reads it twice
    await passerLaNuit(matin('2027-01-29'));
    expect((await alertes(libre.id)).filter((a) => a === 'attestation_fin_de_document chef')).toHaveLength(1);
    // back from their absence, the alert is theirs again, and lifted for who replaced them
    await passerLaNuit(matin('2027-01-30'));
    expect(await alertes(id)).toContain('attestation_fin_de_document instructeur');
    expect(await alertes(id)).not.toContain(`attestation_fin_de_document ${remplacant.agent.agentId}`);
  });

  it('ne dit jamais à quelqu’un l’alerte d’un dossier qu’il ne peut pas lire (C40)', async () => {
    const referent = await agentDe('59', ['referent_vulnerabilite'], 'TESTREFERENT');
    const { id } = await renouvellement();
    await db().dossier.update({ where: { id }, data: { restreint: true } });
    await passerLaNuit(matin('2027-01-10'));
    expect((await alertes(id)).filter((a) => a.startsWith('attestation'))).toEqual([
      `attestation_fin_de_document ${referent.agent.agentId}`,
    ]);
  });
});

describe('l’attestation de prolongation', () => {
  it('est délivrée par un agent délégué, une fois, et lève l’alerte', async () => {
    const { agent, portee } = instructeur;
    const { id } = await renouvellement();
    const at = matin('2027-01-10');
    await passerLaNuit(at);
    expect(await delivrerAttestation(portee, agent, id, at)).toMatchObject({ ok: false, refus: 'delegation_absente' });
    await delegue(agent.agentId);
    const [un, deux] = await Promise.all([delivrerAttestation(portee, agent, id, at), delivrerAttestation(portee, agent, id, at)]);
    expect([un, deux].filter((r) => r.ok)).toEqual([{ ok: true, valeur: { du: '2027-02-04', jusqu: '2027-05-03' } }]);
    expect([un, deux].filter((r) => !r.ok)).toMatchObject([{ refus: 'attestation_pas_encore_due' }]);
    // before the worker has passed: the list that comes back with the result does not show it again
    expect((await attestationsDues(portee, false, 1)).lignes).toEqual([]);
    const [delivree] = await faits(id, 'api_delivree');
    expect(delivree?.faits).toEqual({ du: '2027-02-04', jusqu: '2027-05-03', motif: 'fin_de_document', delegation: 'arrêté n° 2026-010' });
    await jouer(delivree?.id ?? '', at);
    expect((await alertes(id)).filter((a) => a.startsWith('attestation'))).toEqual([]);
    // renewed as long as nothing is decided
    await passerLaNuit(matin('2027-04-05'));
    expect(await alertes(id)).toContain('attestation_renouvellement instructeur');
  });

  it('est proposée en lot avec un résultat par dossier', async () => {
    const { agent, portee } = instructeur;
    await delegue(agent.agentId);
    const due1 = await renouvellement();
    const loin = await renouvellement({ reponses: { titre_fin: '2027-03-20' } });
    const tardif = await renouvellement({ reponses: { titre_fin: '2027-01-05' } });
    const ailleurs = await renouvellement({ prefecture: '69', agentId: undefined });
    const resultats = await delivrerEnLot(portee, agent, [due1.id, loin.id, tardif.id, ailleurs.id, due1.id], matin('2027-01-10'));
    expect(resultats.map((r) => [r.objet, r.fait])).toEqual([
      [due1.numero, true],
      [loin.numero, false],
      [tardif.numero, false],
      // of another préfecture: nothing of it is told
      ['Dossier', false],
    ]);
    expect(resultats[0]?.phrase).toBe('valable du 04/02/2027 au 03/05/2027');
    expect(resultats[1]?.phrase).toContain('n’est pas due aujourd’hui');
  });

  it('est délivrée par la machine au dépôt d’un réfugié, pour six mois (C16), et nulle part ailleurs', async () => {
    const { id } = await dossierDepose({ procedure: 'refugie', deposeLe: matin(DEPOT), pieces: false });
    const autre = await renouvellement({ statut: 'depose', agentId: undefined });
    const at = matin(DEPOT);
    for (const dossier of [id, autre.id]) {
      const [depot] = await faits(dossier, 'depose');
      await jouer(depot?.id ?? '', at);
      await jouer(depot?.id ?? '', at);
    }
    expect((await faits(id, 'api_delivree')).map((e) => e.faits)).toEqual([{ du: '2026-11-22', jusqu: '2027-05-21', motif: 'depot' }]);
    expect(await faits(autre.id, 'api_delivree')).toEqual([]);
  });

  it('cesse avec la décision : qui la vérifie le lit ; annulée, une nouvelle est due', async () => {
    const { agent, portee } = instructeur;
    await delegue(agent.agentId);
    const { id } = await renouvellement();
    const at = matin('2027-01-10');
    await delivrerAttestation(portee, agent, id, at);
    const [delivree] = await faits(id, 'api_delivree');
    await jouer(delivree?.id ?? '', at);
    const document = await db().document.findFirstOrThrow({ where: { dossierId: id, sorte: 'attestation_prolongation' } });
    expect(document.valableDu?.toISOString()).toContain('2027-02-04');
    const code = document.codeVerification ?? '';
    expect(await verifier(code, '2027-02-10')).toMatchObject({ etat: 'valide', finLe: '2027-05-03' });
    await db().dossier.update({ where: { id }, data: { statut: 'refuse' } });
    await jouer(
      await evenement(id, 'decision_refus', { signataire: agent.agentId, delegation: 'x' }, matin('2027-02-20')),
      matin('2027-02-20'),
    );
    expect(await verifier(code, '2027-02-21')).toMatchObject({ etat: 'revoque', finLe: '2027-02-20' });
    expect(await due(id)).toEqual([null, null]);
    await db().dossier.update({ where: { id }, data: { statut: 'en_instruction' } });
    await jouer(
      await evenement(id, 'decision_annulee', { motif: 'annulation_juge', remarque: '' }, matin('2027-06-01')),
      matin('2027-06-01'),
    );
    expect(await due(id)).toEqual(['attestation_fin_de_document', FIN]);
    expect(await delivrerAttestation(portee, agent, id, matin('2027-06-01'))).toMatchObject({
      valeur: { du: '2027-06-01', jusqu: '2027-08-31' },
    });
  });
});

describe('le silence (C34)', () => {
  it('est dit à la personne une fois, avec ses droits, et reste le plus urgent de la corbeille', async () => {
    const { id, compteId } = await renouvellement({ reponses: { titre_fin: '2027-12-31' } });
    await passerLaNuit(matin('2027-03-22'));
    expect(await faits(id, 'silence_atteint')).toEqual([]);
    await passerLaNuit(matin('2027-03-23'));
    await passerLaNuit(matin('2027-03-24'));
    const [atteint, ...plus] = await faits(id, 'silence_atteint');
    expect([atteint?.faits, plus]).toEqual([{ le: '2027-03-22' }, []]);
    expect(await due(id)).toEqual(['silence', '2027-03-22']);
    await jouer(atteint?.id ?? '', matin('2027-03-23'));
    const notification = await db().notification.findFirstOrThrow({ where: { compteId } });
    expect([notification.sorte, notification.titre]).toEqual(['silence_atteint', 'Information sur vos droits']);
    expect(notification.contenu).toMatchObject({ le: '2027-03-22', recours: '2027-05-24', tribunal: 'tribunal administratif' });
  });

  it('attend pendant qu’un complément court, et repart à la réponse', async () => {
    const { id, compteId } = await renouvellement({ reponses: { titre_fin: '2027-12-31' } });
    const demandeLe = matin('2027-01-10');
    const complementId = newId();
    await db().complement.create({ data: { id: complementId, dossierId: id, demandeLe, demandePar: instructeur.agent.agentId } });
    await jouer(await evenement(id, 'complement_demande', { complement: complementId }, demandeLe), demandeLe);
    await db().notification.updateMany({ where: { compteId }, data: { ouverteLe: matin('2027-01-12') } });
    await recompter(id, matin('2027-01-20'));
    expect(await due(id)).toEqual(['complement_echu', '2027-02-12']);
    await db().complement.update({ where: { id: complementId }, data: { reponduLe: matin('2027-01-22') } });
    await jouer(await evenement(id, 'complement_repondu', { complement: complementId }, matin('2027-01-22')), matin('2027-01-22'));
    // ten days suspended
    expect(await due(id)).toEqual(['silence', '2027-04-01']);
  });

  it('rappelle la fin du délai de réponse dix puis trois jours avant, une fois chacun, avec les jours qui restent', async () => {
    const { id, compteId } = await renouvellement();
    const demandeLe = matin('2026-12-01');
    const complementId = newId();
    await db().complement.create({ data: { id: complementId, dossierId: id, demandeLe, demandePar: instructeur.agent.agentId } });
    await jouer(await evenement(id, 'complement_demande', { complement: complementId }, demandeLe), demandeLe);
    await db().notification.updateMany({ where: { compteId }, data: { ouverteLe: demandeLe } });
    // the last day is 31 December
    for (let jour = '2026-12-02'; jour <= '2027-01-02'; jour = plusJours(jour, 1)) await passerLaNuit(matin(jour));
    expect((await faits(id, 'complement_rappele')).map((e) => e.faits)).toEqual([
      { complement: complementId, jours: 10 },
      { complement: complementId, jours: 3 },
    ]);
    expect(await alertes(id)).toContain('complement_echu instructeur');
  });
});

describe('un avis', () => {
  it('de la commission est réputé rendu après trois mois, une fois, et le dossier revient à son agent', async () => {
    const { id } = await renouvellement();
    await db().dossier.update({ where: { id }, data: { attente: 'avis' } });
    const avis = await db().avis.create({
      data: { id: newId(), dossierId: id, sorte: 'commission', demandeLe: matin('2026-12-01'), demandePar: instructeur.agent.agentId },
    });
    await passerLaNuit(matin('2027-03-01'));
    expect((await db().avis.findUniqueOrThrow({ where: { id: avis.id } })).sens).toBeNull();
    await passerLaNuit(matin('2027-03-02'));
    await passerLaNuit(matin('2027-03-03'));
    const lu = await db().avis.findUniqueOrThrow({ where: { id: avis.id } });
    expect([lu.sens, lu.renduLe && jourDe(lu.renduLe)]).toEqual(['repute', '2027-03-01']);
    expect(await faits(id, 'avis_rendu')).toHaveLength(1);
    expect((await db().dossier.findUniqueOrThrow({ where: { id } })).attente).toBeNull();
  });
});
