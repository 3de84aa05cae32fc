import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { RoleAgent } from '#domain/access/actors.ts';
import { actionAdministration, actionAgent, actionReinitialisation, actionUsager } from '#guard/action.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderAdministration, loaderAgent, loaderReinitialisation, loaderUsager } from '#guard/loader.ts';
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
  | 'accueil du Nord'
  | 'instructeur du Nord'
  | 'instructeur sans préfecture'
  | 'administrateur national';

async function entrer(qui: Qui): Promise<void> {
  switch (qui) {
    case 'personne':
      return;
    case 'usager':
      return ouvrirSession('usager', await unCompte(), 'complete', maintenant());
    case 'usager à mot de passe provisoire':
      return ouvrirSession('usager', await unCompte(), 'reinitialisation', maintenant());
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
const RAZ = '/compte/reinitialisation';

const MATRICE: readonly [Qui, Record<keyof typeof PORTES, unknown>][] = [
  [
    'personne',
    {
      actionUsager: EXPIREE,
      actionReinitialisation: EXPIREE,
      actionAgent: AGENT_EXPIRE,
      actionAdministration: AGENT_EXPIRE,
      loaderUsager: RETOUR,
      loaderReinitialisation: EXPIREE,
      loaderAgent: '/agents/connexion?retour=%2F',
      loaderAdministration: '/agents/connexion?retour=%2F',
      routeUsager: 401,
      routeAgent: 401,
    },
  ],
  [
    'usager',
    {
      actionUsager: 'fait',
      actionReinitialisation: '/',
      actionAgent: AGENT_EXPIRE,
      actionAdministration: AGENT_EXPIRE,
      loaderUsager: 'fait',
      loaderReinitialisation: '/',
      loaderAgent: '/agents/connexion?retour=%2F',
      loaderAdministration: '/agents/connexion?retour=%2F',
      routeUsager: 200,
      routeAgent: 401,
    },
  ],
  [
    'usager à mot de passe provisoire',
    {
      actionUsager: RAZ,
      actionReinitialisation: 'fait',
      actionAgent: AGENT_EXPIRE,
      actionAdministration: AGENT_EXPIRE,
      loaderUsager: RAZ,
      loaderReinitialisation: 'fait',
      loaderAgent: '/agents/connexion?retour=%2F',
      loaderAdministration: '/agents/connexion?retour=%2F',
      routeUsager: 401,
      routeAgent: 401,
    },
  ],
  [
    'accueil du Nord',
    {
      actionUsager: EXPIREE,
      actionReinitialisation: EXPIREE,
      actionAgent: NON_AUTORISE,
      actionAdministration: NON_AUTORISE,
      loaderUsager: RETOUR,
      loaderReinitialisation: EXPIREE,
      loaderAgent: '404',
      loaderAdministration: '404',
      routeUsager: 401,
      routeAgent: 404,
    },
  ],
  [
    'instructeur du Nord',
    {
      actionUsager: EXPIREE,
      actionReinitialisation: EXPIREE,
      actionAgent: 'fait',
      actionAdministration: NON_AUTORISE,
      loaderUsager: RETOUR,
      loaderReinitialisation: EXPIREE,
      loaderAgent: 'fait',
      loaderAdministration: '404',
      routeUsager: 401,
      routeAgent: 200,
    },
  ],
  [
    'instructeur sans préfecture',
    {
      actionUsager: EXPIREE,
      actionReinitialisation: EXPIREE,
      actionAgent: NON_AUTORISE,
      actionAdministration: NON_AUTORISE,
      loaderUsager: RETOUR,
      loaderReinitialisation: EXPIREE,
      loaderAgent: '404',
      loaderAdministration: '404',
      routeUsager: 401,
      routeAgent: 404,
    },
  ],
  [
    'administrateur national',
    {
      actionUsager: EXPIREE,
      actionReinitialisation: EXPIREE,
      actionAgent: NON_AUTORISE,
      actionAdministration: 'fait',
      loaderUsager: RETOUR,
      loaderReinitialisation: EXPIREE,
      loaderAgent: '404',
      loaderAdministration: 'fait',
      routeUsager: 401,
      routeAgent: 404,
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
