// C33: a request is withdrawn by its person, or on their letter; everything that lived by it ends, and they get the proof.
import { beforeEach, describe, expect, it } from 'vitest';
import { produireDocuments } from '#features/documents/commands.ts';
import { verifier } from '#features/documents/queries.ts';
import { retirerDemande, retirerParLettre } from '#features/dossier/retrait/commands.ts';
import { retraitDe } from '#features/dossier/retrait/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { complementDemande, type Demande, personne, QUESTION, reference } from '../support/complement.ts';
import { truncate } from '../support/database.ts';
import { agentDe } from '../support/dossiers.ts';

const AT = new Date('2026-11-22T10:00:00Z');

let d: Demande;
beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await reference();
  d = await complementDemande([QUESTION]);
});

const appel = () => ({ acteur: d.usager, portee: d.portee, at: AT });
const etat = () => db().dossier.findUniqueOrThrow({ where: { id: d.dossierId } });

async function attestation(): Promise<void> {
  const { id } = await db().evenement.create({
    data: { dossierId: d.dossierId, type: 'api_delivree', acteurSorte: 'systeme', faits: {}, creeLe: AT },
  });
  await db().document.create({
    data: {
      id: newId(),
      dossierId: d.dossierId,
      evenementId: id,
      sorte: 'attestation_prolongation',
      nom: 'Attestation',
      cle: newId().replaceAll('-', '').padEnd(40, '0'),
      sha256: '',
      taille: 1,
      codeVerification: 'ATTESTATION1',
      produitLe: AT,
      valableJusqu: new Date('2027-02-20'),
    },
  });
}

describe('le retrait par la personne', () => {
  it('une fois, même en cliquant deux fois : tout s’arrête, l’attestation n’est plus valable', async () => {
    await attestation();
    const { id: lieuId } = await db().lieu.create({ data: { id: newId(), prefectureCode: '59', nom: 'Lille', adresse: 'rue' } });
    await db().convocation.create({
      data: { id: newId(), dossierId: d.dossierId, lieuId, sorte: 'biometrie', debutLe: AT, finLe: AT },
    });
    expect(await retraitDe(d.usager, d.portee, d.dossierId, AT)).toMatchObject({ empechement: null, rendezVous: 1 });
    expect(await Promise.all([retirerDemande(appel(), d.dossierId), retirerDemande(appel(), d.dossierId)])).toEqual([
      { ok: true, valeur: d.dossierId },
      { ok: true, valeur: d.dossierId },
    ]);
    expect(await etat()).toMatchObject({ statut: 'retire', attente: null });
    expect(await db().evenement.count({ where: { dossierId: d.dossierId, type: 'retire' } })).toBe(1);
    expect(await db().complement.findUniqueOrThrow({ where: { id: d.complementId } })).toMatchObject({ leveLe: AT, reponduLe: null });
    expect(await db().convocation.findMany({ select: { etat: true } })).toEqual([{ etat: 'annulee' }]);
    expect(await verifier('ATTESTATION1', '2026-11-23')).toMatchObject({ etat: 'revoque' });
    const suivi = await dossierDe(d.portee, d.dossierId, AT);
    expect(suivi).toMatchObject({ statut: 'retire', complement: null, documents: [] });
    expect(await retraitDe(d.usager, d.portee, d.dossierId, AT)).toMatchObject({ empechement: 'statut_incompatible' });
  });

  it('donne une confirmation, par le compte et par un courriel qui ne dit rien', async () => {
    await retirerDemande(appel(), d.dossierId);
    const { id } = await db().evenement.findFirstOrThrow({ where: { dossierId: d.dossierId, type: 'retire' } });
    await produireDocuments(String(id));
    await notifier(String(id), AT);
    expect(await db().document.findMany({ where: { dossierId: d.dossierId }, select: { sorte: true, revoqueLe: true } })).toEqual([
      { sorte: 'confirmation_retrait', revoqueLe: null },
    ]);
    expect(await db().notification.findFirstOrThrow({ where: { sorte: 'retrait_enregistre' } })).toMatchObject({
      titre: 'Retrait de la demande',
      contenu: { parLettre: false },
    });
    expect(await db().courriel.findMany({ select: { sorte: true } })).toEqual([{ sorte: 'nouvelle_notification' }]);
  });

  it('est refusé à un étranger, et une fois la décision prise', async () => {
    const autre = await personne();
    expect(await retirerDemande({ acteur: autre.usager, portee: autre.portee, at: AT }, d.dossierId)).toMatchObject({
      refus: 'introuvable',
    });
    expect(await retraitDe(autre.usager, autre.portee, d.dossierId, AT)).toBeNull();
    await db().dossier.update({ where: { id: d.dossierId }, data: { statut: 'accepte' } });
    expect(await retirerDemande(appel(), d.dossierId)).toMatchObject({ refus: 'statut_incompatible' });
  });
});

describe('le retrait sur lettre', () => {
  it('garde la date et la demande de la personne, jamais une date à venir', async () => {
    const { agent, portee } = await agentDe('59', ['instructeur']);
    const geste = async (lettreLe: string) => {
      const { version } = await etat();
      return retirerParLettre(portee, agent, { vu: { dossierId: d.dossierId, version }, lettreLe, remarque: 'Je quitte la France.' }, AT);
    };
    expect(await geste('2026-11-23')).toMatchObject({ refus: 'lettre_a_venir' });
    expect(await geste('2026-11-20')).toMatchObject({ ok: true });
    expect(await db().evenement.findFirstOrThrow({ where: { type: 'retire' } })).toMatchObject({
      faits: { lettreLe: '2026-11-20', remarque: 'Je quitte la France.' },
      acteurSorte: 'agent',
    });
    const suivi = await dossierDe(d.portee, d.dossierId, AT);
    expect(suivi?.historique.find((f) => f.libelle.includes('retirée'))).toMatchObject({
      libelle: 'La demande a été retirée par {qui}.',
      qui: 'Un agent instructeur (Préfecture du Nord)',
    });
  });

  it.each([
    [['accueil'], 'Un agent d’accueil (Préfecture du Nord)'],
    [['instructeur', 'accueil'], 'Un agent instructeur (Préfecture du Nord)'],
    // their roles have changed since: nothing is made up
    [['chef'], 'Un agent de la préfecture (Préfecture du Nord)'],
  ] as const)('dit qui l’a fait : %j', async (roles, qui) => {
    const { agent } = await agentDe('59', [...roles]);
    await db().evenement.create({
      data: { dossierId: d.dossierId, type: 'retire', acteurSorte: 'agent', acteurId: agent.agentId, faits: {}, creeLe: AT },
    });
    const lu = async () => (await dossierDe(d.portee, d.dossierId, AT))?.historique.find((f) => f.libelle.includes('retirée'))?.qui;
    expect(await lu()).toBe(qui);
    await db().dossier.update({ where: { id: d.dossierId }, data: { restreint: true } });
    expect(await lu()).not.toContain('Nord');
  });
});
