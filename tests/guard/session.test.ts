import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { RoleAgent } from '#domain/access/actors.ts';
import { actionAcces, actionAdministration, actionAgent, actionReinitialisation, actionUsager } from '#guard/action.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderAcces, loaderAdministration, loaderAgent, loaderReinitialisation, loaderUsager } from '#guard/loader.ts';
import { routeAgent, routeUsager } from '#guard/route.ts';
import { fermerSession, ouvrirSession, sessionAgent, sessionUsager } from '#guard/session.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prefectures } from '../../prisma/prefectures.ts';
import { compteConfirme } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const NOM = { usager: 'portail-usager', agent: 'portail-agent' } as const;
const maintenant = () => new Date();

const unCompte = () => compteConfirme({ email: `${newId()}@example.org` });
async function unAgent(roles: RoleAgent[], prefectureCode: string | null = '59'): Promise<string> {
  const { id } = await db().agent.create({
    data: { id: newId(), email: `${newId()}@example.org`, nom: 'TESTAGENT', prenom: 'Camille', qualite: 'Agent', roles, prefectureCode },
  });
  return id;
}

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
  await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
});

describe('une session', () => {
  it('s’ouvre, se reconnaît, se ferme ; une copie du cookie ne vaut alors plus rien', async () => {
    const compteId = await unCompte();
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    const copie = navigateur.boite.get(NOM.usager) ?? '';
    expect((await sessionUsager())?.usager.compteId).toBe(compteId);
    await fermerSession('usager', maintenant());
    expect(navigateur.boite.has(NOM.usager)).toBe(false);
    navigateur.boite.set(NOM.usager, copie);
    expect(await sessionUsager()).toBeNull();
  });

  it.each([
    ['révoquée', 'update session set revoquee_le = now()'],
    ['expirée', `update session set expire_le = now() - interval '1 second'`],
    ['supprimée', 'delete from session'],
  ])('%s est refusée à la requête suivante', async (_cas, instruction) => {
    await ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    expect(await sessionUsager()).not.toBeNull();
    await sql(instruction);
    expect(await sessionUsager()).toBeNull();
  });

  it('d’un agent désactivé est refusée', async () => {
    await ouvrirSession('agent', await unAgent(['instructeur']), 'complete', maintenant());
    expect(await sessionAgent()).not.toBeNull();
    await sql('update agent set actif = false');
    expect(await sessionAgent()).toBeNull();
  });

  it('n’ouvre pas l’autre porte, même avec le cookie renommé', async () => {
    await ouvrirSession('agent', await unAgent(['instructeur', 'admin']), 'complete', maintenant());
    navigateur.boite.set(NOM.usager, navigateur.boite.get(NOM.agent) ?? '');
    expect(await sessionUsager()).toBeNull();
    navigateur.boite.clear();
    await ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    navigateur.boite.set(NOM.agent, navigateur.boite.get(NOM.usager) ?? '');
    expect(await sessionAgent()).toBeNull();
  });

  it.each(['', 'n’importe quoi', 'eyJhbGciOiJkaXIifQ..a.b.c'])('ne se forge pas (%s)', async (cookie) => {
    navigateur.boite.set(NOM.usager, cookie);
    expect(await sessionUsager()).toBeNull();
  });

  it('change de numéro à chaque connexion, et l’ancienne du même navigateur peut être fermée avant', async () => {
    const compteId = await unCompte();
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    const premiere = navigateur.boite.get(NOM.usager);
    await ouvrirSession('usager', compteId, 'complete', maintenant());
    expect(navigateur.boite.get(NOM.usager)).not.toBe(premiere);
    expect(await sql('select id from session')).toHaveLength(2);
  });

  it('se prolonge en servant, jamais au-delà de sa durée totale', async () => {
    await ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    await sql(`update session set vue_le = now() - interval '10 minutes', expire_le = now() + interval '1 minute'`);
    await sessionUsager();
    const [prolongee] = await sql<{ minutes: number }>(`select (extract(epoch from expire_le - now()) / 60)::int as minutes from session`);
    expect(prolongee?.minutes).toBe(120);
    await sql(`update session set cree_le = now() - interval '11 hours 30 minutes', vue_le = now() - interval '10 minutes'`);
    await sessionUsager();
    const [bornee] = await sql<{ minutes: number }>(`select (extract(epoch from expire_le - now()) / 60)::int as minutes from session`);
    expect(bornee?.minutes).toBe(30);
  });

  it('d’un agent se ferme après trente minutes sans geste', async () => {
    await ouvrirSession('agent', await unAgent(['instructeur']), 'complete', maintenant());
    const [ligne] = await sql<{ minutes: number }>(`select (extract(epoch from expire_le - now()) / 60)::int as minutes from session`);
    expect(ligne?.minutes).toBe(30);
  });

  it('d’avant le second facteur dure un quart d’heure, et ne se prolonge pas', async () => {
    await ouvrirSession('usager', await unCompte(), 'facteur', maintenant());
    await sql(`update session set cree_le = now() - interval '10 minutes', vue_le = now() - interval '10 minutes'`);
    expect((await sessionUsager())?.niveau).toBe('facteur');
    const [ligne] = await sql<{ minutes: number }>(`select (extract(epoch from expire_le - now()) / 60)::int as minutes from session`);
    expect(ligne?.minutes).toBe(5);
  });

  it('ne s’écrit pas à chaque lecture', async () => {
    await ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    const [avant] = await sql('select vue_le from session');
    await sessionUsager();
    expect(await sql('select vue_le from session')).toEqual([avant]);
  });
});

// ----- each maker of doors, tried by each kind of caller

type Qui =
  | 'personne'
  | 'usager'
  | 'usager à mot de passe provisoire'
  | 'usager avant son second facteur'
  | 'usager d’un niveau inconnu'
  | 'accueil du Nord'
  | 'instructeur du Nord'
  | 'instructeur sans préfecture'
  | 'administrateur national'
  | 'agent avant son second facteur'
  | 'agent sans second facteur'
  | 'agent d’un niveau inconnu';

/** What the code never writes: a row whose level belongs to the other door. */
async function niveauEtranger(niveau: string): Promise<void> {
  await sql(`update session set niveau = '${niveau}'`);
}

async function entrer(qui: Qui): Promise<unknown> {
  switch (qui) {
    case 'personne':
      return;
    case 'usager':
      return ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    case 'usager à mot de passe provisoire':
      return ouvrirSession('usager', await unCompte(), 'reinitialisation', maintenant());
    case 'usager avant son second facteur':
      return ouvrirSession('usager', await unCompte(), 'facteur', maintenant());
    case 'usager d’un niveau inconnu':
      await ouvrirSession('usager', await unCompte(), 'complete', maintenant());
      return niveauEtranger('enrolement');
    case 'agent avant son second facteur':
      return ouvrirSession('agent', await unAgent(['instructeur', 'admin']), 'facteur', maintenant());
    case 'agent sans second facteur':
      return ouvrirSession('agent', await unAgent(['instructeur', 'admin']), 'enrolement', maintenant());
    case 'agent d’un niveau inconnu':
      await ouvrirSession('agent', await unAgent(['instructeur', 'admin']), 'complete', maintenant());
      return niveauEtranger('reinitialisation');
    case 'accueil du Nord':
      return ouvrirSession('agent', await unAgent(['accueil']), 'complete', maintenant());
    case 'instructeur du Nord':
      return ouvrirSession('agent', await unAgent(['instructeur']), 'complete', maintenant());
    case 'instructeur sans préfecture':
      return ouvrirSession('agent', await unAgent(['instructeur'], null), 'complete', maintenant());
    case 'administrateur national':
      return ouvrirSession('agent', await unAgent(['admin'], null), 'complete', maintenant());
  }
}

const rien = z.object({});
const fait = async () => ({ etat: { succes: 'fait' } });
const envoyer = (action: ReturnType<typeof actionUsager>) => mene(action(FORMULAIRE_VIDE, formulaire({})));
const demander = async (route: ReturnType<typeof routeUsager>) =>
  (await route(new Request('http://localhost:3000/api/x'), { params: Promise.resolve({}) })).status;
/** 404 as a word, the address of a redirection, or what the page would show. */
const lire = (page: () => Promise<unknown>) =>
  mene(page()).catch((e: unknown) =>
    typeof e === 'object' && e !== null && 'digest' in e ? String(e.digest).replace(/^.*;404$/, '404') : Promise.reject(e),
  );

const PORTES = {
  actionUsager: () => envoyer(actionUsager('essai', rien, fait)).then(resume),
  actionReinitialisation: () => envoyer(actionReinitialisation('essai', rien, fait)).then(resume),
  actionAgent: () => envoyer(actionAgent('essai', ['instructeur'], rien, fait)).then(resume),
  actionAdministration: () => envoyer(actionAdministration('essai', ['admin'], rien, fait)).then(resume),
  loaderUsager: () => lire(loaderUsager(async () => 'fait')),
  loaderReinitialisation: () => lire(loaderReinitialisation(async () => 'fait')),
  loaderAgent: () => lire(loaderAgent(['instructeur'], async () => 'fait')),
  loaderAdministration: () => lire(loaderAdministration(['admin'], async () => 'fait')),
  accesUsager: () => envoyer(actionAcces('essai', 'usager', ['complete'], rien, fait)).then(resume),
  facteurUsager: () => envoyer(actionAcces('essai', 'usager', ['facteur'], rien, fait)).then(resume),
  accesAgent: () => envoyer(actionAcces('essai', 'agent', ['complete'], rien, fait)).then(resume),
  facteurAgent: () => envoyer(actionAcces('essai', 'agent', ['facteur'], rien, fait)).then(resume),
  enrolementAgent: () => envoyer(actionAcces('essai', 'agent', ['enrolement'], rien, fait)).then(resume),
  pageAccesUsager: () => lire(loaderAcces('usager', ['complete'], async () => 'fait')),
  pageFacteurUsager: () => lire(loaderAcces('usager', ['facteur'], async () => 'fait')),
  pageAccesAgent: () => lire(loaderAcces('agent', ['complete'], async () => 'fait')),
  pageFacteurAgent: () => lire(loaderAcces('agent', ['facteur'], async () => 'fait')),
  pageEnrolementAgent: () => lire(loaderAcces('agent', ['enrolement'], async () => 'fait')),
  routeUsager: () => demander(routeUsager('essai', async () => new Response('fait'))),
  routeAgent: () => demander(routeAgent('essai', ['instructeur'], async () => new Response('fait'))),
} as const;

function resume(suite: unknown): unknown {
  if (typeof suite !== 'object' || suite === null) return suite;
  if ('succes' in suite) return suite.succes;
  return 'general' in suite ? suite.general : suite;
}

const NON_AUTORISE = "Vous n'êtes pas autorisé à faire cette action.";
const EXPIREE = '/connexion?expiree=1';
const AGENT_EXPIRE = '/agents/connexion?expiree=1';
const RETOUR = '/connexion?retour=%2F';
const RETOUR_AGENT = '/agents/connexion?retour=%2F';
const RAZ = '/compte/reinitialisation';
const FACTEUR = '/connexion/facteur';
const FACTEUR_AGENT = '/agents/facteur';
const ENROLEMENT = '/agents/enrolement';
const ENTREE_AGENTS = '/agents/connexion';

type Attendus = Record<keyof typeof PORTES, unknown>;

/** What the doors of usagers answer to somebody who has no session there. */
const PAS_USAGER = {
  actionUsager: EXPIREE,
  actionReinitialisation: EXPIREE,
  accesUsager: EXPIREE,
  facteurUsager: EXPIREE,
  loaderUsager: RETOUR,
  loaderReinitialisation: EXPIREE,
  pageAccesUsager: RETOUR,
  pageFacteurUsager: RETOUR,
  routeUsager: 401,
} as const;
const PAS_AGENT = {
  actionAgent: AGENT_EXPIRE,
  actionAdministration: AGENT_EXPIRE,
  accesAgent: AGENT_EXPIRE,
  facteurAgent: AGENT_EXPIRE,
  enrolementAgent: AGENT_EXPIRE,
  loaderAgent: RETOUR_AGENT,
  loaderAdministration: RETOUR_AGENT,
  pageAccesAgent: RETOUR_AGENT,
  pageFacteurAgent: RETOUR_AGENT,
  pageEnrolementAgent: RETOUR_AGENT,
  routeAgent: 401,
} as const;
/** A complete session of the administration: its own ways in, not the pages of an incomplete one. */
const AGENT_COMPLET = {
  accesAgent: 'fait',
  facteurAgent: ENTREE_AGENTS,
  enrolementAgent: ENTREE_AGENTS,
  pageAccesAgent: 'fait',
  pageFacteurAgent: ENTREE_AGENTS,
  pageEnrolementAgent: ENTREE_AGENTS,
} as const;
/** Every door of the administration, for a session that is not complete: always its page. */
const agentRetenu = (page: string) =>
  ({
    actionAgent: page,
    actionAdministration: page,
    accesAgent: page,
    facteurAgent: page,
    enrolementAgent: page,
    loaderAgent: page,
    loaderAdministration: page,
    pageAccesAgent: page,
    pageFacteurAgent: page,
    pageEnrolementAgent: page,
    routeAgent: 401,
  }) as const;

const MATRICE: readonly [Qui, Attendus][] = [
  ['personne', { ...PAS_USAGER, ...PAS_AGENT }],
  [
    'usager',
    {
      ...PAS_AGENT,
      actionUsager: 'fait',
      actionReinitialisation: '/',
      accesUsager: 'fait',
      facteurUsager: '/',
      loaderUsager: 'fait',
      loaderReinitialisation: '/',
      pageAccesUsager: 'fait',
      pageFacteurUsager: '/',
      routeUsager: 200,
    },
  ],
  [
    'usager à mot de passe provisoire',
    {
      ...PAS_AGENT,
      actionUsager: RAZ,
      actionReinitialisation: 'fait',
      accesUsager: RAZ,
      facteurUsager: RAZ,
      loaderUsager: RAZ,
      loaderReinitialisation: 'fait',
      pageAccesUsager: RAZ,
      pageFacteurUsager: RAZ,
      routeUsager: 401,
    },
  ],
  [
    'usager avant son second facteur',
    {
      ...PAS_AGENT,
      actionUsager: FACTEUR,
      actionReinitialisation: FACTEUR,
      accesUsager: FACTEUR,
      facteurUsager: 'fait',
      loaderUsager: FACTEUR,
      loaderReinitialisation: FACTEUR,
      pageAccesUsager: FACTEUR,
      pageFacteurUsager: 'fait',
      routeUsager: 401,
    },
  ],
  [
    'usager d’un niveau inconnu',
    {
      ...PAS_AGENT,
      ...PAS_USAGER,
      loaderUsager: '/connexion?expiree=1&retour=%2F',
      pageAccesUsager: '/connexion?expiree=1&retour=%2F',
      pageFacteurUsager: '/connexion?expiree=1&retour=%2F',
    },
  ],
  [
    'accueil du Nord',
    {
      ...PAS_USAGER,
      ...AGENT_COMPLET,
      actionAgent: NON_AUTORISE,
      actionAdministration: NON_AUTORISE,
      loaderAgent: '404',
      loaderAdministration: '404',
      routeAgent: 404,
    },
  ],
  [
    'instructeur du Nord',
    {
      ...PAS_USAGER,
      ...AGENT_COMPLET,
      actionAgent: 'fait',
      actionAdministration: NON_AUTORISE,
      loaderAgent: 'fait',
      loaderAdministration: '404',
      routeAgent: 200,
    },
  ],
  [
    'instructeur sans préfecture',
    {
      ...PAS_USAGER,
      ...AGENT_COMPLET,
      actionAgent: NON_AUTORISE,
      actionAdministration: NON_AUTORISE,
      loaderAgent: '404',
      loaderAdministration: '404',
      routeAgent: 404,
    },
  ],
  [
    'administrateur national',
    {
      ...PAS_USAGER,
      ...AGENT_COMPLET,
      actionAgent: NON_AUTORISE,
      actionAdministration: 'fait',
      loaderAgent: '404',
      loaderAdministration: 'fait',
      routeAgent: 404,
    },
  ],
  ['agent avant son second facteur', { ...PAS_USAGER, ...agentRetenu(FACTEUR_AGENT), facteurAgent: 'fait', pageFacteurAgent: 'fait' }],
  ['agent sans second facteur', { ...PAS_USAGER, ...agentRetenu(ENROLEMENT), enrolementAgent: 'fait', pageEnrolementAgent: 'fait' }],
  [
    'agent d’un niveau inconnu',
    {
      ...PAS_USAGER,
      ...PAS_AGENT,
      loaderAgent: '/agents/connexion?expiree=1&retour=%2F',
      loaderAdministration: '/agents/connexion?expiree=1&retour=%2F',
      pageAccesAgent: '/agents/connexion?expiree=1&retour=%2F',
      pageFacteurAgent: '/agents/connexion?expiree=1&retour=%2F',
      pageEnrolementAgent: '/agents/connexion?expiree=1&retour=%2F',
    },
  ],
];

describe('une session finie pendant la saisie', () => {
  it('laisse la page et ce qui y est tapé quand la page a ses scripts', async () => {
    navigateur.entetes.set('next-action', 'x');
    const suite = await mene(actionUsager('essai', z.object({ nom: z.string() }), fait)(FORMULAIRE_VIDE, formulaire({ nom: 'TESTA' })));
    navigateur.entetes.delete('next-action');
    expect(suite).toMatchObject({ general: expect.stringContaining('Votre session est terminée'), valeurs: { nom: 'TESTA' } });
    expect(suite).not.toHaveProperty('succes');
  });

  it('le dit à la page de connexion, sauf à qui s’est déconnecté', async () => {
    await ouvrirSession('agent', await unAgent(['instructeur']), 'complete', maintenant());
    await sql(`update session set expire_le = now() - interval '1 second'`);
    navigateur.entetes.set('x-chemin', '/instruction');
    expect(await lire(loaderAgent(['instructeur'], async () => 'fait'))).toBe('/agents/connexion?expiree=1&retour=%2Finstruction');
    await fermerSession('agent', maintenant());
    expect(await lire(loaderAgent(['instructeur'], async () => 'fait'))).toBe('/agents/connexion?retour=%2Finstruction');
    navigateur.entetes.delete('x-chemin');
  });

  it('avant le second facteur, garde la page demandée pour après', async () => {
    await ouvrirSession('usager', await unCompte(), 'facteur', maintenant());
    navigateur.entetes.set('x-chemin', '/mon-compte');
    expect(await lire(loaderUsager(async () => 'fait'))).toBe('/connexion/facteur?retour=%2Fmon-compte');
    navigateur.entetes.delete('x-chemin');
  });

  it('ramène à la page demandée, avec ses paramètres', async () => {
    navigateur.entetes.set('x-chemin', '/demarches/nouvelle');
    navigateur.entetes.set('x-recherche', '?entree=attaches');
    const adresse = await lire(loaderUsager(async () => 'fait'));
    for (const nom of ['x-chemin', 'x-recherche']) navigateur.entetes.delete(nom);
    expect(adresse).toBe(`/connexion?retour=${encodeURIComponent('/demarches/nouvelle?entree=attaches')}`);
  });
});

describe.each(MATRICE)('devant chaque porte, %s', (qui, attendus) => {
  it.each(Object.entries(PORTES))('%s', async (nom, pousser) => {
    await entrer(qui);
    expect(await pousser()).toBe(Object.entries(attendus).find(([porte]) => porte === nom)?.[1]);
  });
});
