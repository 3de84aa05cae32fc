// The commands under explicit instants: what 48 hours, one hour and 90 days change, and the upgrade of a compte.
import { beforeEach, describe, expect, it } from 'vitest';
import { upgradeCompte } from '#features/compte/commands.ts';
import { verifierIdentifiants } from '#features/compte/connexion/commands.ts';
import { demanderAcces } from '#features/compte/creation/commands.ts';
import { choisirMotDePasse, choisirParJeton } from '#features/compte/mot-de-passe/commands.ts';
import { envoyerLien, envoyerLienConnexion } from '#features/compte/oubli/commands.ts';
import { db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { truncate } from '../support/database.ts';

const ANA = 'ana.test@example.org';
const NUMERO = '5999000016';
const T0 = new Date('2026-03-02T09:00:00Z');
const apres = (heures: number, secondes = 0) => new Date(T0.getTime() + heures * 3_600_000 + secondes * 1000);
const NOM = { nomNaissance: 'TESTPEREIRA', nomUsage: null, prenoms: ['Ana'] };
const acces = (at: Date) => demanderAcces({ email: ANA, consentement: false }, at);
const lien = (at: Date) => envoyerLien({ identifiant: ANA }, at);
const provisoire = () => secretDuCourriel(ANA, 'acces_temporaire');
const entrer = (identifiant: string, motDePasse: string, at: Date) => verifierIdentifiants({ identifiant, motDePasse }, at);
const monter = (compteId: string, at: Date, numeroEtranger = NUMERO) =>
  transaction((tx) => upgradeCompte(tx, { compteId, numeroEtranger, nom: NOM }, at));

beforeEach(truncate);

describe('le mot de passe provisoire', () => {
  it.each([
    [apres(47, 3599), { ok: true, valeur: { niveau: 'reinitialisation' } }],
    [apres(48), { ok: false, refus: 'provisoire_expire' }],
  ])('entré le %s', async (at, attendu) => {
    await acces(T0);
    expect(await entrer(ANA, await provisoire(), at)).toMatchObject(attendu);
  });

  it('n’apprend à personne d’autre qu’il a expiré', async () => {
    await acces(T0);
    expect(await entrer(ANA, 'faux', apres(49))).toMatchObject({ refus: 'identifiants_inconnus' });
  });

  it('ne sert qu’à une de deux connexions simultanées', async () => {
    await acces(T0);
    const mot = await provisoire();
    const entrees = await Promise.all([entrer(ANA, mot, apres(1)), entrer(ANA, mot, apres(1))]);
    expect(entrees.filter((e) => e.ok)).toHaveLength(1);
  });

  it('est remplacé quand on recommence, et un double clic n’en envoie qu’un (C24)', async () => {
    await Promise.all([acces(T0), acces(T0)]);
    expect(await courrielsDe(ANA)).toEqual(['acces_temporaire']);
    const premier = await provisoire();
    await acces(apres(0, 61));
    expect(await entrer(ANA, premier, apres(1))).toMatchObject({ refus: 'identifiants_inconnus' });
    expect(await entrer(ANA, await provisoire(), apres(1))).toMatchObject({ ok: true });
  });

  it('n’est gardé nulle part en clair', async () => {
    await acces(T0);
    const { provisoire: garde } = await db().compte.findUniqueOrThrow({ where: { email: ANA } });
    expect(garde).toMatch(/^\$argon2id\$/);
  });
});

describe('le lien du mot de passe oublié', () => {
  it.each([
    [59 * 60 + 59, true],
    [60 * 60, false],
  ])('après %i secondes, marche : %s', async (secondes, ok) => {
    await compteConfirme({ email: ANA });
    await lien(T0);
    const jeton = await secretDuCourriel(ANA, 'mot_de_passe_oublie');
    expect(await choisirParJeton({ jeton, motDePasse: 'Lune#Bleue43' }, apres(0, secondes))).toMatchObject({ ok });
  });

  it('garde sa valeur quand le mot de passe proposé est refusé', async () => {
    await compteConfirme({ email: ANA });
    await lien(T0);
    const jeton = await secretDuCourriel(ANA, 'mot_de_passe_oublie');
    expect(await choisirParJeton({ jeton, motDePasse: 'password' }, apres(0, 10))).toMatchObject({ refus: 'mot_de_passe_refuse' });
    const deux = await Promise.all([1, 2].map(() => choisirParJeton({ jeton, motDePasse: 'Lune#Bleue43' }, apres(0, 20))));
    expect(deux.filter((r) => r.ok)).toHaveLength(1);
  });

  it('meurt quand le mot de passe change autrement', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await lien(T0);
    const jeton = await secretDuCourriel(ANA, 'mot_de_passe_oublie');
    await choisirMotDePasse({ compteId, motDePasse: 'Mars#Rouge44' }, apres(0, 10));
    expect(await choisirParJeton({ jeton, motDePasse: 'Lune#Bleue43' }, apres(0, 20))).toMatchObject({ refus: 'lien_expire' });
  });
});

describe('une pluie de demandes de lien faite par un inconnu', () => {
  it('n’envoie que quelques courriels, et un lien valable attend toujours dans la boîte', async () => {
    const compteId = await compteConfirme({ email: ANA });
    const entrants = async (at: Date) => db().jeton.count({ where: { compteId, sorte: 'mot_de_passe', expireLe: { gt: at } } });
    await Promise.all(Array.from({ length: 12 }, () => lien(T0)));
    expect(await courrielsDe(ANA)).toHaveLength(3);
    let envoyes = 3;
    for (let minute = 1; minute <= 240; minute += 1) {
      const at = apres(0, minute * 60);
      await lien(at);
      // whoever has just asked has half an hour before them
      expect(await entrants(new Date(at.getTime() + 30 * 60_000 - 1))).toBeGreaterThan(0);
      envoyes = (await courrielsDe(ANA)).length;
    }
    expect(envoyes).toBeLessThanOrEqual(6 * 4 + 3);
    expect(
      await choisirParJeton({ jeton: await secretDuCourriel(ANA, 'mot_de_passe_oublie'), motDePasse: 'Lune#Bleue43' }, apres(4, 60)),
    ).toMatchObject({ ok: true });
  });

  it('compte à part les liens de connexion et ceux du mot de passe', async () => {
    await compteConfirme({ email: ANA });
    for (let i = 0; i < 5; i += 1) await lien(T0);
    await envoyerLienConnexion({ identifiant: ANA }, T0);
    expect((await courrielsDe(ANA)).filter((s) => s === 'lien_connexion')).toHaveLength(1);
  });
});

describe('le passage au compte définitif (S-151 à S-153)', () => {
  it('garde le compte et la personne, remplace l’identifiant et le mot de passe, ferme les sessions', async () => {
    const compteId = await compteConfirme({ email: ANA });
    const personne = { nomNaissance: 'TESTPEREIRA', prenoms: ['Ana'], sexe: 'feminin', naissanceAnnee: 1970, paysNaissance: 'PT' };
    const { id: personneId } = await db().personne.create({
      data: {
        id: newId(),
        ...personne,
        lieuNaissance: 'Porto',
        nationalites: ['PT'],
        cleRecherche: 'testpereira ana',
        compte: { connect: { id: compteId } },
      },
    });
    await db().session.create({ data: { id: newId(), compteId, niveau: 'complete', expireLe: apres(10_000) } });
    expect(await monter(compteId, T0)).toEqual({ ok: true, valeur: null });

    expect(await db().compte.findUniqueOrThrow({ where: { id: compteId } })).toMatchObject({
      numeroEtranger: NUMERO,
      personneId,
      motDePasse: null,
    });
    expect(await db().personne.findUniqueOrThrow({ where: { id: personneId } })).toMatchObject({ numeroEtranger: NUMERO });
    expect(await db().session.findMany()).toMatchObject([{ revoqueeLe: T0 }]);
    expect(await entrer(ANA, MOT_DE_PASSE, apres(1))).toMatchObject({ refus: 'identifiants_inconnus' });
    const mot = await secretDuCourriel(ANA, 'compte_definitif');
    expect(await entrer(NUMERO, mot, apres(1))).toMatchObject({
      ok: true,
      valeur: { compteId, niveau: 'reinitialisation' },
    });
  });

  it('accepte encore l’adresse 90 jours, puis dit lequel employer à qui a le bon mot de passe', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await monter(compteId, T0);
    await choisirMotDePasse({ compteId, motDePasse: MOT_DE_PASSE }, apres(1));
    expect(await entrer(ANA, MOT_DE_PASSE, apres(90 * 24 - 1))).toMatchObject({ ok: true, valeur: { niveau: 'complete' } });
    expect(await entrer(ANA, MOT_DE_PASSE, apres(90 * 24))).toEqual({ ok: false, refus: 'utiliser_numero', details: { fin: '016' } });
    expect(await entrer(ANA, 'faux', apres(90 * 24))).toEqual({ ok: false, refus: 'identifiants_inconnus' });
    expect(await entrer(NUMERO, MOT_DE_PASSE, apres(90 * 24))).toMatchObject({ ok: true });
  });

  it('refuse un second numéro, et le numéro d’une autre personne', async () => {
    const [premier, second] = [await compteConfirme({ email: ANA }), await compteConfirme({ email: 'autre.test@example.org' })];
    await monter(premier, T0);
    expect(await monter(premier, T0, '5999000017')).toEqual({ ok: false, refus: 'numero_deja_attribue' });
    expect(await monter(second, T0)).toEqual({ ok: false, refus: 'numero_deja_attribue' });
  });

  it('disparaît avec la transaction de l’agent si elle échoue', async () => {
    const compteId = await compteConfirme({ email: ANA });
    const panne = transaction(async (tx) => {
      await upgradeCompte(tx, { compteId, numeroEtranger: NUMERO, nom: NOM }, T0);
      throw new Error('panne');
    });
    await expect(panne).rejects.toThrow('panne');
    expect(await entrer(ANA, MOT_DE_PASSE, apres(1))).toMatchObject({ ok: true });
    expect(await courrielsDe(ANA)).toEqual([]);
  });
});
