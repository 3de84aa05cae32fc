// The only maker of byte routes (uploads, downloads, autosave, health). Same doors as pages, answers in JSON or bytes.
import 'server-only';
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
import { env } from '#platform/env.ts';
import { isFrameworkSignal } from '#platform/fault.ts';
import { ouvertureEnCours } from './bris.ts';
import { estConfirmee } from './confirmation.ts';
import { consignerFaute } from './faute.ts';
import { guichetOuvert } from './guichet.ts';
import { sessionAgent, sessionUsager } from './session.ts';

type Parametres = { params: Promise<Record<string, string>> };
export type Route = (requete: Request, contexte: Parametres) => Promise<Response>;
type Appel = { requete: Request; params: Record<string, string>; at: Date };

export const rienIci = () => Response.json({ message: 'Introuvable' }, { status: 404 });
/** 303: a navigation that goes on elsewhere, kept by no cache. */
export const allerVers = (adresse: string) =>
  new Response(null, { status: 303, headers: { Location: adresse, 'Cache-Control': 'no-store' } });
const interdit = () => Response.json({ message: 'Requête refusée' }, { status: 403 });

/** Writes come from our own pages only: SameSite cookies first, then the browser's own statement of origin. */
function vientDIci(requete: Request): boolean {
  if (requete.method === 'GET' || requete.method === 'HEAD') return true;
  const site = requete.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origine = requete.headers.get('origin');
  // "null" is what a sandboxed page says of itself
  return (
    origine === null ||
    (URL.canParse(origine) && new URL(origine).host === (requete.headers.get('host') ?? new URL(env().PORTAIL_URL).host))
  );
}

async function conduire(
  nom: string,
  requete: Request,
  { params }: Parametres,
  run: (appel: Appel) => Promise<Response>,
): Promise<Response> {
  if (!vientDIci(requete)) return interdit();
  try {
    return await run({ requete, params: await params, at: now() });
  } catch (erreur) {
    if (isFrameworkSignal(erreur)) throw erreur;
    const faute = await consignerFaute(erreur, { route: nom });
    return Response.json({ message: `Une erreur est survenue de notre côté. Numéro à citer : ${faute}`, faute }, { status: 500 });
  }
}

/** Anyone: health, verification of a document. */
export function routePublique(nom: string, run: (appel: Appel) => Promise<Response>): Route {
  return (requete, contexte) => conduire(nom, requete, contexte, run);
}

export function routeUsager(
  nom: string,
  run: (appel: Appel & { usager: Usager; portee: PorteeUsager; acces: PorteeAcces }) => Promise<Response>,
): Route {
  return (requete, contexte) =>
    conduire(nom, requete, contexte, async (appel) => {
      const session = await sessionUsager();
      if (session?.niveau !== 'complete') return Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
      return run({ ...appel, usager: session.usager, portee: porteeUsager(session.usager), acces: porteeAcces(session.usager) });
    });
}

/**
 * Bytes of a request being filled: its holder or a mandataire; with `?guichet=<dossier>`, the agent d'accueil at the desk, while the
 * rows of that dossier say so.
 */
export function routeDemarche(nom: string, run: (appel: Appel & { portee: PorteeDossiers }) => Promise<Response>): Route {
  const enLigne = routeUsager(nom, run);
  return (requete, contexte) => {
    const dossierId = new URL(requete.url).searchParams.get('guichet');
    if (dossierId === null) return enLigne(requete, contexte);
    return conduire(nom, requete, contexte, async (appel) => {
      const session = await sessionAgent();
      if (session?.niveau !== 'complete') return Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
      const portee = await guichetOuvert(session.agent, dossierId, appel.at);
      return portee ? run({ ...appel, portee }) : rienIci();
    });
  };
}

/** Any complete session, usager or agent: what helps to fill a form and belongs to nobody. */
export function routeConnectee(nom: string, run: (appel: Appel) => Promise<Response>): Route {
  return (requete, contexte) =>
    conduire(nom, requete, contexte, async (appel) => {
      const niveau = (await sessionUsager())?.niveau === 'complete' || (await sessionAgent())?.niveau === 'complete';
      return niveau ? run(appel) : Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
    });
}

/** A link to bytes that ask for a recent proof: the page that asks for it leads back here. */
function aConfirmer(requete: Request): Response {
  const { pathname, search } = new URL(requete.url);
  return new Response(null, {
    status: 303,
    headers: { Location: `/agents/confirmation?retour=${encodeURIComponent(`${pathname}${search}`)}`, 'Cache-Control': 'no-store' },
  });
}

/** 303: a page answers a plain form, so that reloading it posts nothing. */
export function versPage(chemin: string): Response {
  return new Response(null, { status: 303, headers: { Location: chemin } });
}

/** A form of our pages, posted by the browser itself: an ended session leads to the log-in page, which brings back to `retour`. */
export function routeFormulaire(
  nom: string,
  retour: string,
  run: (appel: Appel & { usager: Usager; portee: PorteeUsager; acces: PorteeAcces }) => Promise<Response>,
): Route {
  const route = routeUsager(nom, run);
  return async (requete, contexte) => {
    const reponse = await route(requete, contexte);
    const estPage = requete.headers.get('accept')?.startsWith('text/html') ?? false;
    return reponse.status === 401 && estPage ? versPage(`/connexion?retour=${encodeURIComponent(retour)}`) : reponse;
  };
}

/**
 * Bytes of an agent holding one of these roles, in their prefecture. `confirmation`: proven again a short while ago. `confirmer`: the same,
 * for bytes that ask it once it is known what they are (a restricted dossier); null when the proof is there.
 */
export function routeAgent(
  nom: string,
  roles: readonly RoleAgent[],
  run: (appel: Appel & { agent: Agent; portee: PorteeAgent; confirmer: () => Response | null }) => Promise<Response>,
  { confirmation }: { confirmation?: true } = {},
): Route {
  return (requete, contexte) =>
    conduire(nom, requete, contexte, async (appel) => {
      const session = await sessionAgent();
      if (session?.niveau !== 'complete') return Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
      const { agent } = session;
      const portee = porteeAgent(agent);
      if (!portee || !agent.roles.some((r) => roles.includes(r))) return rienIci();
      const confirmer = () => (estConfirmee(session, appel.at) ? null : aConfirmer(requete));
      return (confirmation ? confirmer() : null) ?? run({ ...appel, agent, portee, confirmer });
    });
}

/** Bytes of management (an export): a role is enough, with or without a prefecture. */
export function routeAdministration(
  nom: string,
  roles: readonly RoleAgent[],
  run: (appel: Appel & { agent: Agent; portee: PorteeAdministration }) => Promise<Response>,
  { confirmation }: { confirmation?: true } = {},
): Route {
  return (requete, contexte) =>
    conduire(nom, requete, contexte, async (appel) => {
      const session = await sessionAgent();
      if (session?.niveau !== 'complete') return Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
      const { agent } = session;
      const portee = porteeAdministration(agent, roles);
      if (!portee || !agent.roles.some((r) => roles.includes(r))) return rienIci();
      if (confirmation && !estConfirmee(session, appel.at)) return aConfirmer(requete);
      return run({ ...appel, agent, portee });
    });
}

/** Bytes of a dossier opened exceptionally: `[dossier]` is a part of the address. */
export function routeBris(nom: string, run: (appel: Appel & { agent: Agent; portee: PorteeBris }) => Promise<Response>): Route {
  return (requete, contexte) =>
    conduire(nom, requete, contexte, async (appel) => {
      const session = await sessionAgent();
      if (session?.niveau !== 'complete') return Response.json({ message: 'Votre session a expiré : reconnectez-vous.' }, { status: 401 });
      const enCours = await ouvertureEnCours(session.agent, appel.params.dossier ?? '', appel.at);
      return enCours ? run({ ...appel, agent: session.agent, portee: enCours.portee }) : rienIci();
    });
}
