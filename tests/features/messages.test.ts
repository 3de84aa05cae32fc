// Messages of a dossier: nothing said before it leaves, nothing said twice, nothing read by a stranger, nothing lost.
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { storage } from '#adapters/storage/storage.ts';
import type { Agent } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeUsager } from '#domain/access/scope.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { ecarterFichier } from '#features/dossier/ecart/commands.ts';
import {
  classerMessages,
  ecrireEnAgent,
  ecrireMessage,
  fairePartir,
  noterLectureDesMessages,
  relancerMessages,
  reprendreMessage,
} from '#features/dossier/messages/commands.ts';
import { analyserJointe, joindreAuMessage, oublierBrouillons, retirerDuMessage } from '#features/dossier/messages/fichiers/commands.ts';
import {
  ajoutDe,
  apercuDesMessages,
  conversationAgent,
  conversationDe,
  ecritureOuverte,
  ouvrirJointe,
} from '#features/dossier/messages/queries.ts';
import { schemaMessage } from '#features/dossier/messages/schema.ts';
import { verser } from '#features/dossier/messages/versement/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { type Personne, personne, reference } from '../support/complement.ts';
import { databaseUrl, sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose } from '../support/dossiers.ts';
import { pdf, png } from '../support/fichiers.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const APRES = new Date('2026-11-22T10:05:01Z');

let qui: Personne;
let agent: Agent;
let portee: PorteeAgent;
let dossierId: string;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await reference();
  qui = await personne();
  ({ agent, portee } = await agentDe('59', ['instructeur']));
  dossierId = (await dossierDepose({ compteId: qui.usager.compteId, statut: 'en_instruction', agentId: agent.agentId })).id;
});

const saisie = (texte: string, plus: Record<string, unknown> = {}) =>
  schemaMessage.parse({ dossier: dossierId, cle: newId(), texte, ...plus });
const enUsager = (at = AT, p = qui) => ({ acteur: p.usager, portee: p.portee, at });
const enAgent = (at = AT) => ({ acteur: agent, portee, at });
const attente = async () => (await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).attente;
const faits = async (type: string) => (await db().evenement.findMany({ where: { dossierId, type } })).map((e) => e.faits);
const auteur = () => ({ auteurSorte: 'usager', auteurId: qui.usager.compteId }) as const;

async function* flux(contenu: Buffer) {
  yield contenu;
}
async function joindre(messageId: string, sorte: 'message' | 'complement' = 'message', contenu: Buffer | null = null, nom = 'bail.pdf') {
  const cible = { auteur: auteur(), dossierId, messageId, sorte, at: AT };
  return joindreAuMessage(cible, { nom, contenu: flux(contenu ?? (await pdf())) }, new AbortController().signal);
}

describe('la personne écrit', () => {
  it('une fois, même en cliquant deux fois ; l’agent le voit à traiter, sa première lecture est notée', async () => {
    const message = saisie('Bonjour, où en est ma demande ?');
    const deux = await Promise.all([ecrireMessage(enUsager(), message), ecrireMessage(enUsager(), message)]);
    expect(deux).toEqual([
      { ok: true, valeur: message.cle },
      { ok: true, valeur: message.cle },
    ]);
    expect(await faits('message_recu')).toEqual([{ message: message.cle }]);
    expect(await attente()).toBe('reponse');
    expect(await apercuDesMessages(portee, dossierId)).toMatchObject({ total: 1, aTraiter: 1 });
    await noterLectureDesMessages(dossierId, 'agent', AT);
    await noterLectureDesMessages(dossierId, 'agent', APRES);
    expect((await conversationDe(qui.usager, qui.portee, dossierId, APRES))?.messages[0]).toMatchObject({ luLe: AT, estSien: true });
    expect(await classerMessages(enAgent(), dossierId)).toMatchObject({ ok: true });
    expect(await attente()).toBeNull();
  });

  it('refuse un message vide, un dossier d’autrui, un brouillon d’autrui', async () => {
    expect(await ecrireMessage(enUsager(), saisie('   '))).toMatchObject({ refus: 'message_vide' });
    const autre = await personne();
    expect(await ecrireMessage(enUsager(AT, autre), saisie('Bonjour'))).toMatchObject({ refus: 'introuvable' });
    const message = saisie('Bonjour');
    await joindre(message.cle);
    const sien = (await dossierDepose({ compteId: autre.usager.compteId, statut: 'en_instruction' })).id;
    expect(await ecrireMessage(enUsager(AT, autre), { ...message, dossierId: sien })).toMatchObject({ refus: 'introuvable' });
    expect(await conversationDe(autre.usager, autre.portee, dossierId, AT)).toBeNull();
  });

  it('par un mandataire qui a le droit de répondre, et par lui seul', async () => {
    const aide = await personne();
    const mandat = await db().mandat.create({
      data: {
        id: newId(),
        mandantId: qui.usager.compteId,
        dossierId,
        mandataireId: aide.usager.compteId,
        mandataireEmail: 'aide@example.org',
        mandataireNom: 'Claire TESTAIDE',
        qualite: 'association',
        organisme: 'La Maison TEST',
        droits: ['voir', 'repondre'],
        finLe: new Date('2027-01-01'),
        mandantLe: AT,
        mandataireLe: AT,
      },
    });
    const confie = (droits: readonly ('voir' | 'repondre')[]) => ({
      ...aide.usager,
      confies: [{ dossierId, droits, mandatId: mandat.id, par: { sorte: 'usager' as const, id: aide.usager.compteId } }],
    });
    const lecteur = confie(['voir']);
    const porteeDe = (u: typeof lecteur) => ({ acteur: u, portee: porteeUsager(u), at: AT });
    expect(await ecrireMessage(porteeDe(lecteur), saisie('Bonjour'))).toMatchObject({ refus: 'droit_non_confie' });
    const repondant = confie(['voir', 'repondre']);
    expect((await ecrireMessage(porteeDe(repondant), saisie('Bonjour'))).ok).toBe(true);
    expect((await conversationAgent(portee, dossierId))?.messages[0]).toMatchObject({ nom: 'Claire TESTAIDE (La Maison TEST)' });
  });
});

describe('un agent écrit', () => {
  it('rien n’est dit avant le départ ; au départ la personne est prévenue, et ce qu’elle avait écrit est traité', async () => {
    await ecrireMessage(enUsager(new Date('2026-11-22T09:00:00Z')), saisie('Bonjour'));
    const message = saisie('Votre dossier est à l’étude.');
    expect((await ecrireEnAgent(enAgent(), message)).ok).toBe(true);
    expect((await ecrireEnAgent(enAgent(), message)).ok).toBe(true);
    const [travail] = await sql("select data->>'messageId' as id, start_after from file.job where name = 'message'");
    expect(travail).toMatchObject({ id: message.cle });
    expect(await sql("select 1 from file.job where name = 'message'")).toHaveLength(1);
    expect((await conversationDe(qui.usager, qui.portee, dossierId, AT))?.messages).toHaveLength(1);
    expect(await fairePartir(message.cle, AT)).toBe('sans_objet');
    expect(await Promise.all([fairePartir(message.cle, APRES), fairePartir(message.cle, APRES)])).toContain('parti');
    expect(await faits('message_envoye')).toEqual([{ message: message.cle }]);
    expect(await attente()).toBeNull();
    const lus = (await conversationDe(qui.usager, qui.portee, dossierId, APRES))?.messages;
    expect(lus?.map((m) => [m.de, m.texte, m.nom])).toEqual([
      ['usager', 'Bonjour', null],
      ['agent', 'Votre dossier est à l’étude.', null],
    ]);
    const { id } = await db().evenement.findFirstOrThrow({ where: { dossierId, type: 'message_envoye' } });
    await produireDocuments(String(id));
    await notifier(String(id), APRES);
    await notifier(String(id), APRES);
    expect(await db().notification.findMany({ select: { titre: true } })).toEqual([{ titre: 'Message de l’administration' }]);
    expect(await db().courriel.findMany({ select: { sorte: true } })).toEqual([{ sorte: 'nouvelle_notification' }]);
    expect(await reprendreMessage(enAgent(APRES), message.cle)).toMatchObject({ refus: 'message_parti' });
  });

  it('repris à temps, il n’est jamais dit ; son auteur le retrouve à corriger, un collègue ne le reprend pas', async () => {
    const message = saisie('Erreur de dossier.');
    await ecrireEnAgent(enAgent(), message);
    const autre = await agentDe('59', ['instructeur'], 'TESTAUTRE');
    expect(await reprendreMessage({ acteur: autre.agent, portee: autre.portee, at: AT }, message.cle)).toMatchObject({
      refus: 'introuvable',
    });
    expect(await reprendreMessage(enAgent(), message.cle)).toMatchObject({ ok: true });
    expect(await fairePartir(message.cle, APRES)).toBe('sans_objet');
    expect(await faits('message_envoye')).toEqual([]);
    expect((await conversationDe(qui.usager, qui.portee, dossierId, APRES))?.messages).toEqual([]);
    expect(await conversationAgent(portee, dossierId)).toMatchObject({
      messages: [],
      brouillon: { id: message.cle, texte: 'Erreur de dossier.' },
    });
    expect((await conversationAgent(autre.portee, dossierId))?.brouillon).toBeNull();
    // corrected, then sent: it leaves once
    expect((await ecrireEnAgent(enAgent(APRES), { ...message, texte: 'Votre dossier avance.' })).ok).toBe(true);
    const plusTard = new Date('2026-11-22T11:00:00Z');
    expect(await fairePartir(message.cle, plusTard)).toBe('parti');
    expect((await conversationDe(qui.usager, qui.portee, dossierId, plusTard))?.messages[0]?.texte).toBe('Votre dossier avance.');
  });

  it('d’une autre préfecture, il n’écrit ni ne lit', async () => {
    const rhone = await agentDe('69', ['instructeur']);
    expect(await ecrireEnAgent({ acteur: rhone.agent, portee: rhone.portee, at: AT }, saisie('Bonjour'))).toMatchObject({
      refus: 'introuvable',
    });
    expect(await conversationAgent(rhone.portee, dossierId)).toBeNull();
  });
});

describe('les fichiers joints', () => {
  it('trois au plus, le même contenu une fois, refusés comme ceux des pièces ; retirés avant l’envoi seulement', async () => {
    const message = saisie('Voici.');
    const bail = await pdf();
    const premier = await joindre(message.cle, 'message', bail);
    expect(premier).toMatchObject({ ok: true, valeur: { nom: 'bail.pdf', etat: 'sain' } });
    expect(await joindre(message.cle, 'message', bail)).toMatchObject({ ok: true });
    expect(await db().messageFichier.count()).toBe(1);
    expect(await joindre(message.cle, 'message', Buffer.from('MZ'), 'programme.pdf')).toMatchObject({ refus: 'deguise' });
    for (const cote of [10, 20]) await joindre(message.cle, 'message', await png(cote, cote), `image-${cote}.png`);
    expect(await joindre(message.cle, 'message', await png(30, 30), 'image.png')).toMatchObject({ refus: 'trop_de_fichiers_message' });
    expect(await db().fichierOrphelin.count()).toBe(0);
    if (!premier.ok) throw new Error('joint');
    await retirerDuMessage(auteur(), premier.valeur.id);
    expect(await db().messageFichier.count()).toBe(2);
    await ecrireMessage(enUsager(), message);
    const { id } = await db().messageFichier.findFirstOrThrow();
    expect(await retirerDuMessage(auteur(), id)).toMatchObject({ refus: 'message_parti' });
  });

  it('lus par les deux côtés une fois envoyés, jamais avant, jamais par un étranger', async () => {
    const message = saisie('Voici.');
    const joint = await joindre(message.cle);
    if (!joint.ok) throw new Error('joint');
    const { id } = joint.valeur;
    const lecteurAgent = { auteurSorte: 'agent', auteurId: agent.agentId } as const;
    expect(await ouvrirJointe(portee, lecteurAgent, id)).toBeNull();
    expect(await ouvrirJointe(qui.portee, auteur(), id)).not.toBeNull();
    await ecrireMessage(enUsager(), message);
    expect(await ouvrirJointe(portee, lecteurAgent, id)).toMatchObject({ dossierId, octets: { type: 'application/pdf', nom: 'bail.pdf' } });
    const autre = await personne();
    expect(await ouvrirJointe(autre.portee, { auteurSorte: 'usager', auteurId: autre.usager.compteId }, id)).toBeNull();
    const rhone = await agentDe('69', ['instructeur']);
    expect(await ouvrirJointe(rhone.portee, { auteurSorte: 'agent', auteurId: rhone.agent.agentId }, id)).toBeNull();
    await db().messageFichier.update({ where: { id }, data: { analyse: 'en_attente' } });
    expect(await ouvrirJointe(portee, lecteurAgent, id)).toBeNull();
    expect(await analyserJointe(id)).toBe('sain');
    expect(await analyserJointe(id)).toBe('sans_objet');
  });

  it('d’un brouillon oublié partent avec lui', async () => {
    const message = saisie('');
    await joindre(message.cle);
    expect(await oublierBrouillons(new Date('2026-12-01'))).toBe(0);
    expect(await oublierBrouillons(new Date('2027-06-01'))).toBe(1);
    expect(await db().fichierOrphelin.count()).toBe(1);
  });
});

describe('un message qui devait partir', () => {
  it('et dont le travail s’est perdu, en reçoit un autre', async () => {
    const message = saisie('Bonjour');
    expect(await ecrireEnAgent(enAgent(), message)).toMatchObject({ ok: true });
    await sql('delete from file.job');
    expect(await relancerMessages(APRES)).toBe(0);
    const plusTard = new Date('2026-11-22T11:30:00Z');
    expect(await relancerMessages(plusTard)).toBe(1);
    expect(await sql(`select data from file.job where name = 'message'`)).toEqual([{ data: { messageId: message.cle } }]);
    await fairePartir(message.cle, plusTard);
    expect(await relancerMessages(new Date('2026-11-22T13:00:00Z'))).toBe(0);
  });
});

describe('classer les messages', () => {
  it('attend ce qui arrive au même instant, et ne le fait pas oublier', async () => {
    await ecrireMessage(enUsager(), saisie('Premier'));
    await noterLectureDesMessages(dossierId, 'agent', AT);
    const autre = new Client({ connectionString: databaseUrl });
    await autre.connect();
    // the second message of the person, half way: the dossier held, its row not yet committed
    await autre.query('begin');
    await autre.query('select 1 from dossier where id = $1 for update', [dossierId]);
    const classement = classerMessages(enAgent(APRES), dossierId);
    while ((await sql(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).length === 0);
    await autre.query(
      `insert into message (id, dossier_id, auteur_sorte, auteur_id, texte, cree_le, part_le, envoye_le) values ($1, $2, 'usager', $3, 'Second', $4, $4, $4)`,
      [newId(), dossierId, qui.usager.compteId, new Date('2026-11-22T10:06:00Z')],
    );
    // and what a departure does to those already there
    await autre.query(`update message set traite_le = now() where dossier_id = $1 and texte = 'Premier' and traite_le is null`, [
      dossierId,
    ]);
    await autre.query('commit');
    await autre.end();
    expect(await classement).toMatchObject({ ok: true });
    // nobody has read the second one: it is still to be answered
    expect(await db().message.findMany({ where: { traiteLe: null }, select: { texte: true } })).toEqual([{ texte: 'Second' }]);
    expect(await attente()).toBe('reponse');
  });
});

describe('ce que la personne ajoute d’elle-même (D-08)', () => {
  it('un fichier sans mot suffit, lié à une pièce ; rien du tout est refusé ; plus rien une fois la décision proposée', async () => {
    const ajout = saisie('', { sorte: 'complement' });
    expect(await ecrireMessage(enUsager(), ajout)).toMatchObject({ refus: 'ajout_vide' });
    const joint = await joindre(ajout.cle, 'complement');
    if (!joint.ok) throw new Error('joint');
    expect((await ecrireMessage(enUsager(), { ...ajout, pieces: { [joint.valeur.id]: 'domicile' } })).ok).toBe(true);
    expect(await faits('complement_spontane')).toEqual([{ message: ajout.cle }]);
    expect(await attente()).toBe('reponse');
    expect((await conversationAgent(portee, dossierId))?.messages[0]).toMatchObject({
      sorte: 'complement',
      fichiers: [{ pieceCode: 'domicile' }],
    });
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'propose' } });
    expect(await ecrireMessage(enUsager(), saisie('Encore', { sorte: 'complement' }))).toMatchObject({ refus: 'statut_incompatible' });
    expect(await ecritureOuverte(qui.usager, qui.portee, dossierId, 'complement', AT)).toMatchObject({ refus: 'statut_incompatible' });
    expect((await ajoutDe(qui.usager, qui.portee, dossierId, AT))?.dossier).toMatchObject({ peutCompleter: false, peutEcrire: true });
  });

  it('pour une pièce qui n’est pas de la liste, est refusé et rien n’est envoyé', async () => {
    const ajout = saisie('', { sorte: 'complement' });
    const joint = await joindre(ajout.cle, 'complement');
    if (!joint.ok) throw new Error('joint');
    const pieces = { [joint.valeur.id]: 'piece_inventee' };
    expect(await ecrireMessage(enUsager(), { ...ajout, pieces })).toMatchObject({ refus: 'emplacement_inconnu' });
    expect(await db().message.findUniqueOrThrow({ where: { id: ajout.cle } })).toMatchObject({ partLe: null, envoyeLe: null });
    expect(await faits('complement_spontane')).toEqual([]);
  });

  it('un agent le verse à une pièce : nouvelle version, l’ancienne gardée, la pièce attend un avis, les octets restent', async () => {
    const ajout = saisie('Mon nouveau bail', { sorte: 'complement' });
    const joint = await joindre(ajout.cle, 'complement');
    if (!joint.ok) throw new Error('joint');
    await ecrireMessage(enUsager(), ajout);
    const piece = await db().piece.findUniqueOrThrow({ where: { dossierId_code: { dossierId, code: 'nationalite' } } });
    await db().piece.update({ where: { id: piece.id }, data: { verdict: 'conforme', verifieeLe: AT } });
    const version = async () => (await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).version;
    const geste = async (emplacement: string) =>
      verser(
        portee,
        agent,
        { vu: { dossierId, version: await version() }, fichier: joint.valeur.id, piece: 'nationalite', emplacement },
        APRES,
      );
    expect(await geste('nulle_part')).toMatchObject({ refus: 'emplacement_inconnu' });
    expect(await geste('document')).toMatchObject({ ok: true });
    expect(await geste('document')).toMatchObject({ ok: true });
    const fichiers = await db().fichier.findMany({ where: { pieceId: piece.id }, orderBy: { id: 'asc' } });
    expect(fichiers.map((f) => [f.nom, f.remplaceLe === null])).toEqual([
      ['document-document.pdf', false],
      ['bail.pdf', true],
    ]);
    expect((await db().piece.findUniqueOrThrow({ where: { id: piece.id } })).verdict).toBeNull();
    await db().fichierOrphelin.create({ data: { cle: fichiers[1]?.cle ?? '', depuis: new Date('2026-01-01') } });
    await db().fichier.deleteMany({ where: { id: fichiers[1]?.id ?? '' } });
    expect(await viderOrphelins()).toBe(0);
    expect(await ouvrirJointe(qui.portee, auteur(), joint.valeur.id)).not.toBeNull();
  });

  describe('versé à une pièce', () => {
    /** A file of a message, poured into a piece, its key noted as of nobody: what the cleaning job looks at. */
    async function verse() {
      const ajout = saisie('Mon nouveau bail', { sorte: 'complement' });
      const joint = await joindre(ajout.cle, 'complement');
      if (!joint.ok) throw new Error('joint');
      await ecrireMessage(enUsager(), ajout);
      const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } });
      const geste = { vu: { dossierId, version }, fichier: joint.valeur.id, piece: 'nationalite', emplacement: 'document' };
      expect((await verser(portee, agent, geste, AT)).ok).toBe(true);
      const { cle } = await db().messageFichier.findUniqueOrThrow({ where: { id: joint.valeur.id } });
      await db().fichierOrphelin.create({ data: { cle, depuis: new Date('2026-01-01') } });
      return { message: joint.valeur.id, cle };
    }
    const seLit = async (cle: string) => {
      try {
        return (await buffer(await storage().get(cle))).length > 0;
      } catch {
        return false;
      }
    };

    it.each([
      ['du message', 'de la pièce'],
      ['de la pièce', 'du message'],
    ])('ses octets restent quand il part %s, et s’en vont quand il part aussi %s', async (premier) => {
      const { message, cle } = await verse();
      const departs = [() => db().messageFichier.delete({ where: { id: message } }), () => db().fichier.deleteMany({ where: { cle } })];
      expect([await viderOrphelins(), await seLit(cle)]).toEqual([0, true]);
      const [un, deux] = premier === 'du message' ? departs : departs.toReversed();
      await un?.();
      expect([await viderOrphelins(), await seLit(cle)]).toEqual([0, true]);
      await deux?.();
      expect([await viderOrphelins(), await seLit(cle)]).toEqual([1, false]);
      expect(await viderOrphelins()).toBe(0);
    });

    it('puis écarté comme médical (C37) : ses octets partent, du message aussi', async () => {
      const { cle } = await verse();
      const { id: fichierId } = await db().fichier.findFirstOrThrow({ where: { cle } });
      const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } });
      expect((await ecarterFichier(portee, agent, { dossierId, version }, { fichierId, motif: 'medical' }, AT)).ok).toBe(true);
      expect(await db().messageFichier.count({ where: { cle } })).toBe(0);
      expect([await viderOrphelins(), await seLit(cle)]).toEqual([1, false]);
    });
  });
});
