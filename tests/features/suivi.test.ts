import { beforeEach, describe, expect, it } from 'vitest';
import { coordonneesDe, dossierDe, dossiersDe } from '#features/dossier/suivi/queries.ts';
import { ouvrirNotification } from '#features/notifications/boite/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { complementDemande, NATIONALITE_ILLISIBLE, personne, QUESTION, reference } from '../support/complement.ts';
import { truncate } from '../support/database.ts';
import { dossierDepose, fichierPour } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

const LE = new Date('2026-11-05T10:00:00Z');

beforeEach(async () => {
  await truncate();
  await reference();
});

describe('« Mon compte »', () => {
  it('montre les dossiers de la personne et d’aucune autre, sans ceux qu’elle a abandonnés', async () => {
    const { usager, portee } = await personne();
    const { id } = await dossierDepose({ compteId: usager.compteId, pieces: false });
    await dossierDepose({ compteId: usager.compteId, pieces: false, statut: 'abandonne' });
    const autre = await dossierDepose({ pieces: false });
    expect((await dossiersDe(portee, LE)).map((d) => d.id)).toEqual([id]);
    expect(await dossierDe(portee, autre.id, LE)).toBeNull();
    expect(await dossierDe(portee, 'pas-un-identifiant', LE)).toBeNull();
    expect((await coordonneesDe(portee)).email).toBe(usager.email);
  });

  it('reprend un brouillon à l’étape où il s’est arrêté', async () => {
    const { usager, portee } = await personne();
    const { id } = await dossierDepose({ compteId: usager.compteId, pieces: false });
    await db().dossier.update({ where: { id }, data: { statut: 'brouillon', numero: null, deposeLe: null, etapesValidees: [] } });
    const [brouillon] = await dossiersDe(portee, LE);
    expect(brouillon?.reprise).toMatch(new RegExp(`^/demarches/${id}/[a-z_-]+$`));
    expect(brouillon?.reprise).not.toContain('confirmation');
  });

  it('dit le complément attendu, et son échéance dès que la notification est ouverte', async () => {
    const d = await complementDemande([QUESTION]);
    expect((await dossiersDe(d.portee, LE))[0]?.complement).toMatchObject({
      notificationId: d.notificationId,
      estLue: false,
      echeance: null,
    });
    await ouvrirNotification(d.portee, d.notificationId, LE);
    expect((await dossiersDe(d.portee, LE))[0]?.complement).toMatchObject({ estLue: true, echeance: { dernierJour: '2026-12-05' } });
    await db().complement.update({ where: { id: d.complementId }, data: { reponduLe: LE } });
    expect((await dossiersDe(d.portee, LE))[0]?.complement).toBeNull();
  });

  it('raconte le dossier en clair, sans ce qui ne regarde que l’agent', async () => {
    const d = await complementDemande([QUESTION]);
    await db().evenement.create({ data: { dossierId: d.dossierId, type: 'piece_verifiee', acteurSorte: 'agent', faits: {} } });
    const dossier = await dossierDe(d.portee, d.dossierId, LE);
    expect(dossier?.historique.map((f) => f.libelle)).toEqual([
      'Vous avez déposé votre demande.',
      'L’administration vous a demandé un complément.',
    ]);
    expect(dossier?.transcript.length).toBeGreaterThan(3);
    expect(dossier?.contact?.nom).toContain('Nord');
  });

  it('montre ce qui est déposé, pas ce qui est joint à une réponse encore à écrire', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE]);
    const { id } = await db().piece.findUniqueOrThrow({ where: { dossierId_code: { dossierId: d.dossierId, code: 'nationalite' } } });
    const nouveau = await fichierPour(id, 'document', 'png', LE, { complementItemId: d.items.nationalite });
    const fichiers = async () =>
      (await dossierDe(d.portee, d.dossierId, LE))?.pieces.find((p) => p.code === 'nationalite')?.fichiers.map((f) => f.id) ?? [];
    expect(await fichiers()).toHaveLength(1);
    await db().complement.update({ where: { id: d.complementId }, data: { reponduLe: LE } });
    expect(await fichiers()).toContain(nouveau);
  });

  it('tait un document révoqué', async () => {
    const { usager, portee } = await personne();
    const { id } = await dossierDepose({ compteId: usager.compteId, pieces: false });
    const { id: evenementId } = await db().evenement.findFirstOrThrow({ where: { dossierId: id } });
    const document = (sorte: string, revoqueLe: Date | null) => ({
      id: newId(),
      dossierId: id,
      evenementId,
      sorte,
      nom: sorte,
      cle: newId(),
      sha256: '',
      taille: 1,
      revoqueLe,
    });
    await db().document.createMany({ data: [document('confirmation', null), document('attestation', LE)] });
    expect((await dossiersDe(portee, LE))[0]?.documents.map((d) => d.nom)).toEqual(['confirmation']);
  });

  it('lit autant de requêtes pour un dossier que pour dix', async () => {
    const d = await complementDemande([QUESTION]);
    const un = await compterRequetes(() => dossiersDe(d.portee, LE));
    const detail = await compterRequetes(() => dossierDe(d.portee, d.dossierId, LE));
    for (let i = 0; i < 9; i++) await dossierDepose({ compteId: d.usager.compteId, pieces: false });
    for (let i = 0; i < 30; i++)
      await db().evenement.create({ data: { dossierId: d.dossierId, type: 'pris_en_charge', acteurSorte: 'agent', faits: {} } });
    expect(await compterRequetes(() => dossiersDe(d.portee, LE))).toBe(un);
    expect(await compterRequetes(() => dossierDe(d.portee, d.dossierId, LE))).toBe(detail);
    expect(un).toBeLessThanOrEqual(2);
    expect(detail).toBeLessThanOrEqual(7);
  });
});
