// The only maker of server actions: read the form, find who calls, check the permission, run, answer.
// What was typed always comes back; a fault gives a number that the log holds too.
import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Agent, RoleAgent, Usager } from '#domain/access/actors.ts';
import { type BaseDemarche, dossierDuGuichet } from '#domain/access/demarche.ts';
import {
  type PorteeAcces,
  type PorteeAdministration,
  type PorteeAgent,
  type PorteeDossiers,
  type PorteeSession,
  type PorteeUsager,
  porteeAcces,
  porteeAdministration,
  porteeAgent,
  porteeUsager,
} from '#domain/access/scope.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { refuse } from '#domain/result.ts';
import { now } from '#platform/clock.ts';
import type { Sql } from '#platform/db.ts';
import { isFrameworkSignal } from '#platform/fault.ts';
import { isGateFull } from '#platform/gate.ts';
import { type Confirmation, exigerConfirmation } from './confirmation.ts';
import { consignerFaute } from './faute.ts';
import { type Action, type EtatFormulaire, FORMULAIRE_VIDE } from './formulaire.ts';
import { guichetOuvert } from './guichet.ts';
import { CONNEXION, type NiveauDe, type Porte, pageDuNiveau } from './niveaux.ts';
import { etatDuRefus, lireFormulaire, type Suite } from './respond.ts';
import {
  type SessionAcces,
  type SessionAgent,
  type SessionUsager,
  sessionAgent,
  sessionDe,
  sessionUsager,
  sessionUsagerAvec,
} from './session.ts';

type Appel<S extends z.ZodType> = { saisie: z.infer<S>; brut: { [nom: string]: Brut }; at: Date };

/** The first thing to say about each field, in the order of the schema, which is the order of the page. */
function erreursDe(erreur: z.ZodError): Record<string, string> {
  const erreurs: Record<string, string> = {};
  for (const { path, message } of erreur.issues) erreurs[path.map(String).join('.')] ??= message;
  return erreurs;
}

/** Passwords and proofs never travel back to the browser: a field whose name begins with `motDePasse` or `preuve` comes back empty. */
function sansSecrets(brut: { [nom: string]: Brut }): { [nom: string]: Brut } {
  return Object.fromEntries(Object.entries(brut).filter(([nom]) => !nom.startsWith('motDePasse') && !nom.startsWith('preuve')));
}

async function conduire<S extends z.ZodType>(
  nom: string,
  schema: S,
  donnees: FormData,
  run: (appel: Appel<S>) => Promise<Suite>,
): Promise<EtatFormulaire> {
  const brut = lireFormulaire(donnees);
  const valeurs = sansSecrets(brut);
  const lecture = schema.safeParse(brut);
  if (!lecture.success) return { erreurs: erreursDe(lecture.error), valeurs };
  let suite: Suite;
  try {
    suite = await run({ saisie: lecture.data, brut, at: now() });
  } catch (erreur) {
    if (isFrameworkSignal(erreur)) throw erreur;
    if (isGateFull(erreur)) return etatDuRefus(refuse('affluence'), valeurs);
    return { erreurs: {}, faute: await consignerFaute(erreur, { action: nom }), valeurs };
  }
  if ('vers' in suite) redirect(suite.vers);
  if ('ok' in suite) return etatDuRefus(suite, valeurs);
  return { erreurs: {}, valeurs, ...suite.etat };
}

/** Anyone, logged in or not: log-in, creation of a compte. */
export function actionPublique<S extends z.ZodType>(nom: string, schema: S, run: (appel: Appel<S>) => Promise<Suite>): Action {
  return (_etat, donnees) => conduire(nom, schema, donnees, run);
}

/** An action for the form of a server component, which has nowhere to show a state: it can only lead elsewhere (log-out). */
export function actionSansReponse(action: Action): (donnees: FormData) => Promise<void> {
  return async (donnees) => {
    await action(FORMULAIRE_VIDE, donnees);
  };
}

const SESSION_FINIE =
  'Votre session est terminée. Reconnectez-vous dans un autre onglet, puis revenez ici et recommencez : ce que vous avez saisi est toujours dans cette page.';

/** The session ended meanwhile. With scripts the page stays, with what is typed in it; a plain post can only go to the log-in page. */
async function sansSession(porte: Porte): Promise<Suite> {
  const lus = await headers();
  if (lus.has('next-action')) return { etat: { general: SESSION_FINIE } };
  const chemin = lus.get('x-chemin');
  const retour = chemin ? `&retour=${encodeURIComponent(`${chemin}${lus.get('x-recherche') ?? ''}`)}` : '';
  return { vers: `${CONNEXION[porte]}?expiree=1${retour}` };
}

type AppelUsager<S extends z.ZodType> = Appel<S> & { usager: Usager; portee: PorteeUsager; acces: PorteeAcces };

/** A usager whose session is complete. */
export function actionUsager<S extends z.ZodType>(nom: string, schema: S, run: (appel: AppelUsager<S>) => Promise<Suite>): Action {
  return (_etat, donnees) => conduire(nom, schema, donnees, async (appel) => commeUsager(appel, await sessionUsager(), run));
}

async function commeUsager<S extends z.ZodType>(
  appel: Appel<S>,
  session: SessionUsager | null,
  run: (appel: AppelUsager<S>) => Promise<Suite>,
): Promise<Suite> {
  if (!session) return sansSession('usager');
  if (session.niveau !== 'complete') return { vers: pageDuNiveau('usager', session.niveau) };
  return run({ ...appel, usager: session.usager, portee: porteeUsager(session.usager), acces: porteeAcces(session.usager) });
}

type AppelDemarche<S extends z.ZodType> = Appel<S> & { acteur: Usager | Agent; portee: PorteeDossiers; base: BaseDemarche };

/**
 * Filling a request: its holder or a mandataire, or the agent d'accueil at the desk. The page that posts says which door; the session of
 * that door, and at the desk the rows, say whether it opens. `base`: where the next page is.
 */
export function actionDemarche<S extends z.ZodType>(nom: string, schema: S, run: (appel: AppelDemarche<S>) => Promise<Suite>): Action {
  return actionDemarcheAvec(nom, schema, null, run);
}

/** The same with a read that leaves with that of the session: `lu`, null at the desk. What is done a hundred times a day by each visitor. */
export function actionDemarcheAvec<S extends z.ZodType, L>(
  nom: string,
  schema: S,
  avance: ((base: Sql, portee: PorteeSession, saisie: z.infer<S>) => Promise<L>) | null,
  run: (appel: AppelDemarche<S> & { lu: L | null }) => Promise<Suite>,
): Action {
  return async (_etat, donnees) => {
    const dossierId = dossierDuGuichet((await headers()).get('x-chemin') ?? '');
    if (!dossierId) {
      return conduire(nom, schema, donnees, async (appel) => {
        const { session, lu } = avance
          ? await sessionUsagerAvec((base, portee) => avance(base, portee, appel.saisie))
          : { session: await sessionUsager(), lu: null };
        return commeUsager(appel, session, ({ usager, ...reste }) => run({ ...reste, acteur: usager, base: '/demarches', lu }));
      });
    }
    return conduire(nom, schema, donnees, async (appel) => {
      const session = await sessionAgent();
      if (!session) return sansSession('agent');
      if (session.niveau !== 'complete') return { vers: pageDuNiveau('agent', session.niveau) };
      const portee = await guichetOuvert(session.agent, dossierId, appel.at);
      return portee ? run({ ...appel, acteur: session.agent, portee, base: '/guichet', lu: null }) : refuse('introuvable');
    });
  };
}

/** A usager who came in with a provisional password: the reset page, and nothing else (D-01). A complete session is sent away: its password changes by mail. */
export function actionReinitialisation<S extends z.ZodType>(
  nom: string,
  schema: S,
  run: (appel: Appel<S> & { usager: Usager }) => Promise<Suite>,
): Action {
  return (_etat, donnees) =>
    conduire(nom, schema, donnees, async (appel) => {
      const session = await sessionUsager();
      if (!session) return { vers: '/connexion?expiree=1' };
      if (session.niveau !== 'reinitialisation') return { vers: pageDuNiveau('usager', session.niveau) };
      return run({ ...appel, usager: session.usager });
    });
}

/** An act that asks to prove again who one is; the proof travels in the same form. */
export type Exigence = { confirmation?: Confirmation };

const confirmee = ({ confirmation }: Exigence, session: SessionAgent, brut: Appel<z.ZodType>['brut'], at: Date) =>
  confirmation ? exigerConfirmation(confirmation, { ...session, porte: 'agent', acteur: session.agent }, brut, 'refuser', at) : null;

/** An agent holding one of these roles, and the scope that this gives; null: it gives none. */
function parAgent<S extends z.ZodType, P>(
  nom: string,
  roles: readonly RoleAgent[],
  schema: S,
  porteeDe: (agent: Agent) => P | null,
  run: (appel: Appel<S> & { agent: Agent; portee: P }) => Promise<Suite>,
  exigence: Exigence,
): Action {
  return (_etat, donnees) =>
    conduire(nom, schema, donnees, async (appel) => {
      const session = await sessionAgent();
      if (!session) return sansSession('agent');
      if (session.niveau !== 'complete') return { vers: pageDuNiveau('agent', session.niveau) };
      const { agent } = session;
      const portee = porteeDe(agent);
      if (!portee || !agent.roles.some((r) => roles.includes(r))) return refuse('non_autorise');
      return (await confirmee(exigence, session, appel.brut, appel.at)) ?? run({ ...appel, agent, portee });
    });
}

/** An agent of a prefecture holding one of these roles. */
export function actionAgent<S extends z.ZodType>(
  nom: string,
  roles: readonly RoleAgent[],
  schema: S,
  run: (appel: Appel<S> & { agent: Agent; portee: PorteeAgent }) => Promise<Suite>,
  exigence: Exigence = {},
): Action {
  return parAgent(nom, roles, schema, porteeAgent, run, exigence);
}

/** Management of agents, rights, tickets: a role is enough, with or without a prefecture; it opens no dossier. */
export function actionAdministration<S extends z.ZodType>(
  nom: string,
  roles: readonly RoleAgent[],
  schema: S,
  run: (appel: Appel<S> & { agent: Agent; portee: PorteeAdministration }) => Promise<Suite>,
  exigence: Exigence = {},
): Action {
  return parAgent(nom, roles, schema, (agent) => porteeAdministration(agent, roles), run, exigence);
}

/** The ways in of the person themselves, at these levels of session: second factors, password, sessions. Any other level: its own page. */
export function actionAcces<P extends Porte, S extends z.ZodType>(
  nom: string,
  porte: P,
  niveaux: readonly NiveauDe<P>[],
  schema: S,
  run: (appel: Appel<S> & { session: SessionAcces; portee: PorteeAcces }) => Promise<Suite>,
  { confirmation }: Exigence = {},
): Action {
  const ouverts: readonly string[] = niveaux;
  return (_etat, donnees) =>
    conduire(nom, schema, donnees, async (appel) => {
      const session = await sessionDe(porte);
      if (!session) return sansSession(porte);
      if (!ouverts.includes(session.niveau)) return { vers: pageDuNiveau(session.porte, session.niveau) };
      const demande = confirmation ? await exigerConfirmation(confirmation, session, appel.brut, 'laisser', appel.at) : null;
      return demande ?? run({ ...appel, session, portee: porteeAcces(session.acteur) });
    });
}
