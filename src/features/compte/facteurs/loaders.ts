import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { estConfirmee } from '#guard/confirmation.ts';
import { loaderAcces, loaderPublic } from '#guard/loader.ts';
import { ACCUEIL } from '#guard/niveaux.ts';
import type { SessionAcces } from '#guard/session.ts';
import { cheminLocal } from '../connexion/schema.ts';
import { aUnMotDePasse } from '../mot-de-passe/queries.ts';
import { sessionsDe } from '../sessions/queries.ts';
import { codesDeDemonstration } from './demonstration/queries.ts';
import { codesRestants, facteursDe, moyensDe } from './queries.ts';
import { LIEUX, type Lieu } from './schema.ts';
import { applicationEnEssai } from './totp/queries.ts';

type Recherche = Record<string, string | string[] | undefined>;
type Appel = { session: SessionAcces; portee: PorteeAcces; at: Date };

const seul = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : undefined);
const retourDe = (recherche: Recherche) => cheminLocal(seul(recherche.retour));
const lieuDe = ({ porte, niveau }: SessionAcces): Lieu => (niveau === 'enrolement' ? 'enrolement' : porte);

/** The page between the password and the rest. */
const lireFacteur = async ({ portee }: Appel, recherche: Recherche) => ({ moyens: await moyensDe(portee), retour: retourDe(recherche) });
export const loaderFacteurUsager = loaderAcces('usager', ['facteur'], lireFacteur);
export const loaderFacteurAgent = loaderAcces('agent', ['facteur'], lireFacteur);

/** Asked again before an export or a restricted dossier; proven a moment ago: nothing to ask. */
export const loaderConfirmation = loaderAcces('agent', ['complete'], async ({ session, portee, at }, recherche: Recherche) => {
  const retour = retourDe(recherche);
  if (retour && estConfirmee(session, at)) redirect(retour);
  return { moyens: await moyensDe(portee), retour };
});

export const loaderEnrolement = loaderAcces('agent', ['enrolement'], async ({ session }, recherche: Recherche) => ({
  nom: session.acteur.nom,
  retour: retourDe(recherche),
}));

/** Factors, recovery codes, sessions: what opens this account, and who is in. */
const lireSecurite = async ({ session, portee, at }: Appel, recherche: Recherche) => {
  const [facteurs, codes, sessions, motDePasse] = await Promise.all([
    facteursDe(portee),
    codesRestants(portee),
    sessionsDe(portee, session.acteur.sessionId, at),
    aUnMotDePasse(portee),
  ]);
  return { nom: session.acteur.nom, facteurs, codes, sessions, motDePasse, fait: seul(recherche.fait) };
};
export const loaderSecuriteUsager = loaderAcces('usager', ['complete'], lireSecurite);
export const loaderSecuriteAgent = loaderAcces('agent', ['complete'], lireSecurite);

/** The application being added; nothing begun, or too long ago: back to the list. */
const lireApplication = async ({ session, portee, at }: Appel, recherche: Recherche) => ({
  application: (await applicationEnEssai(portee, at)) ?? redirect(LIEUX[lieuDe(session)]),
  retour: retourDe(recherche),
});
export const loaderApplicationUsager = loaderAcces('usager', ['complete'], lireApplication);
export const loaderApplicationAgent = loaderAcces('agent', ['complete'], lireApplication);
export const loaderApplicationEnrolee = loaderAcces('agent', ['enrolement'], lireApplication);

const lireCle = async (_: Appel, recherche: Recherche) => ({ retour: retourDe(recherche) });
export const loaderCleUsager = loaderAcces('usager', ['complete'], lireCle);
export const loaderCleAgent = loaderAcces('agent', ['complete'], lireCle);
export const loaderCleEnrolee = loaderAcces('agent', ['enrolement'], lireCle);

/** Recovery codes go with a second factor: without one there is nothing to recover. */
const lireCodes = async ({ session, portee }: Appel, recherche: Recherche) => {
  const [facteurs, restants] = await Promise.all([facteursDe(portee), codesRestants(portee)]);
  if (facteurs.length === 0) redirect(LIEUX[lieuDe(session)]);
  return {
    restants,
    estPremier: seul(recherche.premier) !== undefined,
    retour: retourDe(recherche),
    accueil: session.porte === 'agent' ? ACCUEIL.agent : LIEUX.usager,
  };
};
export const loaderCodesUsager = loaderAcces('usager', ['complete'], lireCodes);
export const loaderCodesAgent = loaderAcces('agent', ['complete'], lireCodes);

/** The page of development that plays the telephones of the demonstration agents. 404 elsewhere. */
export const loaderCodesDemonstration = loaderPublic(async ({ at }) => ({ agents: (await codesDeDemonstration(at)) ?? notFound(), at }));
