// A dossier that changes préfecture, against a real Postgres: what follows, what stays behind, who sees it.
import { beforeEach, describe, expect, it } from 'vitest';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { transfererDossier } from '#features/dossier/transfert/commands.ts';
import { destinations } from '#features/dossier/transfert/queries.ts';
import { ESPACE } from '#features/notifications/catalogue.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { prepareQueues } from '#platform/queue.ts';
import { personne } from '../support/complement.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dit, dossierDepose, evenement, type Qui, socle, vu } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
let nord: Qui;
let rhone: Qui;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  nord = await agentDe('59', ['instructeur'], 'TESTNORD');
  rhone = await agentDe('69', ['instructeur'], 'TESTRHONE');
});

const transferer = async (dossier: DossierDeTest, qui = nord, vers = '69') =>
  dit(await transfererDossier(qui.portee, qui.agent, await vu(dossier), { vers, motif: 'changement_d_adresse' }, at));

describe('transférer', () => {
  it('garde tout : date, numéro, complément ouvert ; le dossier attend un agent là-bas', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction', agentId: nord.agent.agentId });
    const complement = await demanderComplement(
      nord.portee,
      nord.agent,
      { ...(await vu(dossier)), items: [{ sorte: 'information', observation: 'Où vivez-vous ?' }] },
      new Date('2026-11-10T09:00:00Z'),
    );
    expect(complement.ok).toBe(true);
    const avant = await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    expect(await transferer(dossier)).toBe('ok');
    const apres = await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    expect(apres).toEqual({ ...avant, prefectureCode: '69', agentId: null, version: avant.version + 1, modifieLe: at });
    expect(await db().complement.count({ where: { dossierId: dossier.id, reponduLe: null, leveLe: null } })).toBe(1);
    expect(apres.numero?.startsWith('59')).toBe(true);

    expect(await dossierInstruit(nord.portee, dossier.id)).toBeNull();
    expect((await dossierInstruit(rhone.portee, dossier.id))?.numero).toBe(dossier.numero);
    expect(dit(await prendreEnCharge(rhone.portee, rhone.agent, await vu(dossier), at))).toBe('ok');
    expect(await sql("select faits from evenement where dossier_id = $1 and type = 'transfere'", [dossier.id])).toEqual([
      { faits: { de: '59', vers: '69', motif: 'changement_d_adresse' } },
    ]);
  });

  it('prévient la personne de qui suit sa demande désormais', async () => {
    const dossier = await dossierDepose();
    await transferer(dossier);
    const [{ id } = { id: '' }] = await sql<{ id: string }>("select id::text from evenement where type = 'transfere'");
    await notifier(id, at);
    expect(await db().notification.findFirstOrThrow()).toMatchObject({
      sorte: 'dossier_transfere',
      contenu: { ancien: 'Préfecture 59', service: 'Préfecture 69', numero: dossier.numero },
    });
  });

  it('ne dit nulle part où est allée une personne protégée', async () => {
    await db().prefecture.update({ where: { code: '69' }, data: { courriel: 'rhone@example.org', telephone: '04 00 00 00 00' } });
    const qui = await personne();
    const dossier = await dossierDepose({ compteId: qui.usager.compteId, statut: 'en_instruction' });
    await db().dossier.update({ where: { id: dossier.id }, data: { restreint: true } });
    await db().habilitation.create({ data: { dossierId: dossier.id, agentId: nord.agent.agentId, accordePar: nord.agent.agentId } });
    expect(await transferer(dossier)).toBe('ok');
    for (const type of ['transfere', 'message_envoye', 'titre_recu'])
      await notifier(await evenement(dossier.id, type, { de: '59', vers: '69' }), at);
    const notifications = await db().notification.findMany({ where: { dossierId: dossier.id } });
    expect(notifications.map((n) => n.sorte).toSorted()).toEqual(['dossier_transfere', 'message_administration', 'titre_arrive']);
    const courriels = await db().courriel.findMany();
    expect(courriels).toHaveLength(3);
    const suivi = await dossierDe(qui.portee, dossier.id, at);
    const corps = notifications.map((n) => ESPACE.get(n.sorte)?.lire(n.contenu).corps);
    const tout = JSON.stringify([notifications.map((n) => n.contenu), corps, courriels, suivi?.contact, suivi?.historique], (_, v) =>
      typeof v === 'bigint' ? String(v) : v,
    );
    for (const mot of ['Préfecture 69', 'Préfecture 59', 'rhone@', '04 00 00 00 00', 'rue des Essais'])
      expect(tout, mot).not.toContain(mot);
    expect(tout).toContain('est désormais suivie par un autre service');
  });

  it('refuse sa propre préfecture, une inconnue, un dossier proposé, une autre préfecture', async () => {
    const dossier = await dossierDepose();
    expect(await transferer(dossier, nord, '59')).toBe('transfert_meme_prefecture');
    expect(await transferer(dossier, nord, 'ZZ')).toBe('prefecture_inconnue');
    expect(await transferer(dossier, rhone, '59')).toBe('introuvable');
    expect(await transferer(await dossierDepose({ statut: 'propose', pieces: false }))).toBe('statut_incompatible');
  });

  it('propose la préfecture d’une nouvelle adresse déclarée', async () => {
    const dossier = await dossierDepose();
    expect((await destinations(nord.portee, dossier.id)).proposee).toBeNull();
    await evenement(dossier.id, 'changement_signale', { numero: '1', remarque: 'x', vers: '69' });
    expect(await destinations(nord.portee, dossier.id)).toEqual({ prefectures: [{ code: '69', nom: 'Préfecture 69' }], proposee: '69' });
    expect((await destinations(rhone.portee, dossier.id)).prefectures).toEqual([]);
  });

  it('laisse un dossier restreint restreint : plus personne ici, les référents là-bas, qui l’apprennent', async () => {
    const referent = await agentDe('69', ['referent_vulnerabilite'], 'TESTREF');
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    await db().dossier.update({ where: { id: dossier.id }, data: { restreint: true } });
    await db().habilitation.create({ data: { dossierId: dossier.id, agentId: nord.agent.agentId, accordePar: nord.agent.agentId } });
    await db().surveillance.create({ data: { dossierId: dossier.id, agentId: nord.agent.agentId } });
    expect(await transferer(dossier)).toBe('ok');
    expect(await db().habilitation.count()).toBe(0);
    expect(await db().surveillance.count()).toBe(0);
    expect(await dossierInstruit(nord.portee, dossier.id)).toBeNull();
    expect(await dossierInstruit(rhone.portee, dossier.id)).toBeNull();
    expect((await dossierInstruit(referent.portee, dossier.id))?.estRestreint).toBe(true);
    expect(await db().courriel.findMany({ select: { sorte: true, destinataire: true, variables: true } })).toEqual([
      {
        sorte: 'restreint_recu',
        destinataire: `${referent.agent.agentId}@example.org`,
        variables: { numero: dossier.numero, dossier: dossier.id },
      },
    ]);
  });
});
