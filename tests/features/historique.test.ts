// The history of a dossier as a judge receives it: whole, in order, signed; who asked, and why, is written before.
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeEach, describe, expect, it } from 'vitest';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { exporterHistorique } from '#features/dossier/historique/commands.ts';
import { dossierAExporter } from '#features/dossier/historique/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { truncate } from '../support/database.ts';
import { agentDe, dossierDepose, evenement, socle } from '../support/dossiers.ts';
import { avisDePdfsig, SIGNATURE_VALIDE } from '../support/lecteurs.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const MOTIF = 'Tribunal administratif de Lille, requête n° 2601234';

const lire = async (octets: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(octets), { verbosity: 0 }), { mergePages: true })).text.replace(/\s+/g, ' ');

beforeEach(async () => {
  await truncate();
  await socle();
});

describe('l’historique d’un dossier', () => {
  it('dit chaque événement avec son auteur, chaque empreinte, chaque lecture, et le motif de l’export', async () => {
    const chef = await agentDe('59', ['chef'], 'TESTCHEF');
    const instructeur = await agentDe('59', ['instructeur'], 'TESTINSTRUCTEUR');
    const { id, numero } = await dossierDepose();
    await evenement(id, 'etape_validee', { etape: 'situation' });
    const pris = await db().evenement.create({
      data: { dossierId: id, type: 'pris_en_charge', acteurSorte: 'agent', acteurId: instructeur.agent.agentId, faits: {} },
    });
    await db().evenement.create({
      data: {
        dossierId: id,
        type: 'attribue',
        acteurSorte: 'agent',
        acteurId: chef.agent.agentId,
        faits: { agent: instructeur.agent.agentId },
      },
    });
    await db().document.create({
      data: {
        id: newId(),
        dossierId: id,
        evenementId: pris.id,
        sorte: 'x',
        nom: 'Confirmation',
        cle: 'x',
        sha256: 'a1'.repeat(32),
        taille: 1,
      },
    });
    await consignerConsultation(
      { agentId: instructeur.agent.agentId, dossierId: id, objet: 'dossier', objetId: null, finalite: 'instruction' },
      AT,
    );
    const fait = await exporterHistorique(chef.portee, chef.agent, id, MOTIF, AT);
    const texte = await lire(fait?.contenu ?? new Uint8Array());
    for (const attendu of [
      numero,
      MOTIF,
      '[etape_validee]',
      'étape : situation',
      'Dossier pris en charge. [pris_en_charge] Par : Camille TESTINSTRUCTEUR, Agent, Préfecture 59.',
      'agent : Camille TESTINSTRUCTEUR',
      `SHA-256 : ${'a1'.repeat(32)}`,
      'Camille TESTINSTRUCTEUR, Préfecture 59 : le dossier. Instruction de votre demande.',
      // the export is itself the last reading
      'Camille TESTCHEF, Préfecture 59 : le dossier. Communication de l’historique à un juge',
      '22/11/2026 11:00:00',
    ])
      expect(texte).toContain(attendu);
    const fichiers = await db().fichier.findMany({ where: { piece: { dossierId: id } }, select: { sha256: true } });
    expect(fichiers.length).toBeGreaterThan(0);
    for (const { sha256 } of fichiers) expect(texte).toContain(sha256);
    expect(await db().acteAdministration.findMany({ select: { type: true, agentId: true, faits: true } })).toMatchObject([
      { type: 'historique_exporte', agentId: chef.agent.agentId, faits: { demande: numero, motif: MOTIF } },
    ]);
  });

  it('est balisé et signé', async () => {
    const { agent, portee } = await agentDe('59', ['valideur']);
    const { id } = await dossierDepose({ pieces: false });
    const fait = await exporterHistorique(portee, agent, id, MOTIF, AT);
    const pdf = await getDocumentProxy(new Uint8Array(fait?.contenu ?? []), { verbosity: 0 });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(avisDePdfsig(fait?.contenu ?? new Uint8Array())).toMatch(SIGNATURE_VALIDE);
  });

  it('n’existe pas pour une autre préfecture, ni pour un brouillon', async () => {
    const { agent, portee } = await agentDe('69', ['chef']);
    const { id } = await dossierDepose({ pieces: false });
    expect(await dossierAExporter(portee, id)).toBeNull();
    expect(await exporterHistorique(portee, agent, id, MOTIF, AT)).toBeNull();
    expect(await db().acteAdministration.count()).toBe(0);
    expect(await db().consultation.count()).toBe(0);
  });

  it('tient avec deux mille lignes, sans durer plus qu’une minute sur une machine occupée', async () => {
    const { agent, portee } = await agentDe('59', ['chef']);
    const { id } = await dossierDepose({ pieces: false });
    await db().evenement.createMany({
      data: Array.from({ length: 2000 }, () => ({
        dossierId: id,
        type: 'note_ajoutee',
        acteurSorte: 'agent',
        acteurId: agent.agentId,
        faits: { note: newId() },
      })),
    });
    const debut = performance.now();
    const fait = await exporterHistorique(portee, agent, id, MOTIF, AT);
    expect(performance.now() - debut).toBeLessThan(60_000);
    expect(fait?.octets.taille).toBeGreaterThan(50_000);
  });
});
