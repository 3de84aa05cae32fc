// The queue and the dossier page: what they show, in which order, and with how many queries.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { lireCorbeille, PAR_PAGE } from '#features/dossier/instruction/corbeille/queries.ts';
import { type DemandeCorbeille, ecrireCurseur, lireDemande, type Onglet } from '#features/dossier/instruction/corbeille/schema.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, compteTemporaire, dossierDepose, fichierPour, socle } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

let agent: Agent;
let portee: PorteeAgent;
let compteId: string;

beforeEach(async () => {
  await truncate();
  await socle();
  ({ agent, portee } = await agentDe('59', ['instructeur']));
  compteId = (await compteTemporaire()).id;
});

const jour = (n: number) => new Date(Date.UTC(2026, 0, n, 9));
const lire = (onglet: Onglet, plus: Partial<Omit<DemandeCorbeille, 'onglet'>> = {}) =>
  lireCorbeille(portee, { onglet, recherche: '', apres: null, ...plus }, jour(25));
const noms = async (onglet: Onglet, plus: Partial<Omit<DemandeCorbeille, 'onglet'>> = {}) =>
  (await lire(onglet, plus)).lignes.map((l) => l.demandeur);

async function deposer(nom: string, options: Parameters<typeof dossierDepose>[0] = {}) {
  return dossierDepose({ compteId, pieces: false, ...options, reponses: { nom_naissance: nom, prenoms: ['Élodie'], ...options.reponses } });
}

async function complement(dossierId: string, reponduLe: Date | null, traiteLe: Date | null = null) {
  await db().complement.create({
    data: {
      id: newId(),
      dossierId,
      demandePar: agent.agentId,
      demandeLe: jour(20),
      reponduLe,
      traiteLe,
      items: { create: { id: newId(), ordre: 0, sorte: 'information', observation: 'x' } },
    },
  });
}

describe('la corbeille', () => {
  it('montre la préfecture de l’agent seulement, le plus ancien dépôt d’abord', async () => {
    await deposer('TESTB', { deposeLe: jour(3) });
    await deposer('TESTA', { deposeLe: jour(5) });
    await deposer('TESTC', { deposeLe: jour(1) });
    await deposer('TESTRHONE', { deposeLe: jour(1), prefecture: '69' });
    await deposer('TESTBROUILLON', { statut: 'brouillon' });
    expect(await noms('a_prendre_en_charge')).toEqual(['TESTC Élodie', 'TESTB Élodie', 'TESTA Élodie']);
  });

  it('range chaque statut dans son onglet, les décidés les plus récents d’abord', async () => {
    await deposer('TESTD');
    await deposer('TESTI', { statut: 'en_instruction' });
    await deposer('TESTP', { statut: 'propose' });
    for (const [i, statut] of (['accepte', 'refuse', 'clos', 'retire', 'remis'] as const).entries())
      await deposer(`TEST${statut}`, { statut, deposeLe: jour(i + 1) });
    expect(await noms('en_instruction')).toEqual(['TESTI Élodie']);
    expect(await noms('a_signer')).toEqual(['TESTP Élodie']);
    expect(await noms('decides')).toEqual(['remis', 'retire', 'clos', 'refuse', 'accepte'].map((s) => `TEST${s} Élodie`));
    expect((await lire('decides')).comptes).toEqual({
      a_prendre_en_charge: 1,
      en_instruction: 1,
      reponses_recues: 0,
      a_signer: 1,
      decides: 5,
    });
  });

  it('signale un complément ouvert, puis la réponse tant qu’elle n’est pas examinée', async () => {
    const ouvert = await deposer('TESTOUVERT', { statut: 'en_instruction', deposeLe: jour(1) });
    const recue = await deposer('TESTRECUE', { statut: 'en_instruction', deposeLe: jour(2) });
    const examinee = await deposer('TESTEXAMINEE', { statut: 'en_instruction', deposeLe: jour(3) });
    await complement(ouvert.id, null);
    await complement(recue.id, jour(21));
    await complement(examinee.id, jour(21), jour(22));
    const { lignes, comptes } = await lire('en_instruction');
    expect(lignes.map((l) => [l.complementOuvert, l.reponseRecue])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(await noms('reponses_recues')).toEqual(['TESTRECUE Élodie']);
    expect(comptes.reponses_recues).toBe(1);
  });

  it('trouve par le début du nom sans accent ni majuscule, ou par le début du numéro, dans tous les états', async () => {
    const { numero } = await deposer('TESTÉ-D’ORÇAY', { statut: 'refuse', rang: 4_000_001 });
    await deposer('TESTAUTRE', { rang: 4_000_002 });
    await deposer('TESTÉ-D’ORÇAY', { prefecture: '69', rang: 4_000_003 });
    expect(await noms('a_signer', { recherche: 'teste d orc' })).toEqual(['TESTÉ-D’ORÇAY Élodie']);
    expect(await noms('a_signer', { recherche: `${numero.slice(0, 4)} ${numero.slice(4)}` })).toEqual(['TESTÉ-D’ORÇAY Élodie']);
    expect(await noms('a_signer', { recherche: 'orcay' })).toEqual([]);
    expect(await noms('a_signer', { recherche: '%' })).toEqual([]);
  });

  it('trouve un nom à lettres liées ou barrées par les lettres du clavier', async () => {
    await deposer('TESTŒUILLET', { rang: 4_000_011 });
    await deposer('TESTŁØÆSSER', { rang: 4_000_012 });
    expect(await noms('a_signer', { recherche: 'testoeuillet' })).toEqual(['TESTŒUILLET Élodie']);
    expect(await noms('a_signer', { recherche: 'Testœu' })).toEqual(['TESTŒUILLET Élodie']);
    expect(await noms('a_signer', { recherche: 'testloaesser' })).toEqual(['TESTŁØÆSSER Élodie']);
  });

  it('donne chaque dossier une fois et une seule, page après page, même déposés au même instant', async () => {
    await Promise.all(Array.from({ length: 2 * PAR_PAGE + 7 }, (_, i) => deposer(`TEST${i}`, { deposeLe: jour(1 + (i % 3)) })));
    const vus: string[] = [];
    let apres: DemandeCorbeille['apres'] = null;
    do {
      const page = await lire('a_prendre_en_charge', { apres });
      vus.push(...page.lignes.map((l) => l.id));
      apres = page.suivant && lireDemande({ apres: ecrireCurseur(page.suivant) }).apres;
    } while (apres);
    expect(vus).toHaveLength(2 * PAR_PAGE + 7);
    expect(new Set(vus).size).toBe(vus.length);
  });

  it('s’arrête de compter après mille', async () => {
    await deposer('TEST');
    await sql(`insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le, numero, demandeur)
      select gen_random_uuid(), procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le, n::text, demandeur from dossier, generate_series(1, 1500) n`);
    expect((await lire('a_signer')).comptes.a_prendre_en_charge).toBe(1001);
  });

  it('laisse de côté une adresse de page illisible', () => {
    expect(lireDemande({ statut: 'tout', apres: "1_'; drop", q: ['a', 'b'] })).toEqual({
      onglet: null,
      recherche: '',
      miens: false,
      apres: null,
    });
  });
});

describe('le nombre de requêtes', () => {
  it('ne dépend pas du nombre de dossiers de la corbeille', async () => {
    await deposer('TEST');
    const un = await compterRequetes(() => lire('a_prendre_en_charge'));
    await Promise.all(Array.from({ length: 199 }, () => deposer('TEST')));
    expect(await compterRequetes(() => lire('a_prendre_en_charge'))).toBe(un);
    expect(un).toBe(1);
  });

  it('ne dépend pas de ce que contient le dossier', async () => {
    const charger = async (id: string) => {
      expect(await dossierInstruit(portee, id)).not.toBeNull();
      await noterLecture(portee, id, 'dossier', null, jour(30));
    };
    const mince = await dossierDepose({ compteId, pieces: false });
    const un = await compterRequetes(() => charger(mince.id));
    const gros = await dossierDepose({ compteId });
    const piece = await db().piece.findFirstOrThrow({ where: { dossierId: gros.id, code: 'filiation' } });
    const modele = await fichierPour(piece.id, 'document', 'bmp', jour(2));
    await sql(
      `insert into fichier (id, piece_id, emplacement, nom, type, taille, sha256, cle, "analyse")
      select gen_random_uuid(), piece_id, emplacement, nom, type, taille, sha256, cle || n, "analyse" from fichier, generate_series(1, 200) n where id = $1`,
      [modele],
    );
    await sql(
      `insert into evenement (dossier_id, type, acteur_sorte, acteur_id, faits)
      select $1, 'piece_verifiee', 'agent', $2::uuid, '{"piece": "filiation", "verdict": "conforme"}' from generate_series(1, 200)`,
      [gros.id, agent.agentId],
    );
    for (let i = 0; i < 5; i++) await complement(gros.id, jour(21), jour(22));
    expect(await compterRequetes(() => charger(gros.id))).toBe(un);
    // the dossier, with what the registry said of it when it was begun, and the trace of the reading
    expect(un).toBe(2);
    const lu = await dossierInstruit(portee, gros.id);
    expect([lu?.historique.length, lu?.complements.length]).toEqual([201, 5]);
  });
});

describe('la lecture d’un dossier', () => {
  it('dit les alertes : date incomplète, plusieurs nationalités', async () => {
    const { id } = await deposer('TEST', { reponses: { date_naissance: '2005', nationalites: ['DZ', 'CA'], nationalite_retenue: 'DZ' } });
    const lu = await dossierInstruit(portee, id);
    expect(lu?.alertes).toEqual([
      {
        code: 'naissance_incomplete',
        naissance: '2005',
        pieces: ['Justificatif de ressources du parent français', 'Justificatif de votre absence de ressources'],
      },
      { code: 'plusieurs_nationalites', nationalites: ['Algérienne', 'Canadienne'], retenue: 'Algérienne' },
    ]);
    expect(lu?.titre).toEqual({ libelle: 'Certificat de résidence algérien', duree: '10 ans' });
  });

  it('garde les anciennes versions d’un fichier à part et tait une réponse non envoyée', async () => {
    const { id } = await dossierDepose({ compteId });
    const piece = await db().piece.findFirstOrThrow({ where: { dossierId: id, code: 'filiation' }, select: { id: true } });
    await db().fichier.updateMany({ where: { pieceId: piece.id }, data: { remplaceLe: jour(20) } });
    const nouveau = await fichierPour(piece.id, 'document', 'png', jour(20));
    const m = await db().complement.create({
      data: {
        id: newId(),
        dossierId: id,
        demandePar: agent.agentId,
        items: { create: { id: newId(), ordre: 0, sorte: 'document', pieceCode: 'filiation', motif: 'illisible', observation: 'x' } },
      },
      select: { items: { select: { id: true } } },
    });
    await fichierPour(piece.id, 'document', 'pdf', jour(21), { complementItemId: m.items[0]?.id });
    const lue = (await dossierInstruit(portee, id))?.pieces.find((p) => p.code === 'filiation');
    expect(lue?.emplacements.flatMap((e) => e.fichiers.map((f) => f.id))).toEqual([nouveau]);
    expect(lue?.anciens).toHaveLength(1);
  });

  it('laisse une trace de qui a lu quoi', async () => {
    const { id } = await deposer('TEST');
    await noterLecture(portee, id, 'fichier', 'abc', jour(30));
    expect(await sql('select agent_id, dossier_id, objet, objet_id, le from consultation')).toEqual([
      { agent_id: agent.agentId, dossier_id: id, objet: 'fichier', objet_id: 'abc', le: jour(30) },
    ]);
  });
});
