// A file that has no place in a dossier (C37): bytes and name go, the history says only that something was removed.
import { beforeEach, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { ecarterFichier } from '#features/dossier/ecart/commands.ts';
import { fichierAEcarter } from '#features/dossier/ecart/queries.ts';
import { ESPACE } from '#features/notifications/catalogue.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
let instructeur: { agent: Agent; portee: PorteeAgent };

beforeEach(async () => {
  await truncate();
  await socle();
  await prepareQueues();
  instructeur = await agentDe('59', ['instructeur']);
});

const fichiers = (dossierId: string) =>
  db().fichier.findMany({ where: { piece: { dossierId } }, select: { id: true, cle: true, nom: true, piece: { select: { code: true } } } });

async function ecarter(dossierId: string, fichierId: string, qui = instructeur) {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
  return ecarterFichier(qui.portee, qui.agent, { dossierId, version }, { fichierId, motif: 'medical' }, at);
}

it('détruit le fichier et son nom, remet la pièce à vérifier, et prévient sans dire ce que c’était', async () => {
  const { id } = await dossierDepose({ statut: 'en_instruction' });
  const [vise, ...autres] = await fichiers(id);
  if (!vise) throw new Error('pas de fichier');
  await db().piece.updateMany({ where: { dossierId: id }, data: { verdict: 'conforme', verifieeLe: at } });
  expect(await ecarter(id, vise.id)).toEqual({ ok: true, valeur: { piece: vise.piece.code } });

  expect((await fichiers(id)).map((f) => f.id).toSorted()).toEqual(autres.map((f) => f.id).toSorted());
  expect(await db().fichierOrphelin.count({ where: { cle: vise.cle } })).toBe(1);
  const pieces = await db().piece.findMany({ where: { dossierId: id, verdict: null }, select: { code: true } });
  expect(pieces).toEqual([{ code: vise.piece.code }]);
  const [ecart] = await db().evenement.findMany({ where: { dossierId: id, type: 'fichier_ecarte' } });
  expect(ecart?.faits).toEqual({ piece: vise.piece.code, motif: 'medical' });
  await notifier(String(ecart?.id), at);
  const notification = await db().notification.findFirstOrThrow();
  expect(notification.titre).toBe('Fichier retiré');
  expect(JSON.stringify(notification.contenu)).not.toContain(vise.nom);
});

it('ne fait rien deux fois, ni sur le fichier d’un autre dossier, ni depuis une autre préfecture', async () => {
  const { id } = await dossierDepose({ statut: 'en_instruction' });
  const autre = await dossierDepose({ statut: 'en_instruction' });
  const [vise] = await fichiers(id);
  const [etranger] = await fichiers(autre.id);
  if (!vise || !etranger) throw new Error('pas de fichier');
  expect(await ecarter(id, etranger.id)).toEqual({ ok: false, refus: 'fichier_introuvable' });
  expect(await ecarter(id, vise.id, await agentDe('69', ['instructeur']))).toEqual({ ok: false, refus: 'introuvable' });
  expect(await ecarter(id, vise.id, await agentDe('59', ['valideur']))).toEqual({ ok: false, refus: 'non_autorise' });
  expect((await ecarter(id, vise.id)).ok).toBe(true);
  expect(await ecarter(id, vise.id)).toEqual({ ok: false, refus: 'fichier_introuvable' });
  expect(await db().evenement.count({ where: { type: 'fichier_ecarte' } })).toBe(1);
});

it('emporte les mêmes octets partout où ce dossier les tient : une autre pièce, le message qui les apporta ; pas ceux d’un autre dossier', async () => {
  const { id } = await dossierDepose({ statut: 'en_instruction' });
  const autre = await dossierDepose({ statut: 'en_instruction' });
  const [vise, voisin] = await fichiers(id);
  const [etranger] = await fichiers(autre.id);
  if (!vise || !voisin || !etranger) throw new Error('pas de fichier');
  const memes = { cle: vise.cle, sha256: 'a'.repeat(64), taille: 10, type: 'pdf', nom: 'certificat.pdf' };
  await db().piece.updateMany({ where: { dossierId: id }, data: { verdict: 'conforme', verifieeLe: at } });
  await db().fichier.update({ where: { id: voisin.id }, data: { cle: vise.cle } });
  await db().fichier.update({ where: { id: etranger.id }, data: { cle: vise.cle } });
  const messageDe = (dossierId: string) =>
    db().message.create({
      data: {
        ...{ id: newId(), dossierId, auteurSorte: 'usager', auteurId: newId(), texte: 'Mon certificat', partLe: at, envoyeLe: at },
        fichiers: { create: { id: newId(), ...memes, analyse: 'sain' } },
      },
    });
  await messageDe(id);
  await messageDe(autre.id);
  expect((await ecarter(id, vise.id)).ok).toBe(true);
  expect(await db().fichier.findMany({ where: { cle: vise.cle }, select: { id: true } })).toEqual([{ id: etranger.id }]);
  expect(await db().messageFichier.findMany({ select: { message: { select: { dossierId: true } } } })).toEqual([
    { message: { dossierId: autre.id } },
  ]);
  const rejugees = await db().piece.findMany({ where: { dossierId: id, verdict: null }, select: { code: true } });
  expect(rejugees.map((p) => p.code).toSorted()).toEqual([vise.piece.code, voisin.piece.code].toSorted());
});

it('détruit un fichier venu par un message, versé à aucune pièce, et le dit sans le nommer ; pas celui d’un agent', async () => {
  const { id } = await dossierDepose({ statut: 'en_instruction' });
  const avant = await db().piece.findMany({ where: { dossierId: id }, select: { code: true, verdict: true } });
  const joint = { cle: newId(), sha256: 'b'.repeat(64), taille: 10, type: 'pdf', nom: 'certificat-medical.pdf' };
  const message = (auteurSorte: string, cle: string) =>
    db().message.create({
      data: {
        ...{ id: newId(), dossierId: id, auteurSorte, auteurId: newId(), texte: 'Mon certificat', partLe: at, envoyeLe: at },
        fichiers: { create: { id: newId(), ...joint, cle, analyse: 'sain' } },
      },
      select: { id: true, fichiers: { select: { id: true } } },
    });
  const sien = await message('usager', joint.cle);
  const agent = await message('agent', newId());
  const [vise] = sien.fichiers;
  const [duService] = agent.fichiers;
  if (!vise || !duService) throw new Error('pas de fichier');
  expect(await fichierAEcarter(instructeur.portee, id, vise.id)).toEqual({ id: vise.id, nom: joint.nom, estDUnMessage: true });
  expect(await fichierAEcarter((await agentDe('69', ['instructeur'])).portee, id, vise.id)).toBeNull();
  expect(await ecarter(id, duService.id)).toEqual({ ok: false, refus: 'fichier_introuvable' });
  expect(await ecarter(id, vise.id)).toEqual({ ok: true, valeur: { piece: null } });

  expect(await db().messageFichier.count({ where: { messageId: sien.id } })).toBe(0);
  expect(await db().fichierOrphelin.count({ where: { cle: joint.cle } })).toBe(1);
  expect(await db().piece.findMany({ where: { dossierId: id }, select: { code: true, verdict: true } })).toEqual(avant);
  const ecart = await db().evenement.findFirstOrThrow({ where: { dossierId: id, type: 'fichier_ecarte' } });
  expect(ecart.faits).toEqual({ piece: null, motif: 'medical' });
  await notifier(String(ecart.id), at);
  const { sorte, contenu } = await db().notification.findFirstOrThrow();
  expect(JSON.stringify(contenu)).not.toContain(joint.nom);
  expect(JSON.stringify(ESPACE.get(sorte)?.lire(contenu).corps)).toContain('joint à un de vos messages');
});
