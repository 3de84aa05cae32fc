import 'server-only';
import { porteeUsager } from '#domain/access/scope.ts';
import { FORME_NUMERO_TICKET } from '#domain/assistance/ticket.ts';
import { loaderPublic } from '#guard/loader.ts';
import { choixDossiers, choixPrefectures, choixSujets, lireRetour, telephoneDe } from './queries.ts';
import { valeursInitiales } from './schema.ts';

type Parametres = Record<string, string | string[] | undefined>;
const texte = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : undefined);

/** The contact page: for anybody; filled with what is known of somebody logged in, or with what must be corrected. */
export const chargerContact = loaderPublic(async ({ session, at }, parametres: Parametres) => {
  const ticket = texte(parametres.ticket);
  const secret = texte(parametres.saisie) ?? '';
  const usager = session?.niveau === 'complete' ? session.usager : null;
  const portee = usager && porteeUsager(usager);
  const [retour, prefectures, dossiers, telephone] = await Promise.all([
    lireRetour(secret, at),
    choixPrefectures(),
    portee ? choixDossiers(portee) : [],
    portee ? telephoneDe(portee) : null,
  ]);
  const { page, erreur, dossier } = parametres;
  const connu = usager && { nom: usager.nom, email: usager.email, telephone };
  return {
    envoye: ticket && FORME_NUMERO_TICKET.test(ticket) ? ticket : null,
    estConnecte: usager !== null,
    /** the hour of a form that came back is over: what was typed is gone, and that must be said */
    perdu: secret !== '' && retour === null,
    saisie: retour ? secret : null,
    valeurs: retour?.valeurs ?? valeursInitiales({ page: texte(page), erreur: texte(erreur), dossier: texte(dossier) }, connu, at),
    erreurs: retour?.erreurs ?? {},
    general: retour?.general ?? null,
    captures: (retour?.captures ?? []).map(({ nom, taille }) => ({ nom, taille })),
    sujets: choixSujets(),
    prefectures,
    dossiers,
  };
});

export type ContactCharge = Awaited<ReturnType<typeof chargerContact>>;
