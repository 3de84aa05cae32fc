// What a stranger could time: the same work is done whether a number or an address is known. Proved by what the work is made of (SQL
// statements, argon2 computations), which does not depend on the load of the machine; the delays themselves are compared by npm run bench.
import argon2 from 'argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seConnecter } from '#features/compte/connexion/actions.ts';
import { creerCompte } from '#features/compte/creation/actions.ts';
import { declarerTitre } from '#features/compte/creation-numero/actions.ts';
import { demanderIdentifiant, demanderLien, demanderLienConnexion } from '#features/compte/oubli/actions.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { compteConfirme } from '../support/compte.ts';
import { truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';
import { requetesDe } from '../support/requetes.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const CONNU = 'ana.test@example.org';
const INCONNU = 'personne.test@example.org';
const NUMERO = '5999000016';
const INCONNU_NUMERO = '5999000017';
const EXPIRE = 'expire.test@example.org';

/** Statements, in order, and argon2 computations of one gesture. */
async function travail(action: typeof seConnecter, champs: Record<string, string>) {
  const calculs = [vi.spyOn(argon2, 'hash'), vi.spyOn(argon2, 'verify')];
  try {
    const requetes = await requetesDe(() => mene(action(FORMULAIRE_VIDE, formulaire(champs))));
    return { requetes, argon2: calculs.map((c) => c.mock.calls.length) };
  } finally {
    for (const calcul of calculs) calcul.mockRestore();
  }
}

beforeEach(async () => {
  navigateur.boite.clear();
  navigateur.entetes.set('x-forwarded-for', '192.0.2.10');
  await truncate();
  const id = await compteConfirme({ email: CONNU, numeroEtranger: NUMERO, emailAccepteJusqu: new Date('2100-01-01') });
  await db().compte.update({ where: { id }, data: { numeroVisa: 'FRA991000002' } });
  await db().compte.create({
    data: {
      id: newId(),
      email: EXPIRE,
      provisoire: await argon2.hash('x', { memoryCost: 256, timeCost: 1, parallelism: 1 }),
      provisoireExpire: new Date(0),
    },
  });
});

describe('le même travail, connu ou non', () => {
  it.each([
    ['par le numéro', NUMERO, INCONNU_NUMERO],
    ['par l’adresse', CONNU, INCONNU],
    ['par le visa', 'FRA991000002', 'FRA991000003'],
    ['avec un mot de passe provisoire', EXPIRE, INCONNU],
  ])('à la connexion, %s', async (_nom, connu, inconnu) => {
    const [un, autre] = [
      await travail(seConnecter, { identifiant: connu, motDePasse: 'faux' }),
      await travail(seConnecter, { identifiant: inconnu, motDePasse: 'faux' }),
    ];
    expect(autre).toEqual(un);
    expect(un.argon2).toEqual([0, 1]);
    expect(un.requetes).toHaveLength(2);
  });

  it.each([
    ['demanderLien', demanderLien],
    ['demanderLienConnexion', demanderLienConnexion],
  ])('à %s, et encore quand la boîte a déjà assez de liens', async (_nom, action) => {
    const connu = await travail(action, { identifiant: NUMERO });
    expect(await travail(action, { identifiant: INCONNU_NUMERO })).toEqual(connu);
    for (let i = 0; i < 5; i += 1) expect(await travail(action, { identifiant: NUMERO })).toEqual(connu);
    expect(await db().courriel.count()).toBe(3);
    expect(connu.requetes.length).toBeGreaterThan(4);
  });

  it('à l’identifiant oublié', async () => {
    expect(await travail(demanderIdentifiant, { email: INCONNU })).toEqual(await travail(demanderIdentifiant, { email: CONNU }));
  });

  it('à la création par l’adresse : un calcul d’argon2 dans tous les cas', async () => {
    const creer = (email: string) => travail(creerCompte, { email, emailConfirmation: email });
    const [connu, inconnu] = [await creer(CONNU), await creer(INCONNU)];
    expect(connu.argon2).toEqual([1, 0]);
    expect(inconnu.argon2).toEqual([1, 0]);
    expect(inconnu.requetes).toHaveLength(connu.requetes.length);
  });

  it('à la création par le numéro', async () => {
    const titre = {
      'debut.jour': '01',
      'debut.mois': '02',
      'debut.annee': '2023',
      'fin.jour': '31',
      'fin.mois': '01',
      'fin.annee': '2033',
    };
    const connu = await travail(declarerTitre, { numero: NUMERO, ...titre });
    expect(await travail(declarerTitre, { numero: INCONNU_NUMERO, ...titre })).toEqual(connu);
  });
});
