// Through the doors: the actions as a browser posts them, cookies included.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { REFUS } from '#domain/refusals.ts';
import { connecterAgent } from '#features/compte/agents/actions.ts';
import { seConnecter, seDeconnecter } from '#features/compte/connexion/actions.ts';
import { creerCompte } from '#features/compte/creation/actions.ts';
import { loaderEntete } from '#features/compte/entete/loaders.ts';
import { prouverFacteurAgent } from '#features/compte/facteurs/actions.ts';
import { nouveauMotDePasse, reinitialiser } from '#features/compte/mot-de-passe/actions.ts';
import { loaderJeton } from '#features/compte/mot-de-passe/loaders.ts';
import { demanderIdentifiant, demanderLien } from '#features/compte/oubli/actions.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderAgent, loaderUsager } from '#guard/loader.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { accesAgent, telephone } from '../support/acces.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';
import { compterRequetes } from '../support/requetes.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const ANA = 'ana.test@example.org';
const COOKIE = 'portail-usager';
const poster = (action: typeof seConnecter, champs: Record<string, string>) => mene(action(FORMULAIRE_VIDE, formulaire(champs)));
const connecter = (identifiant: string, motDePasse: string, retour?: string) =>
  poster(seConnecter, { identifiant, motDePasse, ...(retour ? { retour } : {}) });
const creer = (email: string, plus: Record<string, string> = {}) => poster(creerCompte, { email, emailConfirmation: email, ...plus });
const sessions = () => db().session.findMany({ orderBy: { id: 'asc' } });
const pageUsager = loaderUsager(async ({ usager }) => usager.email);

beforeEach(async () => {
  navigateur.boite.clear();
  navigateur.entetes.set('x-forwarded-for', '192.0.2.10');
  navigateur.entetes.set('x-chemin', '/mon-compte');
  await truncate();
});

describe('la création d’un compte temporaire', () => {
  it('répond pareil à une adresse connue et à une inconnue, mais pas par le même courriel', async () => {
    await compteConfirme({ email: ANA });
    expect(await creer(ANA)).toBe('/compte/creation?enregistree=1');
    expect(await creer('autre.test@example.org')).toBe('/compte/creation?enregistree=1');
    expect(await courrielsDe(ANA)).toEqual(['compte_existant']);
    expect(await courrielsDe('autre.test@example.org')).toEqual(['acces_temporaire']);
    expect(await connecter(ANA, MOT_DE_PASSE)).toBe('/premiere-demande');
  });

  it('refuse deux adresses différentes et rend ce qui était tapé', async () => {
    const etat = await poster(creerCompte, { email: ANA, emailConfirmation: 'x@example.org', consentement: 'on' });
    expect(etat).toMatchObject({
      erreurs: { emailConfirmation: expect.stringContaining('différentes') },
      valeurs: { email: ANA, consentement: 'on' },
    });
    expect(await db().compte.count()).toBe(0);
  });

  it('ne prend l’accord de la notification électronique que s’il est coché (D-07)', async () => {
    await creer(ANA, { consentement: 'on' });
    await creer('autre.test@example.org');
    const comptes = await db().compte.findMany({ orderBy: { email: 'asc' } });
    expect(comptes.map((c) => c.consentementLe !== null)).toEqual([true, false]);
  });

  it('n’écrit plus à une adresse au-delà de cinq fois par heure, sans le dire à qui insiste', async () => {
    await compteConfirme({ email: ANA });
    for (let i = 0; i < 9; i += 1) {
      expect(await creer('autre.test@example.org')).toBe('/compte/creation?enregistree=1');
      expect(await creer(ANA)).toBe('/compte/creation?enregistree=1');
      await db().compte.updateMany({ data: { provisoireExpire: new Date(0) } });
    }
    expect(await courrielsDe('autre.test@example.org')).toHaveLength(5);
  });
});

describe('le mot de passe provisoire (D-01)', () => {
  it('n’ouvre que la page de réinitialisation, une seule fois', async () => {
    await creer(ANA);
    const provisoire = await secretDuCourriel(ANA, 'acces_temporaire');
    expect(provisoire).toHaveLength(12);
    expect(await connecter(ANA, provisoire, '/mon-compte')).toBe('/compte/reinitialisation');
    expect(await mene(pageUsager())).toBe('/compte/reinitialisation');
    expect(await connecter(ANA, provisoire)).toMatchObject({ general: REFUS.identifiants_inconnus });
  });

  it('cède la place au mot de passe choisi : adresse confirmée, session complète et neuve', async () => {
    await creer(ANA);
    await connecter(ANA, await secretDuCourriel(ANA, 'acces_temporaire'));
    const avant = navigateur.boite.get(COOKIE);
    const refus = await poster(reinitialiser, { motDePasse: 'abcdefgh', motDePasseConfirmation: 'abcdefgh' });
    expect(refus).toMatchObject({ erreurs: { motDePasse: expect.stringContaining('majuscule') } });
    expect(JSON.stringify(refus)).not.toContain('abcdefgh');
    expect(await poster(reinitialiser, { motDePasse: MOT_DE_PASSE, motDePasseConfirmation: MOT_DE_PASSE })).toBe('/premiere-demande');
    const compte = await db().compte.findUniqueOrThrow({ where: { email: ANA } });
    expect(compte).toMatchObject({ provisoire: null, provisoireExpire: null, emailConfirmeLe: expect.any(Date) });
    expect((await sessions()).map((s) => [s.niveau, s.revoqueeLe !== null])).toEqual([
      ['reinitialisation', true],
      ['complete', false],
    ]);
    expect(await mene(pageUsager())).toBe(ANA);
    navigateur.boite.set(COOKIE, avant ?? '');
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
    expect(await courrielsDe(ANA)).toEqual(['acces_temporaire']);
  });

  it('refuse un mot de passe courant ou fait de l’adresse', async () => {
    await creer(ANA);
    await connecter(ANA, await secretDuCourriel(ANA, 'acces_temporaire'));
    for (const motDePasse of ['Password1!', 'azertyuiop123', `${ANA}A1`]) {
      expect(await poster(reinitialiser, { motDePasse, motDePasseConfirmation: motDePasse })).toMatchObject({
        erreurs: { motDePasse: expect.any(String) },
      });
    }
  });

  it('ne laisse pas une session complète changer le mot de passe par cette page', async () => {
    await compteConfirme({ email: ANA });
    await connecter(ANA, MOT_DE_PASSE);
    expect(await poster(reinitialiser, { motDePasse: 'Autre#Choix99', motDePasseConfirmation: 'Autre#Choix99' })).toBe('/');
    expect(await connecter(ANA, MOT_DE_PASSE)).toBe('/premiere-demande');
  });
});

describe('la connexion', () => {
  it('dit la même phrase pour un inconnu et pour un mauvais mot de passe', async () => {
    await compteConfirme({ email: ANA, numeroEtranger: '5999000016' });
    const faux = await connecter('5999000016', 'faux');
    expect(faux).toEqual({ erreurs: {}, general: REFUS.identifiants_inconnus, valeurs: { identifiant: '5999000016' } });
    expect(await connecter('5999000017', 'faux')).toEqual({ ...Object(faux), valeurs: { identifiant: '5999000017' } });
  });

  it('mène un compte définitif à l’accueil, ou à la page demandée si elle est d’ici', async () => {
    await compteConfirme({ email: ANA, numeroEtranger: '5999000016' });
    expect(await connecter('59 99 00 00 16', MOT_DE_PASSE)).toBe('/');
    expect(await connecter('5999000016', MOT_DE_PASSE, '/mon-compte?page=2')).toBe('/mon-compte?page=2');
    for (const ailleurs of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/.//evil.example',
    ]) {
      expect(await connecter('5999000016', MOT_DE_PASSE, ailleurs)).toBe('/');
    }
  });

  it('se ferme au onzième essai, même juste, sans dire si le compte existe', async () => {
    await compteConfirme({ email: ANA });
    const inconnu = 'personne.test@example.org';
    for (const identifiant of [ANA, inconnu]) for (let i = 0; i < 10; i += 1) await connecter(identifiant, 'faux');
    const ferme = { general: expect.stringContaining('15 minutes') };
    expect(await connecter(ANA, MOT_DE_PASSE)).toMatchObject(ferme);
    expect(await connecter(inconnu, MOT_DE_PASSE)).toMatchObject(ferme);
    expect(await sessions()).toHaveLength(0);
  });

  it('oublie les essais d’une personne qui réussit', async () => {
    await compteConfirme({ email: ANA });
    for (let tour = 0; tour < 2; tour += 1) {
      for (let i = 0; i < 9; i += 1) await connecter(ANA, 'faux');
      expect(await connecter(ANA, MOT_DE_PASSE)).toBe('/premiere-demande');
    }
  });

  it('ouvre chaque fois une autre session et ferme celle d’avant (fixation impossible)', async () => {
    await compteConfirme({ email: ANA });
    await connecter(ANA, MOT_DE_PASSE);
    const plante = navigateur.boite.get(COOKIE) ?? '';
    await connecter(ANA, MOT_DE_PASSE);
    expect((await sessions()).map((s) => s.revoqueeLe !== null)).toEqual([true, false]);
    navigateur.boite.set(COOKIE, plante);
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
  });

  it('se termine vraiment : une copie du cookie ne vaut plus rien', async () => {
    await compteConfirme({ email: ANA });
    await connecter(ANA, MOT_DE_PASSE);
    const copie = navigateur.boite.get(COOKIE) ?? '';
    expect(await mene(pageUsager())).toBe(ANA);
    expect(await poster(seDeconnecter, {})).toBe('/');
    expect(navigateur.boite.has(COOKIE)).toBe(false);
    navigateur.boite.set(COOKIE, copie);
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
  });
});

describe('l’identifiant ou le mot de passe oublié (C23)', () => {
  it('répond pareil, connu ou non, et n’écrit rien pour un inconnu', async () => {
    await compteConfirme({ email: ANA, numeroEtranger: '5999000016' });
    for (const identifiant of ['5999000016', '5999000017']) {
      expect(await poster(demanderLien, { identifiant })).toBe('/compte/mot-de-passe-oublie?envoye=1');
    }
    for (const email of [ANA, 'personne.test@example.org']) {
      expect(await poster(demanderIdentifiant, { email })).toBe('/compte/identifiant-oublie?envoye=1');
    }
    expect((await db().courriel.findMany()).map((c) => [c.destinataire, c.sorte])).toEqual([
      [ANA, 'mot_de_passe_oublie'],
      [ANA, 'identifiant_oublie'],
    ]);
    expect(await db().jeton.count()).toBe(1);
  });

  it('change le mot de passe une seule fois par lien, ferme les sessions et prévient', async () => {
    await compteConfirme({ email: ANA });
    await connecter(ANA, MOT_DE_PASSE);
    await poster(demanderLien, { identifiant: ANA });
    const jeton = await secretDuCourriel(ANA, 'mot_de_passe_oublie');
    expect(JSON.stringify(await db().jeton.findMany())).not.toContain(jeton);
    // two readings by a mail scanner use nothing
    expect([await loaderJeton(jeton), await loaderJeton(jeton)]).toEqual([{ jeton }, { jeton }]);
    const choix = { jeton, motDePasse: 'Lune#Bleue43', motDePasseConfirmation: 'Lune#Bleue43' };
    expect(await poster(nouveauMotDePasse, choix)).toBe('/connexion?change=1');
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
    expect(await poster(nouveauMotDePasse, { ...choix, motDePasse: 'Mars#Rouge44', motDePasseConfirmation: 'Mars#Rouge44' })).toMatchObject(
      {
        general: REFUS.lien_expire,
      },
    );
    expect(await loaderJeton(jeton)).toEqual({ jeton: null });
    expect(await connecter(ANA, 'Lune#Bleue43')).toBe('/premiere-demande');
    expect(await courrielsDe(ANA)).toEqual(['mot_de_passe_oublie', 'mot_de_passe_change']);
  });
});

describe('les agents', () => {
  const corbeille = loaderAgent(['instructeur'], async ({ portee }) => portee.prefecture);

  it('ont leur porte : ni leur cookie ni leur mot de passe n’ouvre celle des usagers', async () => {
    await db().prefecture.create({ data: { code: '59', nom: 'Nord', autorite: 'Le préfet du Nord', adresse: 'Lille', tribunal: 'Lille' } });
    const agent = { email: ANA, nom: 'TESTAGENT', prenom: 'Lou', qualite: 'Instructeur', prefectureCode: '59' };
    const { id } = await db().agent.create({
      data: { id: newId(), ...agent, roles: ['instructeur'], motDePasse: await hash(MOT_DE_PASSE) },
    });
    const code = await telephone(accesAgent(id));
    expect(await connecter(ANA, MOT_DE_PASSE)).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await poster(connecterAgent, { email: ANA, motDePasse: MOT_DE_PASSE })).toBe('/agents/facteur');
    expect(await mene(corbeille())).toMatch(/^\/agents\/facteur/);
    expect(await poster(prouverFacteurAgent, { 'preuve.code': code(new Date()) })).toBe('/instruction');
    expect(await mene(corbeille())).toBe('59');
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
    navigateur.boite.set(COOKIE, navigateur.boite.get('portail-agent') ?? '');
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte$/);
    await db().agent.updateMany({ data: { actif: false } });
    expect(await mene(corbeille())).toMatch(/^\/agents\/connexion\?.*retour=%2Fmon-compte$/);
    expect(await poster(connecterAgent, { email: ANA, motDePasse: MOT_DE_PASSE })).toMatchObject({ general: REFUS.identifiants_inconnus });
  });
});

describe('l’en-tête', () => {
  it('montre le nom et la cloche en deux requêtes', async () => {
    const compteId = await compteConfirme({ email: ANA, numeroEtranger: '5999000016' });
    await db().notification.createMany({
      data: Array.from({ length: 8 }, (_, i) => ({
        id: newId(),
        compteId,
        evenementId: BigInt(i + 1),
        sorte: 'complement',
        titre: 'Demande de complément',
        contenu: {},
        disponibleLe: new Date(Date.now() - 1000 * (i + 1)),
        ouverteLe: i === 0 ? new Date() : null,
      })),
    });
    await connecter('5999000016', MOT_DE_PASSE);
    const vu: Awaited<ReturnType<typeof loaderEntete>>[] = [];
    const requetes = await compterRequetes(async () => vu.push(await loaderEntete('/')));
    const [entete] = vu;
    expect(entete).toMatchObject({ etat: 'connecte', genre: 'definitif', nom: ANA, cloche: { nonLues: 7 } });
    expect(entete?.etat === 'connecte' && entete.cloche.lignes.map((l) => l.estLue)).toEqual([true, false, false, false, false]);
    expect(requetes).toBeLessThanOrEqual(3);
    expect(requetes).toBeGreaterThan(0);
  });
});
