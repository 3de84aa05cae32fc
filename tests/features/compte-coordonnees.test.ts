// The e-mail of a compte: asked, confirmed by the link of the new address, taken back by the former one.
import { beforeEach, describe, expect, it } from 'vitest';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { emailMasque } from '#domain/compte/courriel.ts';
import {
  annulerChangement,
  changerLangue,
  changerTelephone,
  confirmerChangement,
  demanderChangement,
} from '#features/compte/coordonnees/commands.ts';
import { coordonneesDe, lienDe } from '#features/compte/coordonnees/queries.ts';
import { reprendreAdresse } from '#features/compte/coordonnees/retour/commands.ts';
import { schemaTelephone } from '#features/compte/coordonnees/schema.ts';
import { purgerAcces } from '#features/compte/menage/commands.ts';
import { choisirParJeton } from '#features/compte/mot-de-passe/commands.ts';
import { envoyerLien } from '#features/compte/oubli/commands.ts';
import { prouver, type QuiProuve } from '#features/compte/preuve/commands.ts';
import type { Preuve } from '#guard/confirmation.ts';
import { noterFacteur } from '#guard/session.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { accesUsager, telephone } from '../support/acces.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { porteeDuCompte } from '../support/dossiers.ts';

const LE = new Date('2026-11-05T10:00:00Z');
const plus = (heures: number) => new Date(LE.getTime() + heures * 3_600_000);
const ANCIENNE = 'ancienne@example.org';
const NOUVELLE = 'nouvelle@example.org';

beforeEach(truncate);

async function session(compteId: string, creeLe = LE): Promise<string> {
  const id = newId();
  await db().session.create({ data: { id, compteId, niveau: 'complete', creeLe, vueLe: creeLe, expireLe: plus(2) } });
  return id;
}
const ouverte = async (id: string) => (await db().session.findUniqueOrThrow({ where: { id } })).revoqueeLe === null;
const emailDe = async (id: string) => (await db().compte.findUniqueOrThrow({ where: { id } })).email;

async function qui(email = ANCIENNE) {
  const compteId = await compteConfirme({ email });
  return { compteId, sessionId: await session(compteId) };
}
const minutes = (n: number) => new Date(LE.getTime() + n * 60_000);
const preuve = (q: QuiProuve, motDePasse: string, facteur: Preuve = {}, at = LE) =>
  prouver(accesUsager(q.compteId), q.sessionId, { motDePasse, facteur }, at);
const lienRecu = (a = NOUVELLE) => secretDuCourriel(a, 'adresse_a_confirmer');

describe('changer d’adresse électronique', () => {
  it('ne change rien avant la confirmation, et prévient les deux adresses', async () => {
    const q = await qui();
    expect(await demanderChangement(q, NOUVELLE, LE)).toEqual({ ok: true, valeur: null });
    expect(await emailDe(q.compteId)).toBe(ANCIENNE);
    expect(await courrielsDe(NOUVELLE)).toEqual(['adresse_a_confirmer']);
    expect(await courrielsDe(ANCIENNE)).toEqual(['adresse_demandee']);
    expect((await coordonneesDe(porteeDuCompte(q.compteId), LE)).enAttente).toEqual({ nouvelle: NOUVELLE, jusqu: plus(24) });
    const lu = await lienDe({ jeton: await lienRecu(), retour: '' }, LE);
    expect(lu).toMatchObject({ sorte: 'confirmation', nouvelle: NOUVELLE });
    expect(await lienDe({ jeton: await lienRecu(), retour: '' }, LE)).toEqual(lu);
    expect(await emailDe(q.compteId)).toBe(ANCIENNE);
  });

  it('ne garde que l’empreinte du lien, jamais le lien', async () => {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    const secret = await lienRecu();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await sql('select * from jeton'))).not.toContain(secret);
  });

  it('remplace au bouton, ferme les autres connexions et les liens déjà partis', async () => {
    const q = await qui();
    const ailleurs = await session(q.compteId);
    const boite = await session(q.compteId);
    await envoyerLien({ identifiant: ANCIENNE }, LE);
    const oubli = await secretDuCourriel(ANCIENNE, 'mot_de_passe_oublie');
    await demanderChangement(q, NOUVELLE, LE);
    const jeton = await lienRecu();
    expect(await confirmerChangement({ jeton, sessionId: boite }, plus(1))).toEqual({ ok: true, valeur: null });
    expect(await emailDe(q.compteId)).toBe(NOUVELLE);
    expect([await ouverte(q.sessionId), await ouverte(boite), await ouverte(ailleurs)]).toEqual([true, true, false]);
    expect(await choisirParJeton({ jeton: oubli, motDePasse: 'Tout-Autre-Chose-9!' }, plus(1))).toMatchObject({ refus: 'lien_expire' });
    expect(await courrielsDe(ANCIENNE)).toContain('adresse_remplacee');
    expect((await coordonneesDe(porteeDuCompte(q.compteId), plus(1))).enAttente).toBeNull();
    expect(await confirmerChangement({ jeton, sessionId: null }, plus(1))).toMatchObject({ refus: 'lien_expire' });
  });

  it('deux appuis ensemble n’en font qu’un', async () => {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    const jeton = await lienRecu();
    const issues = await Promise.all(Array.from({ length: 4 }, () => confirmerChangement({ jeton, sessionId: null }, LE)));
    expect(issues.filter((i) => i.ok)).toHaveLength(1);
    expect((await courrielsDe(ANCIENNE)).filter((s) => s === 'adresse_remplacee')).toHaveLength(1);
  });

  it.each([
    ['expiré', async () => {}, 25],
    ['annulé', (q: { compteId: string }) => annulerChangement(q.compteId), 1],
    ['remplacé par un autre', (q: { compteId: string; sessionId: string }) => demanderChangement(q, 'tierce@example.org', LE), 1],
  ])('refuse un lien %s', async (_cas, avant, heures) => {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    const jeton = await lienRecu();
    await avant(q);
    expect(await lienDe({ jeton, retour: '' }, plus(heures))).toBeNull();
    expect(await confirmerChangement({ jeton, sessionId: null }, plus(heures))).toMatchObject({ refus: 'lien_expire' });
    expect(await emailDe(q.compteId)).toBe(ANCIENNE);
  });

  it('un autre mot de passe annule la demande', async () => {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    const jeton = await lienRecu();
    await envoyerLien({ identifiant: ANCIENNE }, LE);
    const oubli = await secretDuCourriel(ANCIENNE, 'mot_de_passe_oublie');
    expect((await choisirParJeton({ jeton: oubli, motDePasse: 'Tout-Autre-Chose-9!' }, LE)).ok).toBe(true);
    expect(await confirmerChangement({ jeton, sessionId: null }, LE)).toMatchObject({ refus: 'lien_expire' });
  });

  it('ne dit pas qu’une adresse a déjà un compte : même réponse, même attente, un courriel à cette adresse', async () => {
    const q = await qui();
    await compteConfirme({ email: NOUVELLE });
    expect(await demanderChangement(q, NOUVELLE, LE)).toEqual({ ok: true, valeur: null });
    expect(await courrielsDe(NOUVELLE)).toEqual(['adresse_deja_prise']);
    expect(await courrielsDe(ANCIENNE)).toEqual(['adresse_demandee']);
    expect((await coordonneesDe(porteeDuCompte(q.compteId), LE)).enAttente?.nouvelle).toBe(NOUVELLE);
  });

  it('refuse au bouton une adresse prise entre-temps, et rien ne change', async () => {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    const jeton = await lienRecu();
    await compteConfirme({ email: NOUVELLE });
    expect(await confirmerChangement({ jeton, sessionId: null }, LE)).toMatchObject({ refus: 'email_indisponible' });
    expect(await emailDe(q.compteId)).toBe(ANCIENNE);
  });

  it('de deux comptes qui confirment ensemble la même adresse, un seul la prend', async () => {
    const [a, b] = [await qui('a@example.org'), await qui('b@example.org')];
    await demanderChangement(a, NOUVELLE, LE);
    const deA = await lienRecu();
    await demanderChangement(b, NOUVELLE, LE);
    const deB = await lienRecu();
    const issues = await Promise.all([deA, deB].map((jeton) => confirmerChangement({ jeton, sessionId: null }, LE)));
    expect(issues.map((i) => (i.ok ? 'ok' : i.refus)).toSorted()).toEqual(['email_indisponible', 'ok']);
    expect(await db().compte.count({ where: { email: NOUVELLE } })).toBe(1);
  });

  it('passe devant un compte jamais confirmé de cette adresse, qui n’est à personne', async () => {
    const q = await qui();
    await db().compte.create({ data: { id: newId(), email: NOUVELLE } });
    await demanderChangement(q, NOUVELLE, LE);
    expect((await confirmerChangement({ jeton: await lienRecu(), sessionId: null }, LE)).ok).toBe(true);
    expect(await emailDe(q.compteId)).toBe(NOUVELLE);
  });

  it('refuse l’adresse déjà en place', async () => {
    expect(await demanderChangement(await qui(), ANCIENNE, LE)).toMatchObject({ refus: 'email_identique' });
  });
});

describe('reprendre son adresse', () => {
  async function remplacee() {
    const q = await qui();
    await demanderChangement(q, NOUVELLE, LE);
    await confirmerChangement({ jeton: await lienRecu(), sessionId: null }, LE);
    return { ...q, retour: await secretDuCourriel(ANCIENNE, 'adresse_remplacee') };
  }

  it('demande le mot de passe d’avant, même changé depuis, puis rend tout', async () => {
    const q = await remplacee();
    await db().compte.update({ where: { id: q.compteId }, data: { motDePasse: await hash('Mot-Du-Voleur-99!') } });
    await envoyerLien({ identifiant: NOUVELLE }, plus(1));
    await choisirParJeton({ jeton: await secretDuCourriel(NOUVELLE, 'mot_de_passe_oublie'), motDePasse: 'Encore-Un-Autre-7!' }, plus(1));
    await db().facteur.create({ data: { id: newId(), compteId: q.compteId, sorte: 'totp', nom: 'du voleur', creeLe: plus(2) } });
    await db().facteur.create({ data: { id: newId(), compteId: q.compteId, sorte: 'totp', nom: 'le mien', creeLe: plus(-48) } });
    const voleur = await session(q.compteId, plus(3));
    expect(await reprendreAdresse({ retour: q.retour, motDePasse: 'Encore-Un-Autre-7!' }, plus(4))).toMatchObject({
      refus: 'mot_de_passe_faux',
    });
    expect(await emailDe(q.compteId)).toBe(NOUVELLE);
    expect(await reprendreAdresse({ retour: q.retour, motDePasse: MOT_DE_PASSE }, plus(4))).toEqual({ ok: true, valeur: null });
    expect(await emailDe(q.compteId)).toBe(ANCIENNE);
    expect(await ouverte(voleur)).toBe(false);
    expect((await db().compte.findUniqueOrThrow({ where: { id: q.compteId } })).motDePasse).toBeNull();
    expect((await db().facteur.findMany()).map((f) => f.nom)).toEqual(['le mien']);
    expect((await courrielsDe(ANCIENNE)).at(-1)).toBe('mot_de_passe_oublie');
    expect(await reprendreAdresse({ retour: q.retour, motDePasse: MOT_DE_PASSE }, plus(4))).toMatchObject({ refus: 'lien_expire' });
  });

  it('n’est plus possible après sept jours, et l’empreinte gardée est alors effacée', async () => {
    const q = await remplacee();
    expect(await lienDe({ jeton: '', retour: q.retour }, plus(7 * 24 - 1))).toMatchObject({ ancienne: ANCIENNE });
    expect(await reprendreAdresse({ retour: q.retour, motDePasse: MOT_DE_PASSE }, plus(7 * 24 + 1))).toMatchObject({
      refus: 'lien_expire',
    });
    await purgerAcces(plus(7 * 24 + 1));
    expect(await db().jeton.count({ where: { sorte: 'courriel_retour' } })).toBe(0);
  });

  it('est refusé quand l’ancienne adresse est devenue celle d’un autre compte', async () => {
    const q = await remplacee();
    await compteConfirme({ email: ANCIENNE });
    expect(await reprendreAdresse({ retour: q.retour, motDePasse: MOT_DE_PASSE }, LE)).toMatchObject({ refus: 'email_indisponible' });
    expect(await emailDe(q.compteId)).toBe(NOUVELLE);
  });
});

describe('la preuve avant un geste sans retour', () => {
  it('est le mot de passe', async () => {
    const q = await qui();
    expect((await preuve(q, MOT_DE_PASSE)).ok).toBe(true);
    expect(await preuve(q, 'autre')).toMatchObject({ refus: 'mot_de_passe_faux' });
    expect(await preuve(q, '')).toMatchObject({ refus: 'mot_de_passe_faux' });
  });

  it('est une connexion récente pour un compte sans mot de passe', async () => {
    const q = await qui();
    await db().compte.update({ where: { id: q.compteId }, data: { motDePasse: null } });
    expect((await preuve(q, '', {}, minutes(14))).ok).toBe(true);
    expect(await preuve(q, '', {}, minutes(16))).toMatchObject({ refus: 'preuve_ancienne' });
  });

  it('demande aussi le second facteur, quand le compte en a un', async () => {
    const q = await qui();
    const code = await telephone(accesUsager(q.compteId));
    expect(await preuve(q, MOT_DE_PASSE)).toMatchObject({ refus: 'facteur_a_prouver' });
    expect(await preuve(q, MOT_DE_PASSE, { code: '000000' })).toMatchObject({ refus: 'code_refuse' });
    expect(await preuve(q, MOT_DE_PASSE, { motDePasse: MOT_DE_PASSE })).toMatchObject({ refus: 'mot_de_passe_faux' });
    // a false password does not use the code up
    expect(await preuve(q, 'autre', { code: code(LE) })).toMatchObject({ refus: 'mot_de_passe_faux' });
    expect((await preuve(q, MOT_DE_PASSE, { code: code(LE) })).ok).toBe(true);
    expect(await preuve(q, MOT_DE_PASSE, { code: code(LE) })).toMatchObject({ refus: 'code_refuse' });
  });

  it('ne le redemande pas quand cette connexion vient de le prouver, et elle seule', async () => {
    const q = await qui();
    await telephone(accesUsager(q.compteId));
    const autre = { ...q, sessionId: await session(q.compteId) };
    await noterFacteur(q.sessionId, LE);
    expect((await preuve(q, MOT_DE_PASSE, {}, minutes(9))).ok).toBe(true);
    expect(await preuve(q, MOT_DE_PASSE, {}, minutes(11))).toMatchObject({ refus: 'facteur_a_prouver' });
    expect(await preuve(autre, MOT_DE_PASSE)).toMatchObject({ refus: 'facteur_a_prouver' });
  });

  it('le demande à qui n’a pas de mot de passe', async () => {
    const q = await qui();
    const code = await telephone(accesUsager(q.compteId));
    await db().compte.update({ where: { id: q.compteId }, data: { motDePasse: null } });
    expect(await preuve(q, '')).toMatchObject({ refus: 'facteur_a_prouver' });
    expect((await preuve(q, '', { code: code(LE) })).ok).toBe(true);
  });
});

describe('téléphone et langue', () => {
  it.each([
    ['06 39 98 00 01', '0639980001'],
    ['+213 5.55-12(34)56', '+213555123456'],
    ['0033639980001', '+33639980001'],
    ['  ', null],
  ])('lit « %s »', (saisi, lu) => expect(schemaTelephone.parse({ telephone: saisi })).toEqual({ telephone: lu }));

  it('refuse ce qui n’est pas un numéro, en disant quoi écrire', () => {
    const lecture = schemaTelephone.safeParse({ telephone: 'appelez ma sœur' });
    expect(lecture.error?.issues[0]?.message).toContain('indicatif du pays');
  });

  it('s’écrivent sur le compte', async () => {
    const { compteId } = await qui();
    await changerTelephone(compteId, '+33639980001');
    await changerLangue(compteId, 'fr');
    expect(await coordonneesDe(porteeDuCompte(compteId), LE)).toMatchObject({ telephone: '+33639980001', langue: 'fr' });
    await changerTelephone(compteId, null);
    expect((await coordonneesDe(porteeDuCompte(compteId), LE)).telephone).toBeNull();
  });
});

it.each([
  ['ana.testpereira@example.org', 'an•••@example.org'],
  ['a@example.org', '•••@example.org'],
])('une adresse masquée se reconnaît sans s’apprendre : %s', (email, masque) => expect(emailMasque(email)).toBe(masque));
