// Search of the agents: by what, within which scope, and how the words are kept.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { chercherDossiers } from '#features/dossier/recherche/queries.ts';
import { comprendre } from '#features/dossier/recherche/schema.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, compteTemporaire, dossierDepose, socle } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

let portee: PorteeAgent;
let agentId: string;

beforeEach(async () => {
  await truncate();
  await socle();
  const lecteur = await agentDe('59', ['instructeur']);
  ({ portee } = lecteur);
  ({ agentId } = lecteur.agent);
});

const deposer = (nom: string, prenoms: string[], options: Parameters<typeof dossierDepose>[0] = {}) =>
  dossierDepose({ pieces: false, ...options, reponses: { nom_naissance: nom, prenoms, nom_usage: '', ...options.reponses } });
const noms = async (saisie: string, par = portee) => (await chercherDossiers(par, saisie)).trouves.map((d) => d.demandeur);

describe('la recherche par le nom', () => {
  beforeEach(async () => {
    await deposer('TESTÉ-D’ORÇAY', ['Élodie', 'Zoé'], {
      statut: 'refuse',
      reponses: { date_naissance: '1990-03-12', nom_usage: 'TESTMARTIN' },
    });
    await deposer('TESTŁØÆSSER', ['Œdipe'], { reponses: { date_naissance: '1985' } });
    await deposer('TESTÉ', ['Élodie'], { prefecture: '69' });
    await deposer('TESTDORMEUR', ['Élodie'], { statut: 'brouillon' });
  });

  it.each([
    'testé d’orçay élodie',
    'teste d orcay',
    'orc',
    'elodie teste',
    'ÉLO tes',
    'zoe orcay',
    'testmartin',
    'elodie 1990',
    '1990',
    'orcay 12/03/1990',
    '12.03.1990',
    '03/1990 elodie',
  ])('trouve par « %s », dans n’importe quel ordre, sans accents, par le début de chaque mot', async (saisie) => {
    expect(await noms(saisie)).toEqual(['TESTÉ-D’ORÇAY Élodie Zoé']);
  });

  it.each(['testloaesser', 'oedi', 'testŁøæss', '1985 test'])('lit « %s » par les lettres du clavier', async (saisie) => {
    expect(await noms(saisie)).toEqual(['TESTŁØÆSSER Œdipe']);
  });

  it.each(['%', '_', ' ', '’', 'elodie 1991', 'orcay durand', 'rcay', "'; drop table dossier; --"])(
    'ne trouve rien par « %s »',
    async (saisie) => {
      expect(await noms(saisie)).toEqual([]);
    },
  );
});

describe('la recherche par un numéro ou une adresse', () => {
  it('trouve par le numéro de demande ou son début, par espaces', async () => {
    const { numero } = await deposer('TESTNUMERO', ['Ana'], { rang: 4_000_001 });
    await deposer('TESTAUTRE', ['Ana'], { rang: 4_000_002, deposeLe: new Date('2025-09-22T09:30:00Z') });
    expect(await noms(numero)).toEqual(['TESTNUMERO Ana']);
    expect(await noms(`${numero.slice(0, 4)} ${numero.slice(4, 10)}`)).toEqual(['TESTNUMERO Ana']);
  });

  it('trouve par le numéro étranger du compte, ou de la personne, le jour où il est donné', async () => {
    const compte = await compteTemporaire();
    const { id } = await deposer('TESTADULTE', ['Ana'], { compteId: compte.id });
    expect(await noms('9912345678')).toEqual([]);
    await db().compte.update({ where: { id: compte.id }, data: { numeroEtranger: '9912345678' } });
    expect(await noms('99 1234 5678')).toEqual(['TESTADULTE Ana']);
    const personne = await db().personne.create({
      data: {
        id: newId(),
        numeroEtranger: '9900000001',
        nomNaissance: 'TESTADULTE',
        prenoms: ['Ana'],
        sexe: 'feminin',
        naissanceAnnee: 1990,
        paysNaissance: 'CA',
        lieuNaissance: 'Montréal',
        nationalites: ['CA'],
        cleRecherche: 'testadulte ana',
      },
    });
    await db().dossier.update({ where: { id }, data: { personneId: personne.id } });
    expect(await noms('9900000001')).toEqual(['TESTADULTE Ana']);
  });

  it('trouve par le téléphone de la demande et par celui du compte aujourd’hui, avec ou sans indicatif', async () => {
    const compte = await compteTemporaire();
    await deposer('TESTAPPEL', ['Ana'], { compteId: compte.id, reponses: { telephone: '+33639980099' } });
    expect(await noms('06 39 98 00 99')).toEqual(['TESTAPPEL Ana']);
    expect(await noms('+33 6 39 98 00 99')).toEqual(['TESTAPPEL Ana']);
    await db().compte.update({ where: { id: compte.id }, data: { telephone: '+33639980077' } });
    expect(await noms('0639980077')).toEqual(['TESTAPPEL Ana']);
  });

  it('trouve par l’adresse de la demande, ou son début, et par celle du compte aujourd’hui', async () => {
    const compte = await compteTemporaire('ana_test@example.org');
    await deposer('TESTCOURRIEL', ['Ana'], { compteId: compte.id, reponses: { email: 'Ana_Test@example.org' } });
    expect(await noms('ana_test@')).toEqual(['TESTCOURRIEL Ana']);
    expect(await noms('anaxtest@')).toEqual([]);
    await db().compte.update({ where: { id: compte.id }, data: { email: 'nouvelle@example.org' } });
    expect(await noms('Nouvelle@Example.org')).toEqual(['TESTCOURRIEL Ana']);
  });
});

describe('la portée de la recherche', () => {
  it('tait un dossier restreint à qui n’y est pas habilité', async () => {
    const { id, numero } = await deposer('TESTCACHE', ['Ana']);
    await sql('update dossier set restreint = true where id = $1', [id]);
    for (const saisie of ['testcache', numero]) expect(await noms(saisie)).toEqual([]);
    const referent = await agentDe('59', ['referent_vulnerabilite']);
    expect(await noms('testcache', referent.portee)).toEqual(['TESTCACHE Ana']);
    await db().habilitation.create({ data: { dossierId: id, agentId, accordePar: agentId } });
    expect(await noms('testcache')).toEqual(['TESTCACHE Ana']);
  });

  it('dit qu’il y en a d’autres, et montre le dépôt le plus récent d’abord', async () => {
    const { id } = await deposer('TESTNOMBREUX', ['Ana']);
    await sql(
      `insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le, numero, demandeur)
       select gen_random_uuid(), procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, etapes_validees, depose_le - n * interval '1 hour',
         n::text, demandeur from dossier, generate_series(1, 60) n where id = $1`,
      [id],
    );
    const { trouves, precisez } = await chercherDossiers(portee, 'testnomb');
    expect([trouves.length, precisez]).toEqual([50, true]);
    expect(trouves.map((d) => d.deposeLe.getTime())).toEqual(trouves.map((d) => d.deposeLe.getTime()).toSorted((a, b) => b - a));
  });

  it('demande deux requêtes au plus', async () => {
    for (const saisie of ['testmar ana 1990', '0639980099', 'a@example.org'])
      expect(await compterRequetes(() => chercherDossiers(portee, saisie))).toBeLessThanOrEqual(2);
  });
});

describe('les mots d’un dossier', () => {
  const prefectures = () => sql('select distinct prefecture_code from mot_dossier').then((l) => l.map((m) => m.prefecture_code));

  it('viennent au dépôt, et suivent un transfert', async () => {
    const { id } = await deposer('TESTMOTS', ['Ana']);
    const attendus = await sql('select mot from mot_dossier order by mot');
    expect(attendus.map((m) => m.mot)).toEqual(expect.arrayContaining(['ana', 'testmots']));
    await sql("update dossier set prefecture_code = '69' where id = $1", [id]);
    expect(await prefectures()).toEqual(['69']);
    expect(await sql('select mot from mot_dossier order by mot')).toEqual(attendus);
    expect(await noms('testmots')).toEqual([]);
  });

  it('ne sont pas écrits pour un brouillon sans préfecture', async () => {
    const { id } = await deposer('TESTBROUILLON', ['Ana'], { statut: 'brouillon', evenement: false });
    await sql('update dossier set prefecture_code = null where id = $1', [id]);
    expect(await sql('select 1 from mot_dossier')).toEqual([]);
  });

  it('s’en vont avec le dossier', async () => {
    const { id } = await deposer('TESTEFFACE', ['Ana'], { evenement: false });
    await sql('delete from dossier where id = $1', [id]);
    expect(await sql('select 1 from mot_dossier')).toEqual([]);
  });
});

describe('ce qui est tapé', () => {
  it.each([
    ['', { sorte: 'vide' }],
    ['dupont jean', { sorte: 'mots', texte: 'dupont jean', naissance: null }],
    ['dupont 3/4/1990', { sorte: 'mots', texte: 'dupont  ', naissance: '19900403' }],
    ['06.39.98.00.01', { sorte: 'chiffres', chiffres: '0639980001' }],
    ['0033 6 39 98 00 01', { sorte: 'chiffres', chiffres: '0639980001' }],
    ['5901 2026', { sorte: 'chiffres', chiffres: '59012026' }],
    ['A@B.org', { sorte: 'courriel', adresse: 'a@b.org' }],
  ])('« %s » se comprend', (saisie, comprise) => {
    expect(comprendre(saisie)).toEqual(comprise);
  });
});
