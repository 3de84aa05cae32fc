// The maker of upload routes. A form posted without scripts gets a page, never JSON.
import 'server-only';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { BARE_FILE, readBareFile } from '#platform/bare-file.ts';
import { MULTIPART_OVERHEAD, MultipartBroken, type MultipartLimits, MultipartTooLong, readFiles } from '#platform/multipart.ts';
import { type Route, routeDemarche, routePublique, versPage } from './route.ts';
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
  const route = routeDemarche(nom, (appel) =>
    run({
      ...appel,
      tropLourd: Number(appel.requete.headers.get('content-length') ?? 0) > limites.fileSize + MULTIPART_OVERHEAD,
      lireFichiers: (lecteur) => lire(appel.requete, limites, lecteur),
    }),
  );
  return async (requete, contexte) => {
    const reponse = await route(requete, contexte);
    return sansCache(reponse.status === 401 && !veutJson(requete) ? versPage('/connexion?expiree=1') : reponse);
  };
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
