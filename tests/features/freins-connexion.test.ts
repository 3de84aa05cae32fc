// Each attack on the log-in, and who must still get in meanwhile. Failures are counted in Postgres, as every web process shares them.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REFUS } from '#domain/refusals.ts';
import { seConnecter, seDeconnecter } from '#features/compte/connexion/actions.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { db } from '#platform/db.ts';
import { compteConfirme, MOT_DE_PASSE } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));
vi.mock('#platform/clock.ts', () => ({ now: () => maintenant }));

let maintenant = new Date('2026-11-22T10:00:00Z');
const ANA = 'ana.test@example.org';
const APPAREIL = 'portail-appareil';
const ENTREE = '/premiere-demande';
const INCONNU = { general: REFUS.identifiants_inconnus };
const FREINE = { general: expect.stringContaining('Recevoir un lien de connexion') };

async function essayer(identifiant: string, motDePasse = 'faux', reseau = '192.0.2.10') {
  navigateur.entetes.set('x-forwarded-for', reseau);
  return mene(seConnecter(FORMULAIRE_VIDE, formulaire({ identifiant, motDePasse })));
}
const enBoucle = async (fois: number, geste: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < fois; i += 1) await geste(i);
};
/** The next person sits at another browser. */
const autreNavigateur = () => navigateur.boite.clear();
const seulAppareil = () => {
  const cookie = navigateur.boite.get(APPAREIL) ?? '';
  navigateur.boite.clear();
  navigateur.boite.set(APPAREIL, cookie);
};

beforeEach(async () => {
  maintenant = new Date('2026-11-22T10:00:00Z');
  navigateur.boite.clear();
  await truncate();
});

describe('un réseau contre un identifiant', () => {
  it('s’arrête au onzième échec, connu ou non, et reprend un quart d’heure après', async () => {
    await compteConfirme({ email: ANA });
    for (const identifiant of [ANA, 'personne.test@example.org']) {
      await enBoucle(10, async () => expect(await essayer(identifiant)).toMatchObject(INCONNU));
      expect(await essayer(identifiant, MOT_DE_PASSE)).toMatchObject(FREINE);
    }
    maintenant = new Date('2026-11-22T10:15:00Z');
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
  });

  it('ne passe pas davantage en envoyant tout d’un coup', async () => {
    await compteConfirme({ email: ANA });
    const reponses = await Promise.all(Array.from({ length: 40 }, () => essayer(ANA)));
    expect(reponses.filter((r) => typeof r === 'object' && 'general' in r && r.general === REFUS.identifiants_inconnus)).toHaveLength(10);
  });

  it('n’use pas la part du réseau en insistant sur un nom déjà fermé', async () => {
    await compteConfirme({ email: ANA });
    await enBoucle(200, () => essayer('personne.test@example.org'));
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
  });
});

describe('un réseau contre beaucoup d’identifiants', () => {
  it('s’arrête à 150 échecs, sans fermer les autres réseaux ni les navigateurs connus', async () => {
    await compteConfirme({ email: ANA });
    const autre = 'autre.test@example.org';
    await compteConfirme({ email: autre });
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
    const connu = new Map(navigateur.boite);
    autreNavigateur();
    await enBoucle(150, async (i) => expect(await essayer(`cible-${i}@example.org`)).toMatchObject(INCONNU));
    expect(await essayer('cible-150@example.org')).toMatchObject(FREINE);
    expect(await essayer(autre, MOT_DE_PASSE)).toMatchObject(FREINE);
    expect(await essayer(autre, MOT_DE_PASSE, '198.51.100.7')).toBe(ENTREE);
    navigateur.boite.clear();
    for (const [nom, valeur] of connu) navigateur.boite.set(nom, valeur);
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
  });

  it('voit un seul réseau dans tout un foyer IPv6', async () => {
    await enBoucle(150, (i) => essayer(`cible-${i}@example.org`, 'faux', `2001:db8:1:2::${i.toString(16)}`));
    expect(await essayer('cible-x@example.org', 'faux', '2001:db8:1:2:ffff::1')).toMatchObject(FREINE);
    expect(await essayer('cible-x@example.org', 'faux', '2001:db8:1:3::1')).toMatchObject(INCONNU);
  });
});

describe('beaucoup de réseaux contre un identifiant', () => {
  const attaquer = () => enBoucle(60, (i) => essayer(ANA, 'faux', `198.51.100.${i}`));

  it('laisse entrer le titulaire par un navigateur qui a déjà ouvert ce compte, jamais par celui d’un autre', async () => {
    await compteConfirme({ email: ANA });
    await compteConfirme({ email: 'voleur.test@example.org' });
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
    await mene(seDeconnecter(FORMULAIRE_VIDE, formulaire({})));
    const [appareil] = [navigateur.boite.get(APPAREIL) ?? ''];
    autreNavigateur();
    await attaquer();
    expect(await essayer('voleur.test@example.org', MOT_DE_PASSE, '203.0.113.9')).toBe(ENTREE);
    seulAppareil();
    const vol = [await essayer(ANA, 'faux', '203.0.113.9'), await essayer(ANA, 'faux', '203.0.113.9')];
    expect(vol.at(-1)).toMatchObject(FREINE);
    navigateur.boite.set(APPAREIL, appareil);
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
  });

  it('ralentit les inconnus, un essai par minute tous ensemble, sans jamais fermer', async () => {
    await compteConfirme({ email: ANA });
    await attaquer();
    maintenant = new Date('2026-11-22T10:05:00Z');
    expect(await essayer(ANA, 'faux', '203.0.113.1')).toMatchObject(INCONNU);
    expect(await essayer(ANA, MOT_DE_PASSE, '203.0.113.2')).toMatchObject(FREINE);
    maintenant = new Date('2026-11-22T10:06:00Z');
    expect(await essayer(ANA, MOT_DE_PASSE, '203.0.113.2')).toBe(ENTREE);
  });

  it('n’est pas rouvert aux attaquants par les réussites du titulaire', async () => {
    await compteConfirme({ email: ANA });
    await essayer(ANA, MOT_DE_PASSE);
    const appareil = navigateur.boite.get(APPAREIL) ?? '';
    autreNavigateur();
    await attaquer();
    navigateur.boite.set(APPAREIL, appareil);
    expect(await essayer(ANA, MOT_DE_PASSE)).toBe(ENTREE);
    autreNavigateur();
    maintenant = new Date('2026-11-22T10:05:00Z');
    await essayer(ANA, 'faux', '203.0.113.1');
    expect(await essayer(ANA, 'faux', '203.0.113.2')).toMatchObject(FREINE);
  });
});

describe('le navigateur connu', () => {
  it('a sa propre limite : le cookie volé ne donne que dix essais par quart d’heure', async () => {
    await compteConfirme({ email: ANA });
    await essayer(ANA, MOT_DE_PASSE);
    seulAppareil();
    await enBoucle(10, async (i) => expect(await essayer(ANA, 'faux', `198.51.100.${i}`)).toMatchObject(INCONNU));
    expect(await essayer(ANA, MOT_DE_PASSE, '198.51.100.99')).toMatchObject(FREINE);
    // and the owner, elsewhere, does not feel it
    autreNavigateur();
    expect(await essayer(ANA, MOT_DE_PASSE, '203.0.113.9')).toBe(ENTREE);
  });

  it('n’est cru ni altéré, ni six mois après, et n’ouvre rien seul', async () => {
    await compteConfirme({ email: ANA });
    await essayer(ANA, MOT_DE_PASSE);
    seulAppareil();
    const cookie = navigateur.boite.get(APPAREIL) ?? '';
    expect(cookie).not.toContain(ANA);
    expect(await essayer(ANA)).toMatchObject(INCONNU);
    const comptes = () => sql<{ n: number }>('select coalesce(sum(nombre), 0)::int as n from tentative');
    const [avant] = await comptes();
    navigateur.boite.set(APPAREIL, `${cookie.slice(0, -4)}AAAA`);
    await essayer(ANA);
    const [altere] = await comptes();
    expect(Number(altere?.n) - Number(avant?.n)).toBe(3);
    navigateur.boite.set(APPAREIL, cookie);
    maintenant = new Date('2027-06-01T10:00:00Z');
    await essayer(ANA);
    const [perime] = await comptes();
    expect(Number(perime?.n) - Number(altere?.n)).toBe(3);
  });
});

describe('une foule au même instant', () => {
  it('attend son tour ; ceux qui dépassent la file entendent de revenir, sans faute ni essai compté', async () => {
    const foule = await Promise.all(Array.from({ length: 200 }, (_, i) => essayer(`foule-${i}@example.org`)));
    const phrases = foule.map((r) => (typeof r === 'object' && 'general' in r ? r.general : r));
    expect(phrases.filter((p) => p === REFUS.affluence)).toHaveLength(76);
    expect(phrases.filter((p) => p === REFUS.identifiants_inconnus)).toHaveLength(124);
  });
});

describe('une adresse partagée par des gens honnêtes', () => {
  it('soixante personnes d’une bibliothèque, deux erreurs chacune, entrent toutes', async () => {
    const gens = Array.from({ length: 60 }, (_, i) => `personne-${i}.test@example.org`);
    for (const email of gens) await compteConfirme({ email });
    // the worst order: everybody is wrong twice before anybody is right
    for (const email of gens) await enBoucle(2, () => essayer(email));
    for (const email of gens) {
      autreNavigateur();
      expect(await essayer(email, MOT_DE_PASSE)).toBe(ENTREE);
    }
    const restes = await db().tentative.aggregate({ _sum: { nombre: true } });
    expect(restes._sum.nombre ?? 0).toBe(0);
  });
});
