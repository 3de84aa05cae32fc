// Through the doors: log-in with a second factor, what an incomplete session opens, proving again, invitations, sessions.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { porteeAcces } from '#domain/access/scope.ts';
import { REFUS } from '#domain/refusals.ts';
import { accepterInvitation, connecterAgent, demanderLienAgent, nouveauMotDePasseAgent } from '#features/compte/agents/actions.ts';
import { inviterAgent, renvoyerInvitation } from '#features/compte/agents/commands.ts';
import { loaderInvitation } from '#features/compte/agents/loaders.ts';
import { seConnecter } from '#features/compte/connexion/actions.ts';
import {
  ajouterApplicationUsager,
  creerCodesUsager,
  enrolerApplication,
  prouverFacteurAgent,
  prouverFacteurUsager,
  retirerFacteurUsager,
  verifierApplicationEnrolee,
  verifierApplicationUsager,
} from '#features/compte/facteurs/actions.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { codesRestants, facteursDe } from '#features/compte/facteurs/queries.ts';
import { creerCodes } from '#features/compte/facteurs/secours/commands.ts';
import { secretEnEssai } from '#features/compte/facteurs/totp/commands.ts';
import { changerMotDePasseUsager } from '#features/compte/mot-de-passe/actions.ts';
import { terminerAutresUsager, terminerSessionUsager } from '#features/compte/sessions/actions.ts';
import { annoncerAppareil } from '#features/compte/sessions/commands.ts';
import { decrire, sessionsDe } from '#features/compte/sessions/queries.ts';
import { actionAgent } from '#guard/action.ts';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderAgent, loaderUsager } from '#guard/loader.ts';
import { routeAgent } from '#guard/route.ts';
import { ouvrirSession, sessionAgent, sessionUsager } from '#guard/session.ts';
import { db, transaction } from '#platform/db.ts';
import { codeOfStep, stepAt } from '#platform/one-time-code.ts';
import { accesAgent, accesUsager, telephone, unAgent } from '../support/acces.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const ANA = 'ana.test@example.org';
const LOU = 'lou.test@example.org';
const USAGER = 'portail-usager';
const AGENT = 'portail-agent';
const poster = (action: Action, champs: Record<string, string> = {}) => mene(action(FORMULAIRE_VIDE, formulaire(champs)));
const connecter = (identifiant: string, motDePasse = MOT_DE_PASSE) => poster(seConnecter, { identifiant, motDePasse });
const prouver = (code: string) => poster(prouverFacteurUsager, { 'preuve.code': code });
const pageUsager = loaderUsager(async ({ usager }) => usager.email);
const maintenant = () => new Date();

beforeEach(async () => {
  navigateur.boite.clear();
  navigateur.entetes.set('x-forwarded-for', '192.0.2.10');
  navigateur.entetes.delete('x-chemin');
  await truncate();
  await db().prefecture.create({ data: { code: '59', nom: 'Nord', autorite: 'Le préfet du Nord', adresse: 'Lille', tribunal: 'Lille' } });
});

describe('se connecter quand on a un second facteur', () => {
  it('ne montre la page du second facteur qu’à qui a le bon mot de passe', async () => {
    await telephone(accesUsager(await compteConfirme({ email: ANA })));
    const faux = await connecter(ANA, 'Faux#Mot42');
    expect(faux).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await connecter('inconnue.test@example.org', 'Faux#Mot42')).toEqual({
      ...(faux as object),
      valeurs: { identifiant: 'inconnue.test@example.org' },
    });
    expect(await connecter(ANA)).toBe('/connexion/facteur');
  });

  it('ouvre une autre session, complète, à la place de celle qui attendait', async () => {
    const code = await telephone(accesUsager(await compteConfirme({ email: ANA })));
    await connecter(ANA);
    const enAttente = navigateur.boite.get(USAGER) ?? '';
    expect(await mene(pageUsager())).toBe('/connexion/facteur');
    expect(await prouver('000000')).toMatchObject({ erreurs: { 'preuve.code': REFUS.code_refuse } });
    expect(await prouver(code(maintenant()))).toBe('/premiere-demande');
    expect(await sessionUsager()).toMatchObject({ niveau: 'complete', facteurLe: expect.any(Date) });
    expect(await mene(pageUsager())).toBe(ANA);
    // the cookie stolen between the password and the code is worth nothing
    navigateur.boite.set(USAGER, enAttente);
    expect(await sessionUsager()).toBeNull();
  });

  it('refuse un code déjà servi, même avec le bon mot de passe', async () => {
    const code = await telephone(accesUsager(await compteConfirme({ email: ANA })));
    const vole = code(maintenant());
    await connecter(ANA);
    await prouver(vole);
    await connecter(ANA);
    expect(await prouver(vole)).toMatchObject({ erreurs: { 'preuve.code': REFUS.code_refuse } });
    expect((await sessionUsager())?.niveau).toBe('facteur');
  });

  it('prend un code de secours une fois', async () => {
    const portee = accesUsager(await compteConfirme({ email: ANA }));
    await telephone(portee);
    const codes = await creerCodes(portee, maintenant());
    const [premier = ''] = codes.ok ? codes.valeur : [];
    await connecter(ANA);
    expect(await poster(prouverFacteurUsager, { 'preuve.secours': premier })).toBe('/premiere-demande');
    await connecter(ANA);
    expect(await poster(prouverFacteurUsager, { 'preuve.secours': premier })).toMatchObject({
      erreurs: { 'preuve.secours': REFUS.code_secours_refuse },
    });
  });

  it('freine qui devine les codes, sans fermer la porte au titulaire qui est ailleurs', async () => {
    const code = await telephone(accesUsager(await compteConfirme({ email: ANA })));
    await connecter(ANA);
    const voleur = navigateur.boite.get(USAGER) ?? '';
    for (let n = 0; n < 10; n++) await prouver('000000');
    expect(await prouver(code(maintenant()))).toMatchObject({ erreurs: { 'preuve.code': expect.stringContaining('Trop d’essais') } });
    navigateur.entetes.set('x-forwarded-for', '192.0.2.99');
    navigateur.boite.clear();
    await connecter(ANA);
    expect(await prouver(code(maintenant()))).toBe('/premiere-demande');
    navigateur.boite.set(USAGER, voleur);
    expect((await sessionUsager())?.niveau).toBe('facteur');
  });

  it('ramène à la page demandée avant la connexion', async () => {
    const code = await telephone(accesUsager(await compteConfirme({ email: ANA })));
    expect(await poster(seConnecter, { identifiant: ANA, motDePasse: MOT_DE_PASSE, retour: '/mon-compte' })).toBe(
      '/connexion/facteur?retour=%2Fmon-compte',
    );
    expect(await poster(prouverFacteurUsager, { 'preuve.code': code(maintenant()), retour: '//ailleurs.example' })).toBe(
      '/premiere-demande',
    );
  });
});

describe('les seconds facteurs d’un usager', () => {
  it('demandent d’abord le mot de passe, puis le facteur, et rien n’est fait sans', async () => {
    const compteId = await compteConfirme({ email: ANA });
    const portee = accesUsager(compteId);
    await connecter(ANA);
    expect(await poster(ajouterApplicationUsager)).toMatchObject({ confirmation: { motDePasse: true, code: false } });
    expect(await poster(ajouterApplicationUsager, { 'preuve.motDePasse': 'faux' })).toMatchObject({
      erreurs: { 'preuve.motDePasse': REFUS.mot_de_passe_faux },
    });
    expect(await secretEnEssai(portee, maintenant())).toBeNull();
    const suite = '/mon-compte/securite/application';
    expect(await poster(ajouterApplicationUsager, { 'preuve.motDePasse': MOT_DE_PASSE })).toBe(suite);
    const secret = (await secretEnEssai(portee, maintenant())) ?? '';
    const code = codeOfStep(secret, stepAt(maintenant()));
    expect(await poster(verifierApplicationUsager, { code })).toBe('/mon-compte/securite/codes?premier=1');
    expect(await poster(creerCodesUsager)).toMatchObject({ codes: expect.any(Array) });
    const [facteur] = await facteursDe(portee);
    // ten minutes later, somebody who found the session open
    await sql(`update session set facteur_le = now() - interval '11 minutes'`);
    const retirer = (preuve = {}) => poster(retirerFacteurUsager, { facteur: facteur?.id ?? '', ...preuve });
    expect(await retirer()).toMatchObject({ confirmation: { code: true, secours: true, motDePasse: false } });
    expect(await retirer({ 'preuve.motDePasse': MOT_DE_PASSE })).toMatchObject({ confirmation: {} });
    expect(await poster(creerCodesUsager)).not.toHaveProperty('codes');
    expect(await facteursDe(portee)).toHaveLength(1);
    expect(await retirer({ 'preuve.code': codeOfStep(secret, stepAt(maintenant()) + 1) })).toBe('/mon-compte/securite?fait=retrait');
    expect(await codesRestants(portee)).toBe(0);
  });
});

describe('les sessions', () => {
  it('se lisent par appareil, se ferment une à une ou toutes, et ne sont qu’à soi', async () => {
    const compteId = await compteConfirme({ email: ANA });
    navigateur.entetes.set(
      'user-agent',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    );
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    const telephoneVole = navigateur.boite.get(USAGER) ?? '';
    navigateur.entetes.set('user-agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0');
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    navigateur.entetes.delete('user-agent');
    const ici = (await sessionUsager())?.usager;
    const lues = await sessionsDe(porteeAcces(ici as never), ici?.sessionId ?? '', maintenant());
    expect(lues.map((s) => [s.navigateur, s.systeme, s.estIci])).toEqual([
      ['Firefox', 'Windows', true],
      ['Safari', 'iPhone', false],
    ]);
    await ouvrirSession('usager', await compteConfirme({ email: 'autre.test@example.org' }), 'complete', maintenant());
    await poster(terminerSessionUsager, { session: lues[1]?.id ?? '' });
    const autre = navigateur.boite.get(USAGER) ?? '';
    navigateur.boite.set(USAGER, telephoneVole);
    expect(await sessionUsager(), 'fermée par quelqu’un d’autre').not.toBeNull();
    expect(await poster(terminerAutresUsager)).toBe('/mon-compte/securite?fait=sessions');
    expect(await sessionsDe(porteeAcces(ici as never), '', maintenant())).toHaveLength(1);
    navigateur.boite.set(USAGER, autre);
    expect(await sessionUsager(), 'd’un autre compte').not.toBeNull();
  });

  it('d’un appareil inconnu se disent inconnues', () => {
    expect(decrire(null)).toEqual({ navigateur: null, systeme: null, estMobile: false });
    expect(decrire('curl/8')).toMatchObject({ systeme: null });
  });

  it('finissent, sauf celle-ci, quand le mot de passe change ; l’ancien est exigé', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    const autre = navigateur.boite.get(USAGER) ?? '';
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    const choix = { motDePasse: 'Lune#Bleue43', motDePasseConfirmation: 'Lune#Bleue43' };
    const faux = await poster(changerMotDePasseUsager, { motDePasseActuel: 'Faux#Mot42', ...choix });
    expect(faux).toMatchObject({ erreurs: { motDePasseActuel: REFUS.mot_de_passe_faux } });
    expect(JSON.stringify(faux)).not.toContain('Lune#Bleue43');
    expect(await poster(changerMotDePasseUsager, { motDePasseActuel: MOT_DE_PASSE, ...choix })).toBe(
      '/mon-compte/securite?fait=mot-de-passe',
    );
    expect(await sessionUsager()).not.toBeNull();
    navigateur.boite.set(USAGER, autre);
    expect(await sessionUsager()).toBeNull();
    expect(await courrielsDe(ANA)).toEqual(['acces_change']);
    expect(await connecter(ANA, 'Lune#Bleue43')).toBe('/premiere-demande');
  });
});

describe('un agent', () => {
  const invitation = {
    email: LOU,
    nom: 'TESTLOU',
    prenom: 'Lou',
    qualite: 'Instructrice',
    roles: ['instructeur'] as const,
    prefecture: '59',
  };
  const inviter = () => transaction((tx) => inviterAgent(tx, invitation, maintenant()));
  const choix = { motDePasse: 'Lune#Bleue43', motDePasseConfirmation: 'Lune#Bleue43' };
  const corbeille = loaderAgent(['instructeur'], async ({ portee }) => portee.prefecture);

  it('est invité par un lien qui sert une fois, que sa lecture n’use pas, puis doit choisir un second facteur', async () => {
    const fait = await inviter();
    const agentId = fait.ok ? fait.valeur.agentId : '';
    const jeton = await secretDuCourriel(LOU, 'invitation_agent');
    for (let n = 0; n < 2; n++) expect(await loaderInvitation(jeton)).toEqual({ jeton });
    expect(await poster(connecterAgent, { email: LOU, motDePasse: '' })).toMatchObject({ erreurs: {} });
    expect(await poster(accepterInvitation, { jeton, motDePasse: 'testlou', motDePasseConfirmation: 'testlou' })).toMatchObject({
      erreurs: { motDePasse: expect.any(String) },
    });
    expect(await poster(accepterInvitation, { jeton, ...choix })).toBe('/agents/enrolement');
    expect(await mene(corbeille())).toBe('/agents/enrolement');
    expect(await poster(accepterInvitation, { jeton, ...choix })).toMatchObject({ general: REFUS.lien_expire });
    expect(await loaderInvitation(jeton)).toEqual({ jeton: null });

    expect(await poster(enrolerApplication)).toBe('/agents/enrolement/application');
    const secret = (await secretEnEssai(accesAgent(agentId), maintenant())) ?? '';
    expect(await mene(corbeille())).toBe('/agents/enrolement');
    expect(await poster(verifierApplicationEnrolee, { code: codeOfStep(secret, stepAt(maintenant())) })).toBe(
      '/agents/mon-compte/codes?premier=1',
    );
    expect(await mene(corbeille())).toBe('59');
    expect(await courrielsDe(LOU)).toEqual(['invitation_agent', 'acces_change']);
    // from now on, both at each log-in
    expect(await poster(connecterAgent, { email: LOU, motDePasse: choix.motDePasse })).toBe('/agents/facteur');
  });

  it('n’est pas invité deux fois, mais peut recevoir un autre lien tant qu’il n’a pas de second facteur', async () => {
    const fait = await inviter();
    expect(await inviter()).toMatchObject({ refus: 'agent_deja_connu' });
    const premier = await secretDuCourriel(LOU, 'invitation_agent');
    const agentId = fait.ok ? fait.valeur.agentId : '';
    expect(await transaction((tx) => renvoyerInvitation(tx, agentId, maintenant()))).toMatchObject({ ok: true });
    expect(await loaderInvitation(premier)).toEqual({ jeton: null });
    const second = await secretDuCourriel(LOU, 'invitation_agent');
    await poster(accepterInvitation, { jeton: second, ...choix });
    expect(await mene(corbeille())).toBe('/agents/enrolement');
    // it has a password, and went no further: another link, which ends what the former one opened
    expect(await transaction((tx) => renvoyerInvitation(tx, agentId, maintenant()))).toMatchObject({ ok: true });
    expect(await sessionAgent()).toBeNull();
    expect(await poster(accepterInvitation, { jeton: await secretDuCourriel(LOU, 'invitation_agent'), ...choix })).toBe(
      '/agents/enrolement',
    );
    await telephone(accesAgent(agentId));
    expect(await transaction((tx) => renvoyerInvitation(tx, agentId, maintenant()))).toMatchObject({ refus: 'introuvable' });
  });

  it('sans second facteur et sans invitation, n’entre pas avec son seul mot de passe, et n’en choisit aucun', async () => {
    await unAgent({ email: LOU, motDePasse: await hash(MOT_DE_PASSE), prefectureCode: '59' });
    expect(await poster(connecterAgent, { email: LOU, motDePasse: MOT_DE_PASSE })).toMatchObject({ general: REFUS.invitation_requise });
    expect(await poster(connecterAgent, { email: LOU, motDePasse: 'Faux#Mot42' })).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await db().session.count()).toBe(0);
    expect(await poster(enrolerApplication)).toMatch(/^\/agents\/connexion/);
    // nor by the link of a forgotten password
    await poster(demanderLienAgent, { email: LOU });
    await poster(nouveauMotDePasseAgent, { jeton: await secretDuCourriel(LOU, 'mot_de_passe_agent'), ...choix });
    expect(await poster(connecterAgent, { email: LOU, motDePasse: choix.motDePasse })).toMatchObject({ general: REFUS.invitation_requise });
    expect(await db().session.count()).toBe(0);
  });

  it('retrouve un mot de passe par lien, sans que rien ne dise qui est agent ; le facteur reste demandé', async () => {
    const agentId = await unAgent({ email: LOU, motDePasse: await hash(MOT_DE_PASSE), prefectureCode: '59' });
    const code = await telephone(accesAgent(agentId));
    await ouvrirSession('agent', agentId, 'complete', maintenant());
    const connu = await poster(demanderLienAgent, { email: LOU });
    expect(await poster(demanderLienAgent, { email: 'inconnu.test@example.org' })).toBe(connu);
    expect(await db().courriel.count()).toBe(1);
    const jeton = await secretDuCourriel(LOU, 'mot_de_passe_agent');
    // the link of one thing never opens another
    expect(await poster(accepterInvitation, { jeton, ...choix })).toMatchObject({ general: REFUS.lien_expire });
    expect(await poster(nouveauMotDePasseAgent, { jeton, ...choix })).toBe('/agents/connexion?change=1');
    expect(await sessionAgent()).toBeNull();
    expect(await poster(connecterAgent, { email: LOU, motDePasse: MOT_DE_PASSE })).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await poster(connecterAgent, { email: LOU, motDePasse: choix.motDePasse })).toBe('/agents/facteur');
    expect(await poster(prouverFacteurAgent, { 'preuve.code': code(maintenant()) })).toBe('/instruction');
    expect(await courrielsDe(LOU)).toEqual(['mot_de_passe_agent', 'acces_change']);
  });

  it('désactivé n’entre plus, même au milieu de son second facteur', async () => {
    const code = await telephone(accesAgent(await unAgent({ email: LOU, motDePasse: await hash(MOT_DE_PASSE), prefectureCode: '59' })));
    await poster(connecterAgent, { email: LOU, motDePasse: MOT_DE_PASSE });
    await sql('update agent set actif = false');
    expect(await poster(prouverFacteurAgent, { 'preuve.code': code(maintenant()) })).toMatch(/^\/agents\/connexion/);
    expect(await sessionAgent()).toBeNull();
  });
});

describe('une connexion depuis un appareil nouveau', () => {
  const VIEUX = new Date('2026-01-01T08:00:00Z');
  const annonces = async () => {
    const travaux = await sql<{ data: { sessionId: string } }>("select data from file.job where name = 'appareil' and created_on > $1", [
      debut,
    ]);
    for (const { data } of travaux) await annoncerAppareil(data.sessionId);
    return (await db().courriel.findMany({ where: { sorte: 'appareil_nouveau' } })).map((c) => c.variables);
  };
  let debut = new Date();
  beforeEach(() => {
    debut = new Date(Date.now() - 1);
    navigateur.entetes.set('user-agent', 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0');
  });

  it('est dite par courriel, une fois, avec l’heure et le navigateur ; le même navigateur est ensuite connu', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await db().compte.update({ where: { id: compteId }, data: { creeLe: VIEUX } });
    await connecter(ANA);
    expect(await annonces()).toEqual([{ le: expect.any(String), navigateur: 'Firefox', systeme: 'Android' }]);
    await connecter(ANA);
    expect(await annonces()).toHaveLength(1);
    navigateur.boite.clear();
    await connecter(ANA);
    expect(await annonces()).toHaveLength(2);
  });

  it('n’est dite qu’après le second facteur : avant, personne n’est entré', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await db().compte.update({ where: { id: compteId }, data: { creeLe: VIEUX } });
    const code = await telephone(accesUsager(compteId));
    await connecter(ANA);
    expect(await annonces()).toEqual([]);
    await prouver(code(maintenant()));
    expect(await annonces()).toHaveLength(1);
  });

  it('n’est pas dite à qui vient de créer son compte', async () => {
    const compteId = await compteConfirme({ email: ANA });
    await db().compte.update({ where: { id: compteId }, data: { creeLe: maintenant() } });
    await connecter(ANA);
    expect(await annonces()).toEqual([]);
  });
});

describe('un acte qui demande de se confirmer', () => {
  const schema = z.object({ motif: z.string() });
  let faits: string[] = [];
  const signer = actionAgent(
    'signer',
    ['valideur'],
    schema,
    async ({ saisie }) => {
      faits.push(saisie.motif);
      return { etat: { succes: 'signé' } };
    },
    { confirmation: CONFIRMATION },
  );
  const prouverPuis = (preuve: Record<string, string> = {}) => poster(signer, { motif: 'Motif tapé', ...preuve });
  // by the clock of the service: the one of the database rounds up, and ten minutes would lack half a millisecond
  const vieillir = (minutes: number) => sql('update session set facteur_le = $1', [new Date(maintenant().getTime() - minutes * 60_000)]);

  async function entrer(): Promise<Awaited<ReturnType<typeof telephone>>> {
    faits = [];
    const agentId = await unAgent({ roles: ['valideur'], prefectureCode: '59' });
    const code = await telephone(accesAgent(agentId));
    await ouvrirSession('agent', agentId, 'complete', maintenant(), { facteurLe: maintenant() });
    return code;
  }

  it('se fait dans les dix minutes, puis redemande sans rien faire et garde ce qui est tapé', async () => {
    await entrer();
    expect(await prouverPuis()).toMatchObject({ succes: 'signé' });
    await vieillir(9);
    expect(await prouverPuis()).toMatchObject({ succes: 'signé' });
    await vieillir(10);
    const demande = await prouverPuis();
    expect(demande).toEqual({
      erreurs: {},
      valeurs: { motif: 'Motif tapé' },
      confirmation: { code: true, cle: false, secours: false, motDePasse: false },
    });
    expect(faits).toHaveLength(2);
  });

  it('se fait avec un bon code, qui ne revient pas au navigateur et ne sert qu’une fois', async () => {
    const code = await entrer();
    await vieillir(60);
    const faux = await prouverPuis({ 'preuve.code': '000000' });
    expect(faux).toMatchObject({ erreurs: { 'preuve.code': REFUS.code_refuse }, confirmation: { code: true } });
    expect(JSON.stringify(faux)).not.toContain('000000');
    expect(faits).toEqual([]);
    const bon = code(maintenant());
    expect(await prouverPuis({ 'preuve.code': bon })).toMatchObject({ succes: 'signé' });
    expect(await prouverPuis()).toMatchObject({ succes: 'signé' });
    await vieillir(60);
    expect(await prouverPuis({ 'preuve.code': bon })).toMatchObject({ erreurs: { 'preuve.code': REFUS.code_refuse } });
    expect(faits).toHaveLength(2);
  });

  it('ne se fait pas dans une session jamais prouvée, ni sans aucun facteur, ni sans le rôle', async () => {
    faits = [];
    const agentId = await unAgent({ roles: ['valideur'], prefectureCode: '59' });
    await ouvrirSession('agent', agentId, 'complete', maintenant(), { moyen: 'proconnect' });
    expect(await prouverPuis()).toMatchObject({ general: REFUS.facteur_absent });
    const code = await telephone(accesAgent(agentId));
    expect(await prouverPuis()).toMatchObject({ confirmation: { code: true } });
    await sql(`update agent set roles = '{instructeur}'`);
    expect(await prouverPuis({ 'preuve.code': code(maintenant()) })).toMatchObject({ general: REFUS.non_autorise });
    expect(faits).toEqual([]);
  });

  it('quand il se lit, passe par la page qui demande, puis ramène', async () => {
    await entrer();
    const page = loaderAgent(['valideur'], async () => 'lu', { confirmation: true });
    const octets = routeAgent('export', ['valideur'], async () => new Response('octets'), { confirmation: true });
    const demander = () => octets(new Request('http://localhost:3000/api/export?mois=11'), { params: Promise.resolve({}) });
    expect(await mene(page())).toBe('lu');
    expect((await demander()).status).toBe(200);
    await vieillir(11);
    navigateur.entetes.set('x-chemin', '/instruction/export');
    expect(await mene(page())).toBe('/agents/confirmation?retour=%2Finstruction%2Fexport');
    const reponse = await demander();
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/agents/confirmation?retour=%2Fapi%2Fexport%3Fmois%3D11']);
  });

  it('n’est pas confirmé par la session d’un autre appareil', async () => {
    await entrer();
    const [ligne] = await sql<{ agent_id: string }>('select agent_id from session');
    await ouvrirSession('agent', ligne?.agent_id ?? '', 'complete', maintenant());
    expect(navigateur.boite.has(AGENT)).toBe(true);
    expect(await prouverPuis()).toMatchObject({ confirmation: { code: true } });
    expect(faits).toEqual([]);
  });
});
