// The only maker of page reads: who calls, what they may see, then the read. Cached per request, so layout and page may share one.
import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Agent, RoleAgent, Usager } from '#domain/access/actors.ts';
import {
  type PorteeAdministration,
  type PorteeAgent,
  type PorteeUsager,
  porteeAdministration,
  porteeAgent,
  porteeUsager,
} from '#domain/access/scope.ts';
import { now } from '#platform/clock.ts';
import { langueDemandee } from './langue.ts';
import { type SessionUsager, sessionAgent, sessionUsager } from './session.ts';

/** A page for everybody that changes with the session. */
export function loaderPublic<A extends unknown[], R>(run: (ctx: { session: SessionUsager | null; at: Date }, ...args: A) => Promise<R>) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    return run({ session: await sessionUsager(), at: now() }, ...args);
  });
}

/** The page asked for, with its parameters, as src/proxy.ts wrote it. */
async function pageDemandee(): Promise<string> {
  const lus = await headers();
  return `${lus.get('x-chemin') ?? '/'}${lus.get('x-recherche') ?? ''}`;
}

/** A page of a usager. No session: the log-in page, which brings back here. Null: 404. */
export function loaderUsager<A extends unknown[], R>(
  run: (ctx: { usager: Usager; portee: PorteeUsager; at: Date }, ...args: A) => Promise<R | null>,
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const session = await sessionUsager();
    if (!session) redirect(`/connexion?retour=${encodeURIComponent(await pageDemandee())}`);
    if (session.niveau !== 'complete') redirect('/compte/reinitialisation');
    const lu = await run({ usager: session.usager, portee: porteeUsager(session.usager), at: now() }, ...args);
    return lu ?? notFound();
  });
}

/** The reset page: a session opened with a provisional password, no other (D-01). */
export function loaderReinitialisation<R>(run: (ctx: { usager: Usager }) => Promise<R>) {
  return cache(async (): Promise<R> => {
    await langueDemandee();
    const session = await sessionUsager();
    if (!session) redirect('/connexion?expiree=1');
    if (session.niveau !== 'reinitialisation') redirect('/');
    return run({ usager: session.usager });
  });
}

/** A page of an agent holding one of these roles, in their prefecture. Anything else: 404, which tells nothing. */
export function loaderAgent<A extends unknown[], R>(
  roles: readonly RoleAgent[],
  run: (ctx: { agent: Agent; portee: PorteeAgent; at: Date }, ...args: A) => Promise<R | null>,
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const agent = await sessionAgent();
    if (!agent) redirect(`/agents/connexion?retour=${encodeURIComponent(await pageDemandee())}`);
    const portee = porteeAgent(agent);
    if (!portee || !agent.roles.some((r) => roles.includes(r))) notFound();
    const lu = await run({ agent, portee, at: now() }, ...args);
    return lu ?? notFound();
  });
}

/** A page of management: a role is enough, with or without a prefecture; it opens no dossier. Anything else: 404. */
export function loaderAdministration<A extends unknown[], R>(
  roles: readonly RoleAgent[],
  run: (ctx: { agent: Agent; portee: PorteeAdministration; at: Date }, ...args: A) => Promise<R | null>,
) {
  return cache(async (...args: A): Promise<R> => {
    await langueDemandee();
    const agent = await sessionAgent();
    if (!agent) redirect(`/agents/connexion?retour=${encodeURIComponent(await pageDemandee())}`);
    if (!agent.roles.some((r) => roles.includes(r))) notFound();
    const lu = await run({ agent, portee: porteeAdministration(agent), at: now() }, ...args);
    return lu ?? notFound();
  });
}
