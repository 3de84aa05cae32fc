// "Qui a consulté mon dossier": what is written at each reading, what its owner reads of it.
import { globSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { FINALITES, finaliteDeLecture, motDeFinalite } from '#domain/access/finalites.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { consultationsDe } from '#features/consultations/queries.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { db } from '#platform/db.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, porteeDuCompte, socle } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

const le = (jour: number, heure = 10) => new Date(Date.UTC(2026, 10, jour, heure));

beforeEach(async () => {
  await truncate();
  await socle();
});

describe('une lecture par un agent', () => {
  it('garde le service de l’agent à cet instant, et sa finalité', async () => {
    const { id } = await dossierDepose({ pieces: false });
    const { agent } = await agentDe('59', ['instructeur']);
    await consignerConsultation({ agentId: agent.agentId, dossierId: id, objet: 'dossier', objetId: null, finalite: 'instruction' }, le(3));
    await db().agent.update({ where: { id: agent.agentId }, data: { prefectureCode: '69' } });
    expect(await db().consultation.findFirst()).toMatchObject({ service: 'Préfecture 59', finalite: 'instruction', le: le(3) });
    await expect(sql('update consultation set service = null')).rejects.toThrow('ajout seul');
  });

  it('est validée en base avant que rien ne se montre : une autre connexion la lit aussitôt, et rien ne se montre sans elle', async () => {
    const { id } = await dossierDepose({ pieces: false });
    const { agent, portee } = await agentDe('59', ['instructeur']);
    await noterLecture(portee, id, 'dossier', null, le(3));
    expect(await sql('select agent_id, rang::int from consultation where dossier_id = $1', [id])).toEqual([
      { agent_id: agent.agentId, rang: 1 },
    ]);
    await expect(noterLecture(portee, 'pas-un-dossier', 'dossier', null, le(3))).rejects.toThrow();
  });

  it('est attendue par toutes les pages et toutes les routes qui l’écrivent', () => {
    const fichiers = globSync('src/**/*.{ts,tsx}').filter((f) => !/commands\.ts$/.test(f));
    const appels = fichiers.flatMap((f) =>
      [...readFileSync(f, 'utf8').matchAll(/^.*\b(?:noterLecture|consignerConsultation)\(.*$/gm)].map(([ligne]) => ({ f, ligne })),
    );
    expect(appels.length).toBeGreaterThan(10);
    // alone, or one of those that a `await Promise.all([` waits for
    expect(
      appels.filter(({ ligne }) => !/(?:await|return) (?:noterLecture|consignerConsultation)\(|^ {4}noterLecture\(.*\),$/.test(ligne)),
    ).toEqual([]);
  });

  it('est pour signer quand une décision est proposée, ou quand on ne fait que signer', () => {
    expect(finaliteDeLecture(['instructeur', 'valideur'], 'propose')).toBe('signature');
    expect(finaliteDeLecture(['instructeur', 'valideur'], 'en_instruction')).toBe('instruction');
    expect(finaliteDeLecture(['valideur'], null)).toBe('signature');
    expect(finaliteDeLecture(['instructeur'], 'propose')).toBe('instruction');
    expect(motDeFinalite('bris_de_glace')).toBe(FINALITES.bris_de_glace);
    expect(motDeFinalite(null)).toBe(FINALITES.instruction);
  });
});

describe('le propriétaire du dossier', () => {
  it('lit le jour (de Paris), le service et la raison, jamais le nom de l’agent', async () => {
    const { id, compteId } = await dossierDepose({ pieces: false });
    const { agent } = await agentDe('59', ['instructeur'], 'TESTSECRET');
    const lire = (objet: 'dossier' | 'fichier' | 'document', objetId: string | null, quand: Date) =>
      consignerConsultation({ agentId: agent.agentId, dossierId: id, objet, objetId, finalite: 'instruction' }, quand);
    await lire('dossier', null, le(3, 8));
    await lire('dossier', null, le(3, 9));
    await lire('fichier', 'a', le(3, 9));
    await lire('fichier', 'a', le(3, 10));
    await lire('fichier', 'b', le(3, 10));
    // 23:30 UTC is the day after in Paris
    await lire('document', 'd', new Date('2026-11-03T23:30:00Z'));
    const lues = await consultationsDe(porteeDuCompte(compteId), id, 1);
    expect(lues?.jours).toEqual([
      { jour: '2026-11-04', lignes: [expect.objectContaining({ service: 'Préfecture 59', ouvertures: 0, fichiers: 0, documents: 1 })] },
      {
        jour: '2026-11-03',
        lignes: [
          {
            service: 'Préfecture 59',
            finalite: 'Instruction de votre demande',
            ouvertures: 2,
            fichiers: 2,
            documents: 0,
            premiere: le(3, 8),
            derniere: le(3, 10),
          },
        ],
      },
    ]);
    expect(JSON.stringify(lues)).not.toContain('TESTSECRET');
    expect(JSON.stringify(lues)).not.toContain(agent.agentId);
  });

  it('lit la préfecture de l’agent pour les lectures d’avant', async () => {
    const { id, compteId } = await dossierDepose({ pieces: false });
    const { agent } = await agentDe('69', ['instructeur']);
    await db().consultation.create({ data: { agentId: agent.agentId, dossierId: id, objet: 'dossier', le: le(1) } });
    expect((await consultationsDe(porteeDuCompte(compteId), id, 1))?.jours[0]?.lignes[0]).toMatchObject({
      service: 'Préfecture 69',
      finalite: 'Instruction de votre demande',
    });
  });

  it('tourne les pages, vingt jours à la fois, en un nombre de requêtes constant', async () => {
    const { id, compteId } = await dossierDepose({ pieces: false });
    const { agent } = await agentDe('59', ['instructeur']);
    const portee = porteeDuCompte(compteId);
    const peu = await compterRequetes(() => consultationsDe(portee, id, 1));
    for (let jour = 1; jour <= 25; jour++)
      await consignerConsultation(
        { agentId: agent.agentId, dossierId: id, objet: 'dossier', objetId: null, finalite: 'instruction' },
        le(jour),
      );
    expect(await compterRequetes(() => consultationsDe(portee, id, 1))).toBe(peu);
    const [un, deux, trop] = [
      await consultationsDe(portee, id, 1),
      await consultationsDe(portee, id, 2),
      await consultationsDe(portee, id, 99),
    ];
    expect([un?.jours.length, un?.pages, un?.jours[0]?.jour]).toEqual([20, 2, '2026-11-25']);
    expect([deux?.jours.length, deux?.jours.at(-1)?.jour]).toEqual([5, '2026-11-01']);
    expect(trop?.page).toBe(2);
  });

  it('est seul à les lire', async () => {
    const { id } = await dossierDepose({ pieces: false });
    const autre = await dossierDepose({ pieces: false });
    expect(await consultationsDe(porteeDuCompte(autre.compteId), id, 1)).toBeNull();
    expect(await consultationsDe(porteeDuCompte(autre.compteId), 'n’importe quoi', 1)).toBeNull();
  });
});
