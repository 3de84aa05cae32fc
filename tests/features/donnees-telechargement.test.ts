// "Télécharger toutes mes données": complete, without other people's secrets, and made while it is read.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { archive, nomDansLArchive } from '#adapters/archive/archive.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { changerConsentement } from '#features/compte/consentement/commands.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { EXCLUES, EXPORTEES } from '#features/donnees/telechargement/catalogue.ts';
import { archiveDe } from '#features/donnees/telechargement/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { compteConfirme } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, porteeDuCompte, socle } from '../support/dossiers.ts';
import { lireZip } from '../support/zip.ts';

const LE = new Date('2026-11-05T10:00:00Z');
const ouvrir = async (compteId: string, depot?: Storage) => lireZip(await buffer(await archiveDe(porteeDuCompte(compteId), LE, depot)));
const json = (zip: Map<string, Buffer>, chemin: string) => JSON.parse(zip.get(chemin)?.toString() ?? 'null');

beforeEach(async () => {
  await truncate();
  await socle();
});

describe('le catalogue de ce qui est donné', () => {
  it('parle de chaque table qui tient à un compte, à une personne ou à un dossier', async () => {
    const liens = await sql<{ enfant: string; parent: string }>(`
      select c.conrelid::regclass::text as enfant, c.confrelid::regclass::text as parent from pg_constraint c where c.contype = 'f'
      union
      select table_name, replace(replace(replace(column_name, '_id', ''), 'mandant', 'compte'), 'mandataire', 'compte')
      from information_schema.columns where table_schema = 'public' and column_name in ('compte_id', 'personne_id', 'dossier_id', 'mandant_id', 'mandataire_id')`);
    const tenues = new Set(['compte', 'personne', 'dossier']);
    for (let avant = 0; avant !== tenues.size; ) {
      avant = tenues.size;
      for (const { enfant, parent } of liens) if (tenues.has(parent)) tenues.add(enfant);
    }
    expect(tenues.size).toBeGreaterThan(20);
    const dites = new Set([...EXPORTEES.map((t) => t.table), ...Object.keys(EXCLUES)]);
    expect(
      [...tenues].filter((t) => !dites.has(t)),
      'ajoutez la table à features/donnees/telechargement/catalogue.ts : donnée, ou exclue avec sa raison',
    ).toEqual([]);
    expect(EXPORTEES.map((t) => t.table).filter((t) => t in EXCLUES)).toEqual([]);
  });

  it.each(EXPORTEES.map((t) => [`${t.table} (${t.cle})`, t] as const))(
    'dit de chaque colonne de %s ce qu’elle devient',
    async (_nom, table) => {
      const colonnes = await sql<{ column_name: string }>(
        `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table.table],
      );
      expect([...Object.keys(table.colonnes), ...Object.keys(table.tues)].toSorted()).toEqual(
        colonnes.map((c) => c.column_name).toSorted(),
      );
    },
  );

  it('ne donne ni empreinte, ni secret, ni identité d’agent', () => {
    const donnees = EXPORTEES.flatMap((t) => Object.keys(t.colonnes).map((c) => `${t.table}.${c}`));
    expect(
      donnees.filter((c) => /mot_de_passe|provisoire|empreinte|secret|sha256|\.cle$|credential|cle_publique|agent_id|_par$/.test(c)),
    ).toEqual([]);
  });
});

describe('l’archive d’une personne', () => {
  it('contient son compte, ses demandes, ses documents et ses fichiers, lisibles', async () => {
    const compteId = await compteConfirme({ email: 'ana@example.org' });
    const { id, numero } = await dossierDepose({ compteId, statut: 'propose' });
    const { agent } = await agentDe('59', ['instructeur'], 'TESTSECRET');
    await db().dossier.update({
      where: { id },
      data: { proposition: { sens: 'refus', par: agent.agentId, motifs: 'PREPARATOIRE', le: '' } },
    });
    await db().piece.updateMany({
      where: { dossierId: id },
      data: { verdict: 'non_conforme', motif: 'illisible', verifieePar: agent.agentId },
    });
    await db().evenement.create({
      data: { dossierId: id, type: 'decision_proposee', acteurSorte: 'agent', acteurId: agent.agentId, faits: { sens: 'refus' } },
    });
    await consignerConsultation({ agentId: agent.agentId, dossierId: id, objet: 'dossier', objetId: null, finalite: 'instruction' }, LE);
    await changerConsentement(porteeDuCompte(compteId), true, LE);
    const pdf = await storage().put(Readable.from([Buffer.from('%PDF-1.7 essai')]));
    const depose = await db().evenement.findFirstOrThrow({ where: { dossierId: id, type: 'depose' } });
    await db().document.create({
      data: { id: newId(), dossierId: id, evenementId: depose.id, sorte: 'confirmation', nom: 'Confirmation du dépôt', ...pdf },
    });
    const zip = await ouvrir(compteId);
    const chemins = [...zip.keys()];
    expect(chemins.slice(0, 5)).toEqual([
      'LISEZ-MOI.txt',
      'compte.json',
      'personne.json',
      'echanges.json',
      `demandes/${numero}/demande.json`,
    ]);
    expect(zip.get(chemins.find((c) => c.includes('/documents/')) ?? '')?.toString()).toBe('%PDF-1.7 essai');
    const joints = await db().fichier.count({ where: { piece: { dossierId: id } } });
    expect(chemins.filter((c) => c.startsWith(`demandes/${numero}/justificatifs/`))).toHaveLength(joints);
    expect(joints).toBeGreaterThan(3);
    expect(json(zip, 'compte.json')).toMatchObject({
      compte: { adresse_electronique: 'ana@example.org', accord_aux_notifications_electroniques_le: expect.stringContaining('2026-11-05') },
      histoire_de_l_accord: [{ accord_donne: true, ou: 'compte' }],
    });
    const demande = json(zip, `demandes/${numero}/demande.json`);
    expect(demande.demande).toMatchObject({
      numero,
      etat: 'Instruction en cours',
      reponses: expect.objectContaining({ nom_naissance: expect.anything() }),
    });
    expect(demande.histoire.map((h: { fait: string }) => h.fait)).toEqual(['Vous avez déposé votre demande.']);
    expect(demande.consultations_par_l_administration).toMatchObject([
      { service: 'Préfecture 59', raison: 'Instruction de votre demande' },
    ]);
    expect(json(zip, 'echanges.json').courriels_envoyes).toMatchObject([{ sorte: 'consentement_change' }]);
    expect(zip.get('fichiers-introuvables.txt')?.toString()).toBe('Aucun.\n');
    const textes = chemins
      .filter((c) => c.endsWith('.json'))
      .map((c) => zip.get(c)?.toString())
      .join();
    for (const tu of ['TESTSECRET', agent.agentId, 'PREPARATOIRE', 'illisible', '$argon2', pdf.cle]) expect(textes).not.toContain(tu);
  });

  it('ne contient rien d’une autre personne', async () => {
    const [moi, autre] = [await compteConfirme({ email: 'moi@example.org' }), await compteConfirme({ email: 'autre@example.org' })];
    const sien = await dossierDepose({ compteId: autre, reponses: { nom_naissance: 'TESTVOISIN' } });
    const zip = await ouvrir(moi);
    expect([...zip.keys()].filter((c) => c.includes('/'))).toEqual([]);
    for (const [, contenu] of zip)
      for (const mot of ['autre@example.org', 'TESTVOISIN', sien.numero]) expect(contenu.toString()).not.toContain(mot);
  });

  it('met de côté un fichier infecté, note un contenu perdu, et se lit quand même', async () => {
    const compteId = await compteConfirme({ email: 'ana@example.org' });
    await dossierDepose({ compteId });
    const [premier, second] = await db().fichier.findMany({ orderBy: { id: 'asc' } });
    await db().fichier.update({ where: { id: premier?.id }, data: { analyse: 'infecte' } });
    const depot = {
      ...storage(),
      get: (cle: string) => (cle === second?.cle ? Promise.reject(new FileMissing('gone')) : storage().get(cle)),
    };
    const zip = await ouvrir(compteId, depot);
    expect([...zip.keys()].filter((c) => c.includes('justificatifs'))).toHaveLength((await db().fichier.count()) - 1);
    expect(zip.get('fichiers-introuvables.txt')?.toString()).toContain(second?.nom);
  });
});

describe('l’archive en train de se faire', () => {
  const Mo = 1024 * 1024;
  const gros = (n: number, vus: { ouverts: number; maximum: number }) =>
    Array.from({ length: n }, (_, i) => ({
      chemin: `f${i}`,
      le: LE,
      ouvrir: async () => {
        vus.maximum = Math.max(vus.maximum, ++vus.ouverts);
        const flux = Readable.from(
          (function* () {
            for (let m = 0; m < 8; m++) yield Buffer.alloc(Mo, i);
          })(),
          { objectMode: false },
        );
        return flux.on('close', () => vus.ouverts--);
      },
    }));

  it('n’ouvre qu’un fichier à la fois et ne garde rien en mémoire', async () => {
    const vus = { ouverts: 0, maximum: 0 };
    let total = 0;
    let memoire = 0;
    const avant = process.memoryUsage().arrayBuffers;
    for await (const morceau of archive(gros(40, vus))) {
      total += (morceau as Buffer).length;
      memoire = Math.max(memoire, process.memoryUsage().arrayBuffers - avant);
    }
    expect(total).toBeGreaterThan(40 * 8 * Mo);
    expect(vus.maximum).toBe(1);
    expect(memoire, 'mémoire hors tas pour une archive de 320 Mo').toBeLessThan(100 * Mo);
  });

  it('ferme ce qui est ouvert quand la personne s’en va', async () => {
    const vus = { ouverts: 0, maximum: 0 };
    const flux = archive(gros(3, vus));
    for await (const _ of flux) if (vus.ouverts > 0) break;
    await expect.poll(() => vus.ouverts).toBe(0);
    expect(vus.maximum).toBe(1);
  });

  it('se coupe quand un contenu ne s’ouvre pas : elle ne passe pas pour entière', async () => {
    const casse = archive([{ chemin: 'a', le: LE, ouvrir: () => Promise.reject(new Error('altéré')) }]);
    await expect(buffer(casse)).rejects.toThrow('altéré');
  });

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\scan:1.pdf', 'C__scan_1.pdf'],
    ['...', 'fichier'],
    ['acte de naissance (copie).pdf', 'acte de naissance (copie).pdf'],
  ])('donne un nom sûr à « %s »', (nom, sur) => expect(nomDansLArchive(nom)).toBe(sur));
});
