// The queue and the dossier page: what they show, in which order, and with how many queries.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { BACS, bacDe } from '#domain/dossier/bacs.ts';
import { ATTENTES, STATUTS } from '#domain/dossier/statuts.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { type Demande, lireCorbeille, PAR_PAGE } from '#features/dossier/instruction/corbeille/queries.ts';
import {
  bacsDe,
  COMPTE_MAXIMUM,
  ecrireCurseur,
  ecrireDemande,
  type Filtres,
  lireDemande,
  ONGLETS,
  type Onglet,
  SANS_FILTRE,
  type Tri,
} from '#features/dossier/instruction/corbeille/schema.ts';
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
type Plus = Partial<Filtres> & { tri?: Tri; apres?: Demande['apres'] };
const lire = (onglet: Onglet, { tri = 'urgence', apres = null, ...filtres }: Plus = {}, par = portee) =>
  lireCorbeille(par, { onglet, filtres: { ...SANS_FILTRE, ...filtres }, tri, apres }, jour(25));
const noms = async (onglet: Onglet, plus: Plus = {}, par = portee) => (await lire(onglet, plus, par)).lignes.map((l) => l.demandeur);

type Etat = { attente?: string; echeance?: string; restreint?: boolean };

async function deposer(nom: string, { attente, echeance, restreint, ...options }: Parameters<typeof dossierDepose>[0] & Etat = {}) {
  const depose = await dossierDepose({
    compteId,
    pieces: false,
    ...options,
    reponses: { nom_naissance: nom, prenoms: ['Élodie'], ...options.reponses },
  });
  await sql('update dossier set attente = $2, echeance_le = $3, restreint = $4 where id = $1', [
    depose.id,
    attente ?? null,
    echeance ?? null,
    restreint ?? false,
  ]);
  return depose;
}

const deElodie = (...restes: string[]) => restes.map((n) => `${n} Élodie`);

describe('les bacs', () => {
  it('sont dits de même par le domaine et par la base, pour chaque statut et chaque attente', async () => {
    const paires = STATUTS.flatMap((statut) => [null, ...ATTENTES].map((attente) => ({ statut, attente })));
    const [lu] = await sql<{ bacs: (string | null)[] }>(
      `select array_agg(bac_de(p.statut::statut, p.attente) order by p.n) as bacs
       from jsonb_to_recordset($1::jsonb) as p (n int, statut text, attente text)`,
      [JSON.stringify(paires.map((p, n) => ({ n, ...p })))],
    );
    expect(lu?.bacs).toEqual(paires.map((p) => bacDe(p.statut, p.attente)));
  });

  it('sont chacun dans un onglet au moins', () => {
    expect(new Set(ONGLETS.flatMap(bacsDe))).toEqual(new Set(BACS));
  });
});

describe('la corbeille', () => {
  it('montre la préfecture de l’agent seulement, le plus ancien dépôt d’abord tant que rien n’est dû', async () => {
    await deposer('TESTB', { deposeLe: jour(3) });
    await deposer('TESTA', { deposeLe: jour(5) });
    await deposer('TESTC', { deposeLe: jour(1) });
    await deposer('TESTRHONE', { deposeLe: jour(1), prefecture: '69' });
    await deposer('TESTBROUILLON', { statut: 'brouillon' });
    expect(await noms('a_verifier')).toEqual(deElodie('TESTC', 'TESTB', 'TESTA'));
  });

  it('range par urgence : l’échéance, puis le dépôt, ce qui n’en a pas à la fin', async () => {
    await deposer('TESTSANS', { deposeLe: jour(1) });
    await deposer('TESTTARD', { deposeLe: jour(2), echeance: '2026-03-01' });
    await deposer('TESTTOT', { deposeLe: jour(9), echeance: '2026-01-20' });
    await deposer('TESTMEME', { deposeLe: jour(3), echeance: '2026-03-01' });
    expect(await noms('a_verifier')).toEqual(deElodie('TESTTOT', 'TESTTARD', 'TESTMEME', 'TESTSANS'));
    expect(await noms('a_verifier', { tri: 'depot' })).toEqual(deElodie('TESTSANS', 'TESTTARD', 'TESTMEME', 'TESTTOT'));
    expect(await noms('a_verifier', { tri: 'recent' })).toEqual(deElodie('TESTTOT', 'TESTMEME', 'TESTTARD', 'TESTSANS'));
  });

  it('range chaque dossier dans son onglet, les décidés les plus récents d’abord', async () => {
    await deposer('TESTD');
    await deposer('TESTI', { statut: 'en_instruction' });
    await deposer('TESTR', { statut: 'en_instruction', attente: 'reponse' });
    await deposer('TESTC', { statut: 'en_instruction', attente: 'complement', deposeLe: jour(1) });
    await deposer('TESTV', { statut: 'en_instruction', attente: 'avis', deposeLe: jour(2) });
    await deposer('TESTP', { statut: 'propose' });
    await deposer('TESTF', { statut: 'accepte', attente: 'production', deposeLe: jour(7) });
    await deposer('TESTT', { statut: 'accepte', attente: 'remise', deposeLe: jour(6) });
    for (const [i, statut] of (['accepte', 'refuse', 'clos', 'retire', 'remis'] as const).entries())
      await deposer(`TEST${statut}`, { statut, deposeLe: jour(i + 1) });
    expect(await noms('a_verifier')).toEqual(deElodie('TESTD'));
    expect(await noms('a_instruire')).toEqual(deElodie('TESTI'));
    expect(await noms('reponses_recues')).toEqual(deElodie('TESTR'));
    expect(await noms('en_attente')).toEqual(deElodie('TESTC', 'TESTV'));
    expect(await noms('a_signer')).toEqual(deElodie('TESTP'));
    expect(await noms('a_remettre')).toEqual(deElodie('TESTT'));
    expect(await noms('en_production')).toEqual(deElodie('TESTF'));
    expect(await noms('decides')).toEqual(deElodie('TESTF', 'TESTT', 'TESTremis', 'TESTretire', 'TESTclos', 'TESTrefuse', 'TESTaccepte'));
    expect((await lire('decides')).comptes).toEqual({
      a_verifier: 1,
      a_instruire: 1,
      reponses_recues: 1,
      en_attente: 2,
      a_signer: 1,
      a_remettre: 1,
      en_production: 1,
      en_retard: 0,
      decides: 7,
    });
  });

  it('dit en retard ce qui devait être fait avant aujourd’hui, dans tous les états ouverts et aucun autre', async () => {
    await deposer('TESTHIER', { echeance: '2026-01-24' });
    await deposer('TESTCEJOUR', { echeance: '2026-01-25' });
    await deposer('TESTPROPOSE', { statut: 'propose', echeance: '2026-01-02' });
    await deposer('TESTATTENTE', { statut: 'en_instruction', attente: 'avis', echeance: '2026-01-10' });
    await deposer('TESTREFUSE', { statut: 'refuse', echeance: '2026-01-02' });
    expect(await noms('en_retard')).toEqual(deElodie('TESTPROPOSE', 'TESTATTENTE', 'TESTHIER'));
    expect(await noms('a_verifier', { retard: true })).toEqual(deElodie('TESTHIER'));
    const { comptes } = await lire('a_verifier', { retard: true });
    expect([comptes.en_retard, comptes.a_verifier, comptes.a_signer, comptes.decides]).toEqual([3, 1, 1, 1]);
  });

  it('filtre par procédure, par période de dépôt et par suivi, et compte avec les filtres', async () => {
    await deposer('TESTENFANT', { deposeLe: jour(3) });
    const conjoint = await deposer('TESTCONJOINT', { procedure: 'conjoint-de-francais', deposeLe: jour(5) });
    await deposer('TESTTARD', { deposeLe: jour(9) });
    expect(await noms('a_verifier', { procedure: 'conjoint-de-francais' })).toEqual(deElodie('TESTCONJOINT'));
    expect((await lire('a_signer', { procedure: 'conjoint-de-francais' })).comptes.a_verifier).toBe(1);
    expect(await noms('a_verifier', { du: '2026-01-03', au: '2026-01-05', tri: 'depot' })).toEqual(deElodie('TESTENFANT', 'TESTCONJOINT'));
    expect(await noms('a_verifier', { du: '2026-01-06' })).toEqual(deElodie('TESTTARD'));
    await db().surveillance.create({ data: { dossierId: conjoint.id, agentId: agent.agentId } });
    const suivis = await lire('a_verifier', { suivis: true });
    expect(suivis.lignes.map((l) => [l.demandeur, l.estSuivi])).toEqual([['TESTCONJOINT Élodie', true]]);
    expect(suivis.comptes.a_verifier).toBe(1);
  });

  it('compte un jour de dépôt à l’heure de Paris', async () => {
    await deposer('TESTMINUIT', { deposeLe: new Date('2026-01-05T23:30:00Z') });
    expect(await noms('a_verifier', { au: '2026-01-05' })).toEqual([]);
    expect(await noms('a_verifier', { du: '2026-01-06', au: '2026-01-06' })).toEqual(deElodie('TESTMINUIT'));
  });

  it.each(['urgence', 'depot', 'recent'] as const)('filtre par agent, dans l’ordre %s', async (tri) => {
    const absent = await agentDe('59', ['instructeur'], 'TESTABSENT');
    await db().absence.create({
      data: { id: newId(), agentId: absent.agent.agentId, debutLe: jour(20), finLe: jour(30), remplacantId: agent.agentId },
    });
    await deposer('TESTMIEN', { agentId: agent.agentId, statut: 'en_instruction', deposeLe: jour(2) });
    await deposer('TESTSIEN', { agentId: absent.agent.agentId, statut: 'en_instruction', deposeLe: jour(2) });
    await deposer('TESTPERSONNE', { statut: 'en_instruction', deposeLe: jour(2) });
    const ceux = async (filtre: Filtres['agent']) => (await noms('a_instruire', { agent: filtre, tri })).sort();
    expect(await ceux('moi')).toEqual(deElodie('TESTMIEN', 'TESTSIEN'));
    expect(await ceux('remplaces')).toEqual(deElodie('TESTSIEN'));
    expect(await ceux('personne')).toEqual(deElodie('TESTPERSONNE'));
    expect(await ceux({ id: agent.agentId })).toEqual(deElodie('TESTMIEN'));
    const { comptes, lignes } = await lire('a_instruire', { agent: 'remplaces', tri });
    expect([comptes.a_instruire, lignes[0]?.agentAbsent, lignes[0]?.aRemplacer]).toEqual([1, true, true]);
  });

  it('tait un dossier restreint à qui n’y est pas habilité, dans la liste et dans le compte', async () => {
    const { id } = await deposer('TESTCACHE', { restreint: true });
    await deposer('TESTVU');
    expect(await noms('a_verifier')).toEqual(deElodie('TESTVU'));
    expect((await lire('a_verifier')).comptes.a_verifier).toBe(1);
    const referent = await agentDe('59', ['referent_vulnerabilite']);
    expect(await noms('a_verifier', {}, referent.portee)).toEqual(deElodie('TESTCACHE'));
    await db().habilitation.create({ data: { dossierId: id, agentId: agent.agentId, accordePar: agent.agentId } });
    expect((await noms('a_verifier')).sort()).toEqual(deElodie('TESTCACHE', 'TESTVU'));
  });

  it.each([
    ['urgence', {}],
    ['depot', {}],
    ['recent', {}],
    ['urgence', { agent: 'personne' }],
    ['depot', { agent: 'personne' }],
    ['urgence', { agent: 'moi' }],
    ['recent', { agent: 'moi' }],
  ] as const)('donne chaque dossier une fois et une seule, page après page, dans l’ordre %s %o', async (tri, filtres) => {
    const agentId = 'agent' in filtres && filtres.agent === 'moi' ? agent.agentId : undefined;
    const modele = await deposer('TEST', { statut: 'propose', agentId });
    await sql(
      `insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, agent_id, prefecture_code, etapes_validees, depose_le, numero, demandeur, echeance_le)
      select gen_random_uuid(), procedure, procedure_version, liste_version, statut, compte_id, agent_id, prefecture_code, etapes_validees,
        depose_le + (n % 3) * interval '1 day', n::text, demandeur, case when n % 4 > 0 then date '2026-02-01' + n % 5 end
      from dossier, generate_series(1, $2) n where id = $1`,
      [modele.id, 2 * PAR_PAGE + 6],
    );
    const vus: string[] = [];
    let apres: Demande['apres'] = null;
    do {
      const page = await lire('a_signer', { ...filtres, tri, apres });
      vus.push(...page.lignes.map((l) => l.id));
      apres = page.suivant && lireDemande({ apres: ecrireCurseur(page.suivant) }).apres;
    } while (apres);
    expect(vus).toHaveLength(2 * PAR_PAGE + 7);
    expect(new Set(vus).size).toBe(vus.length);
  });

  it('s’arrête de compter à son maximum', async () => {
    await deposer('TEST');
    await sql(`insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le, numero, demandeur)
      select gen_random_uuid(), procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le, n::text, demandeur from dossier, generate_series(1, 400) n`);
    expect((await lire('a_signer')).comptes.a_verifier).toBe(COMPTE_MAXIMUM + 1);
  });
});

describe('l’adresse de la corbeille', () => {
  it('garde l’onglet, chaque filtre et l’ordre', () => {
    const filtres: Filtres = {
      procedure: 'etudiant',
      agent: { id: newId() },
      retard: false,
      suivis: true,
      du: '2026-01-01',
      au: '2026-02-28',
    };
    const lue = lireDemande(ecrireDemande('a_signer', filtres, 'recent'));
    expect(lue).toEqual({ onglet: 'a_signer', filtres, tri: 'recent', apres: null, regler: null });
  });

  it('laisse de côté ce qui y est illisible', () => {
    const vide = { onglet: null, filtres: SANS_FILTRE, tri: 'urgence', apres: null, regler: null };
    expect(lireDemande({ onglet: 'tout', apres: "1_'; drop", agent: ['a', 'b'], du: '2026-02-31', procedure: '../..' })).toEqual(vide);
    expect(lireDemande({ procedure: '', agent: '', tri: '', du: '', au: '' })).toEqual(vide);
  });

  it('lit une période dans l’ordre des dépôts', () => {
    expect(lireDemande({ du: '2026-01-01' }).tri).toBe('depot');
  });
});

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

describe('le nombre de requêtes', () => {
  it('ne dépend pas du nombre de dossiers de la corbeille', async () => {
    await deposer('TEST');
    const un = await compterRequetes(() => lire('a_verifier'));
    await Promise.all(Array.from({ length: 199 }, () => deposer('TEST')));
    expect(await compterRequetes(() => lire('a_verifier'))).toBe(un);
    // the page, and the counts
    expect(un).toBe(2);
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
