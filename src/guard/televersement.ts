// The maker of upload routes. A form posted without scripts gets a page, never JSON.
import 'server-only';
import type { Agent, RoleAgent, Usager } from '#domain/access/actors.ts';
import type { PorteeAgent, PorteeDossiers, PorteeUsager } from '#domain/access/scope.ts';
import { BARE_FILE, readBareFile } from '#platform/bare-file.ts';
import { MULTIPART_OVERHEAD, MultipartBroken, type MultipartLimits, MultipartTooLong, readFiles } from '#platform/multipart.ts';
import { type Route, routeAgent, routeDemarche, routePublique, routeUsager, versPage } from './route.ts';
import { type SessionUsager, sessionUsager } from './session.ts';

type Lecteur = (nom: string, contenu: AsyncIterable<Uint8Array>) => Promise<void>;
type Lecture = { nombre: number } | { arret: 'trop_lourd' | 'interrompu' };
type Appel = {
  requete: Request;
  params: Record<string, string>;
  at: Date;
  portee: PorteeDossiers;
  /** Known before reading anything: a longer request cannot hold one acceptable file. */
  tropLourd: boolean;
  /** Gives each file of the form, or the one that is the body, as it arrives. */
  lireFichiers: (lecteur: Lecteur) => Promise<Lecture>;
};

/** True when a script of our pages is asking. */
export function veutJson(requete: Request): boolean {
  return requete.headers.get('accept')?.includes('application/json') ?? false;
}

async function lire(
  requete: Request,
  limites: MultipartLimits,
  lecteur: Lecteur,
  champ: (nom: string, valeur: string) => void = () => {},
): Promise<Lecture> {
  try {
    const seul = requete.headers.get('content-type') === BARE_FILE;
    return { nombre: await (seul ? readBareFile(requete, limites, lecteur) : readFiles(requete, limites, lecteur, champ)) };
  } catch (erreur) {
    if (erreur instanceof MultipartTooLong) return { arret: 'trop_lourd' };
    if (erreur instanceof MultipartBroken) return { arret: 'interrompu' };
    throw erreur;
  }
}

function sansCache(reponse: Response): Response {
  reponse.headers.set('Cache-Control', 'private, no-store');
  return reponse;
}

export function routeTeleversement(nom: string, limites: MultipartLimits, run: (appel: Appel) => Promise<Response>): Route {
  const route = routeDemarche(nom, (appel) => run({ ...appel, ...ouvrir(appel.requete, limites) }));
  return avecConnexion(route, '/connexion');
}

type Ouvert = { tropLourd: boolean; lireFichiers: Appel['lireFichiers'] };
const ouvrir = (requete: Request, limites: MultipartLimits): Ouvert => ({
  tropLourd: Number(requete.headers.get('content-length') ?? 0) > limites.fileSize + MULTIPART_OVERHEAD,
  lireFichiers: (lecteur) => lire(requete, limites, lecteur),
});

/** Without a session: a log-in page for a form, the status for a script. */
function avecConnexion(route: Route, connexion: string): Route {
  return async (requete, contexte) => {
    const reponse = await route(requete, contexte);
    return sansCache(reponse.status === 401 && !veutJson(requete) ? versPage(`${connexion}?expiree=1`) : reponse);
  };
}

type AppelUsager = Omit<Appel, 'portee'> & { usager: Usager; portee: PorteeUsager };

/** What a person joins to something of their own space: never at the desk. */
export function routeTeleversementUsager(nom: string, limites: MultipartLimits, run: (appel: AppelUsager) => Promise<Response>): Route {
  const route = routeUsager(nom, (appel) => run({ ...appel, ...ouvrir(appel.requete, limites) }));
  return avecConnexion(route, '/connexion');
}

type AppelAgent = Omit<Appel, 'portee'> & { agent: Agent; portee: PorteeAgent };

/** What an agent holding one of these roles joins. */
export function routeTeleversementAgent(
  nom: string,
  roles: readonly RoleAgent[],
  limites: MultipartLimits,
  run: (appel: AppelAgent) => Promise<Response>,
): Route {
  const route = routeAgent(nom, roles, (appel) => run({ ...appel, ...ouvrir(appel.requete, limites) }));
  return avecConnexion(route, '/agents/connexion');
}

type AppelFormulaire = {
  requete: Request;
  at: Date;
  session: SessionUsager | null;
  /** Reads the whole form: its files as they arrive, its text fields at the end. */
  lireFormulaire: (lecteur: Lecteur) => Promise<Lecture & { champs: Record<string, string> }>;
};

/** A form with files that anybody may post, logged in or not; a browser without scripts gets a page (`run` answers with versPage). */
export function routeFormulaire(nom: string, limites: MultipartLimits, run: (appel: AppelFormulaire) => Promise<Response>): Route {
  const route = routePublique(nom, async ({ requete, at }) => {
    const champs = new Map<string, string>();
    const session = await sessionUsager();
    return run({
      requete,
      at,
      session: session?.niveau === 'complete' ? session : null,
      lireFormulaire: async (lecteur) => {
        const lecture = await lire(requete, limites, lecteur, (champ, valeur) => champs.set(champ, valeur));
        return { ...lecture, champs: Object.fromEntries(champs) };
      },
    });
  });
  return async (requete, contexte) => sansCache(await route(requete, contexte));
}
