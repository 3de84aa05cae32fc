import { beforeEach, describe, expect, it } from 'vitest';
import { deposer, garderSaisie, validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import {
  adresseA,
  brouillonComplet,
  type Personne,
  personne,
  photographie,
  publierListe,
  socleDuDepot,
  suites,
  travaux,
} from '../support/depot.ts';

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
});

const lire = (id: string) => db().dossier.findUniqueOrThrow({ where: { id }, include: { saisies: true } });

async function numeroDe(depot: ReturnType<typeof deposer>): Promise<string> {
  const fait = await depot;
  if (!fait.ok) throw new Error(fait.refus);
  return fait.valeur.numero;
}

describe('deposer', () => {
  it('prend le numéro, fige les réponses avec leur lecture, efface la saisie, écrit l’événement et son travail', async () => {
    const id = await brouillonComplet(moi);
    await garderSaisie(moi, id, 'depot', { observations: 'en cours' }, 0);
    expect(await deposer(moi, id, '  Je suis disponible.\n\u0000 ')).toEqual({ ok: true, valeur: { numero: '5901202611200000001' } });
    const dossier = await lire(id);
    expect(dossier).toMatchObject({
      statut: 'depose',
      numero: '5901202611200000001',
      prefectureCode: '59',
      demandeur: 'TESTCOLLINS Marshall',
      deposeLe: AT,
      listeVersion: 2,
      observations: 'Je suis disponible.',
      saisies: [],
      version: 2,
    });
    expect(dossier.transcript).toEqual(
      expect.arrayContaining([
        { titre: 'Adresse', lignes: [{ libelle: 'Adresse', valeur: '25 Rue Nationale, 59000 Lille, France' }] },
        expect.objectContaining({
          titre: 'État civil',
          lignes: expect.arrayContaining([{ libelle: 'Date de naissance', valeur: '04/03/1990' }]),
        }),
      ]),
    );
    const evenements = await db().evenement.findMany();
    expect(evenements).toMatchObject([
      { type: 'depose', faits: { numero: '5901202611200000001', prefecture: '59' }, acteurSorte: 'usager', creeLe: AT },
    ]);
    expect(await travaux()).toEqual([{ name: 'evenement', data: { evenementId: String(evenements[0]?.id) } }]);
  });

  it.each([
    ['59000', '59350', '5901'],
    ['69003', '69383', '6901'],
    ['20000', '2A004', '2001'],
    ['20000', '', '2001'],
    ['97300', '97302', '9731'],
    // served by a post office of another departement: the commune decides
    ['59000', '69383', '6901'],
  ])('prend le préfixe de l’adresse %s %s', async (codePostal, insee, prefixe) => {
    const id = await brouillonComplet(moi, adresseA(codePostal, insee));
    expect(await numeroDe(deposer(moi, id, ''))).toBe(`${prefixe}202611200000001`);
  });

  it('donne une suite nationale, jamais deux fois le même numéro, à dix dépôts simultanés', async () => {
    const lieux = [adresseA('59000', '59350'), adresseA('69003', '69383'), adresseA('97300', '97302')];
    const gens = await Promise.all(Array.from({ length: 10 }, (_, i) => personne(`p${i}.testdix`)));
    const ids = await Promise.all(gens.map((qui, i) => brouillonComplet(qui, lieux[i % 3])));
    const numeros = await Promise.all(gens.map((qui, i) => numeroDe(deposer(qui, ids[i] ?? '', ''))));
    expect(numeros.every((n) => /^(5901|6901|9731)20261120\d{7}$/.test(n))).toBe(true);
    numeros.push(await numeroDe(deposer(moi, await brouillonComplet(moi), '')));
    expect(new Set(numeros.map((n) => n.slice(12))).size).toBe(11);
  });

  it('déposé cinq fois à la fois, puis une sixième : un numéro, un événement, un travail', async () => {
    const id = await brouillonComplet(moi);
    const numeros = await Promise.all(Array.from({ length: 5 }, () => numeroDe(deposer(moi, id, ''))));
    numeros.push(await numeroDe(deposer({ ...moi, at: new Date('2026-12-01T10:00:00Z') }, id, 'autre')));
    expect(new Set(numeros)).toEqual(new Set(['5901202611200000001']));
    const photo = await photographie();
    expect([photo.evenement, photo.job]).toMatchObject([[{ type: 'depose' }], [{ name: 'evenement' }]]);
    expect(await suites()).toEqual([{ suite: 'demande_2026', dernier: 1 }]);
    expect(await lire(id)).toMatchObject({ deposeLe: AT, observations: null });
  });

  it('recommence la suite avec l’année, à l’heure de Paris', async () => {
    const quand = ['2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z', '2026-12-31T23:30:00Z', '2027-01-01T00:30:00Z', '2027-06-30T22:30:00Z'];
    const numeros: string[] = [];
    for (const [i, instant] of quand.entries()) {
      const qui = await personne(`an${i}.testnuit`, new Date(instant));
      numeros.push(await numeroDe(deposer(qui, await brouillonComplet(qui), '')));
    }
    expect(numeros).toEqual([
      '5901202612310000001',
      '5901202701010000001',
      '5901202701010000002',
      '5901202701010000003',
      '5901202707010000004',
    ]);
    expect((await suites()).map((s) => s.suite)).toEqual(['demande_2026', 'demande_2027']);
  });

  it('prend ses numéros par lots : un autre processus n’en reçoit aucun', async () => {
    const deposes: number[] = [];
    const pris: number[] = [];
    for (let i = 0; i < 24; i += 1) {
      const qui = await personne(`lot${i}.testlot`);
      deposes.push(Number((await numeroDe(deposer(qui, await brouillonComplet(qui), ''))).slice(12)));
      const [autre] = await sql<{ n: number }>("select nextval('demande_2026')::int as n");
      if (autre) pris.push(autre.n);
    }
    expect(new Set([...deposes, ...pris]).size).toBe(48);
    // one made by the function, a lot of twenty, then another lot
    expect(deposes.toSorted((a, b) => a - b)).toEqual(deposes);
    expect(deposes.slice(1, 21)).toEqual(Array.from({ length: 20 }, (_, i) => (deposes[1] ?? 0) + i));
  });

  it('garde le téléphone sur le compte qui n’en a pas, et n’écrase pas celui qu’il a', async () => {
    await deposer(moi, await brouillonComplet(moi), '');
    const lu = (p: Personne) => db().compte.findUniqueOrThrow({ where: { id: p.usager.compteId }, select: { telephone: true } });
    expect(await lu(moi)).toEqual({ telephone: '0199000001' });
    const autre = await personne('awa.testdiallo');
    await db().compte.update({ where: { id: autre.usager.compteId }, data: { telephone: '+33639980000' } });
    await deposer(autre, await brouillonComplet(autre), '');
    expect(await lu(autre)).toEqual({ telephone: '+33639980000' });
  });

  it('rattache à la personne que le compte a reçue depuis le début du brouillon', async () => {
    const id = await brouillonComplet(moi);
    const personneId = newId();
    await db().personne.create({
      data: {
        id: personneId,
        nomNaissance: 'TESTCOLLINS',
        prenoms: ['Marshall'],
        sexe: 'masculin',
        naissanceAnnee: 1990,
        paysNaissance: 'CA',
        lieuNaissance: 'Montréal',
        nationalites: ['CA'],
        cleRecherche: 'testcollins marshall',
        numeroEtranger: '5903000001',
      },
    });
    await db().compte.update({ where: { id: moi.usager.compteId }, data: { personneId, numeroEtranger: '5903000001' } });
    await deposer(moi, id, '');
    expect(await lire(id)).toMatchObject({ personneId });
  });

  it('écarte à l’instant du dépôt ce qui n’est plus demandé, et suit la liste du jour', async () => {
    const id = await brouillonComplet(moi, { situation_familiale: 'celibataire', date_union: '2020-01-01', pays_union: 'CA', intrus: 'x' });
    await deposer(moi, id, '');
    const { reponses } = await lire(id);
    expect(reponses).toMatchObject({ situation_familiale: 'celibataire' });
    for (const code of ['date_union', 'pays_union', 'intrus']) expect(reponses).not.toHaveProperty(code);
  });
});

describe('un dépôt refusé', () => {
  /** What is refused, and what the draft is made of. */
  async function refuse(id: string, refus: object, qui: Personne = moi) {
    const avant = await photographie();
    expect(await deposer(qui, id, 'Bonjour')).toEqual({ ok: false, ...refus });
    expect(await photographie()).toEqual(avant);
    expect(await suites()).toEqual([]);
  }

  it('n’écrit rien sans adresse électronique confirmée', async () => {
    const id = await brouillonComplet(moi);
    await db().compte.update({ where: { id: moi.usager.compteId }, data: { emailConfirmeLe: null } });
    await refuse(id, { refus: 'email_non_confirme' });
  });

  it('n’écrit rien quand une pièce manque, et la nomme', async () => {
    const id = await brouillonComplet(moi, {}, { sauf: ['filiation', 'domicile'] });
    await refuse(id, {
      refus: 'pieces_manquantes',
      details: { pieces: 'Justificatif de domicile datant de moins de 6 mois ; Justificatif de filiation avec le parent' },
    });
  });

  it('n’écrit rien quand la liste a grandi depuis que l’étape est faite', async () => {
    const id = await brouillonComplet(moi);
    await validerEtapePieces(moi, id, 'justificatifs');
    await publierListe('enfant-de-francais', 3, '2026-11-20', 'Une attestation nouvelle');
    await refuse(id, { refus: 'pieces_manquantes', details: { pieces: 'Une attestation nouvelle' } });
  });

  it('n’écrit rien quand l’âge a changé les pièces dues entre-temps', async () => {
    // 21 on the day of the draft, a day older at the deposit
    const id = await brouillonComplet(moi, { date_naissance: '2005-11-20' });
    const demain = { ...moi, at: new Date('2026-11-20T23:30:00Z') };
    await refuse(id, { refus: 'pieces_manquantes', details: { pieces: expect.stringContaining('ressources') } }, demain);
    expect(await deposer(moi, id, '')).toMatchObject({ ok: true });
  });

  it.each([
    ['une réponse devenue fausse', { nationalites: ['FR'] }, 'Informations personnelles'],
    ['une réponse effacée', { date_naissance: '' }, 'Informations personnelles'],
    ['une date plus tard que le jour', { date_entree_france: '2027-01-01' }, 'Motif de séjour'],
    ['une condition qui en demande une autre', { situation_familiale: 'marie' }, 'Motif de séjour'],
    ['une attestation retirée', { non_polygamie: 'non' }, 'Motif de séjour'],
  ])('n’écrit rien pour %s, et dit l’étape à reprendre', async (_quoi, reponses, etape) => {
    const id = await brouillonComplet(moi, {});
    await db().dossier.update({ where: { id }, data: { reponses: { ...Object((await lire(id)).reponses), ...reponses } } });
    await refuse(id, { refus: 'etapes_incompletes', details: { etape } });
  });

  it.each([
    ['33000', '33063'],
    ['99999', ''],
    ['20200', '2B033'],
  ])('n’écrit rien pour une adresse sans préfecture : %s', async (codePostal, insee) => {
    await refuse(await brouillonComplet(moi, adresseA(codePostal, insee)), { refus: 'adresse_sans_prefecture' });
  });

  it('n’écrit rien tant qu’une étape n’est pas faite, ni pour une autre personne', async () => {
    const id = await creerBrouillon(moi.usager);
    await refuse(id, { refus: 'etape_non_atteinte' });
    await refuse(await brouillonComplet(await personne('b.testautre')), { refus: 'introuvable' });
  });

  it('n’écrit rien quand une demande du même motif est déjà ouverte', async () => {
    const id = await brouillonComplet(moi);
    await sql(
      `insert into dossier (id, numero, procedure, procedure_version, liste_version, statut, compte_id, etapes_validees)
       values ($1, '5901202609220000001', 'enfant-de-francais', 1, 2, 'en_instruction', $2, '{}')`,
      [newId(), moi.usager.compteId],
    );
    await refuse(id, { refus: 'dossier_deja_ouvert', details: { numero: '5901202609220000001' } });
  });

  it('ne laisse ni événement ni travail quand le serveur tombe après avoir pris le numéro, et n’écrit ce numéro nulle part', async () => {
    const id = await brouillonComplet(moi);
    await garderSaisie(moi, id, 'depot', { observations: 'Bonjour' }, 0);
    const avant = await photographie();
    await sql(`create function essai_panne() returns trigger language plpgsql as $$ begin
      if to_regclass('demande_2026') is null then raise exception 'trop tôt'; end if;
      raise exception 'panne simulée'; end $$`);
    await sql('create trigger essai_panne before insert on evenement for each row execute function essai_panne()');
    try {
      await expect(deposer(moi, id, '')).rejects.toThrow('panne simulée');
      expect(await photographie()).toEqual(avant);
    } finally {
      await sql('drop function essai_panne() cascade');
    }
    expect(await numeroDe(deposer(moi, id, ''))).toBe('5901202611200000001');
  });

  it('ne laisse rien non plus quand le travail ne peut pas s’écrire', async () => {
    const id = await brouillonComplet(moi);
    const avant = await photographie();
    await sql(`create function essai_file() returns trigger language plpgsql as $$ begin raise exception 'file pleine'; end $$`);
    await sql('create trigger essai_file before insert on file.job_common for each row execute function essai_file()');
    try {
      await expect(deposer(moi, id, '')).rejects.toThrow('file pleine');
      expect(await photographie()).toEqual(avant);
    } finally {
      await sql('drop function essai_file() cascade');
    }
  });
});
