// The only maker of page reads: who calls, what they may see, then the read. Cached per request, so layout and page may share one.
import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Agent, RoleAgent, Usager } from '#domain/access/actors.ts';
import {
  type PorteeAcces,
  type PorteeAdministration,
  type PorteeAgent,
  type PorteeBris,
  type PorteeDossiers,
  type PorteeUsager,
  porteeAcces,
  porteeAdministration,
  porteeAgent,
  porteeUsager,
} from '#domain/access/scope.ts';
import { now } from '#platform/clock.ts';
import { isFrameworkSignal } from '#platform/fault.ts';
import { type Ouverture, ouvertureEnCours } from './bris.ts';
import { estConfirmee } from './confirmation.ts';
import { numeroterFaute } from './faute.ts';
import { guichetOuvert } from './guichet.ts';
import { langueDemandee } from './langue.ts';
import { CONNEXION, type NiveauDe, type Porte, pageDuNiveau } from './niveaux.ts';
import {
  avaitUneSession,
  type SessionAcces,
  type SessionAgent,
  type SessionUsager,
  sessionAgent,
  sessionDe,
  sessionUsager,
} from './session.ts';

/** A page for everybody that changes with the session. */
export function loaderPublic<A extends unknown[], R>(run: (ctx: { session: SessionUsager | null; at: Date }, ...args: A) => Promise<R>) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    return run({ session: await sessionUsager(), at: now() }, ...args);
  });
}

/** The page asked for, with its parameters, as src/entetes.ts wrote it. */
async function pageDemandee(): Promise<string> {
  const lus = await headers();
  return `${lus.get('x-chemin') ?? '/'}${lus.get('x-recherche') ?? ''}`;
}

/** Nobody is logged in: the log-in page, which brings back here, and says so when a session has just ended. */
async function entrer(porte: Porte): Promise<never> {
  const fin = (await avaitUneSession(porte)) ? 'expiree=1&' : '';
  return redirect(`${CONNEXION[porte]}?${fin}retour=${encodeURIComponent(await pageDemandee())}`);
}

/** The complete session of a usager; without one, the page to go to. */
async function usagerComplet(): Promise<SessionUsager> {
  const session = (await sessionUsager()) ?? (await entrer('usager'));
  if (session.niveau !== 'complete') redirect(pageDuNiveau('usager', session.niveau, await pageDemandee()));
  return session;
}

/** A page that asks to have proven again, a short while ago, who one is. */
type Exigence = { confirmation?: true };

async function agentComplet({ confirmation }: Exigence, at: Date): Promise<SessionAgent> {
  const session = (await sessionAgent()) ?? (await entrer('agent'));
  if (session.niveau !== 'complete') redirect(pageDuNiveau('agent', session.niveau, await pageDemandee()));
  if (confirmation) await confirmer(session, at);
  return session;
}

/** Goes on only with a recent proof; otherwise the page that asks for it, which leads back here. */
async function confirmer(session: SessionAgent, at: Date): Promise<void> {
  if (!estConfirmee(session, at)) redirect(`/agents/confirmation?retour=${encodeURIComponent(await pageDemandee())}`);
}

/** A fault gets its number here, where it is known who was stopped, and where. */
async function avecNumero<R>(lire: () => Promise<R>): Promise<R> {
  try {
    return await lire();
  } catch (erreur) {
    if (!isFrameworkSignal(erreur)) await numeroterFaute(erreur, { page: 'usager' });
    throw erreur;
  }
}

/** A page of a usager. No session: the log-in page, which brings back here. Null: 404. */
export function loaderUsager<A extends unknown[], R>(
  run: (ctx: { usager: Usager; portee: PorteeUsager; acces: PorteeAcces; at: Date }, ...args: A) => Promise<R | null>,
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const { usager } = await usagerComplet();
    const ctx = { usager, portee: porteeUsager(usager), acces: porteeAcces(usager), at: now() };
    const lu = await avecNumero(() => run(ctx, ...args));
    return lu ?? notFound();
  });
}

/** The reset page: a session opened with a provisional password, no other (D-01). */
export function loaderReinitialisation<R>(run: (ctx: { usager: Usager }) => Promise<R>) {
  return cache(async (): Promise<R> => {
    await langueDemandee();
    const session = await sessionUsager();
    if (!session) redirect('/connexion?expiree=1');
    if (session.niveau !== 'reinitialisation') redirect(pageDuNiveau('usager', session.niveau));
    return run({ usager: session.usager });
  });
}

/**
 * A page of an agent holding one of these roles, in their prefecture. Anything else: 404, which tells nothing. `confirmer`: for a
 * page that asks for a recent proof once it knows what it shows (a restricted dossier).
 */
export function loaderAgent<A extends unknown[], R>(
  roles: readonly RoleAgent[],
  run: (ctx: { agent: Agent; portee: PorteeAgent; at: Date; confirmer: () => Promise<void> }, ...args: A) => Promise<R | null>,
  exigence: Exigence = {},
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const at = now();
    const session = await agentComplet(exigence, at);
    const { agent } = session;
    const portee = porteeAgent(agent);
    if (!portee || !agent.roles.some((r) => roles.includes(r))) notFound();
    const lu = await run({ agent, portee, at, confirmer: () => confirmer(session, at) }, ...args);
    return lu ?? notFound();
  });
}

/** A dossier opened exceptionally, for reading, while its row is in force (the act that opens it asks for a proof). Anything else: 404. */
export function loaderBris<A extends unknown[], R>(
  run: (ctx: { agent: Agent; portee: PorteeBris; ouverture: Ouverture; at: Date }, dossierId: string, ...args: A) => Promise<R | null>,
) {
  return cache(async (dossierId: string, ...args: A): Promise<R> => {
    await langueDemandee();
    const at = now();
    const session = await agentComplet({}, at);
    const enCours = await ouvertureEnCours(session.agent, dossierId, at);
    if (!enCours) notFound();
    const lu = await run({ agent: session.agent, ...enCours, at }, dossierId, ...args);
    return lu ?? notFound();
  });
}

/** A dossier filled at the desk by an agent d'accueil, while its rows say so. Anything else: 404. */
export function loaderGuichet<A extends unknown[], R>(
  run: (ctx: { agent: Agent; portee: PorteeDossiers; at: Date }, dossierId: string, ...args: A) => Promise<R | null>,
) {
  return cache(async (dossierId: string, ...args: A): Promise<R> => {
    await langueDemandee();
    const at = now();
    const { agent } = await agentComplet({}, at);
    const portee = await guichetOuvert(agent, dossierId, at);
    if (!portee) notFound();
    const lu = await run({ agent, portee, at }, dossierId, ...args);
    return lu ?? notFound();
  });
}

/** A page of management: a role is enough, with or without a prefecture; it opens no dossier. Anything else: 404. */
export function loaderAdministration<A extends unknown[], R>(
  roles: readonly RoleAgent[],
  run: (ctx: { agent: Agent; portee: PorteeAdministration; at: Date }, ...args: A) => Promise<R | null>,
  exigence: Exigence = {},
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const at = now();
    const { agent } = await agentComplet(exigence, at);
    const portee = porteeAdministration(agent, roles);
    if (!portee || !agent.roles.some((r) => roles.includes(r))) notFound();
    const lu = await run({ agent, portee, at }, ...args);
    return lu ?? notFound();
  });
}

/**
 * A page about the ways in of the person themselves, at these levels of session: `['facteur']` for the page that asks for the second
 * factor, `['complete']` for the page that lists them. Any other level goes to its own page.
 */
export function loaderAcces<P extends Porte, A extends unknown[], R>(
  porte: P,
  niveaux: readonly NiveauDe<P>[],
  run: (ctx: { session: SessionAcces; portee: PorteeAcces; at: Date }, ...args: A) => Promise<R | null>,
) {
  const ouverts: readonly string[] = niveaux;
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const session = (await sessionDe(porte)) ?? (await entrer(porte));
    if (!ouverts.includes(session.niveau)) {
      redirect(pageDuNiveau(session.porte, session.niveau, ouverts.includes('complete') ? await pageDemandee() : undefined));
    }
    const lu = await run({ session, portee: porteeAcces(session.acteur), at: now() }, ...args);
    return lu ?? notFound();
  });
}
