'use server';
import { porteeUsager } from '#domain/access/scope.ts';
import { refuse } from '#domain/result.ts';
import { actionPublique, actionSansReponse, actionUsager } from '#guard/action.ts';
import { entrer } from '#guard/entree.ts';
import type { Suite } from '#guard/respond.ts';
import { sessionUsager } from '#guard/session.ts';
import { lireTemoin, poserTemoin, retirerTemoin } from '#guard/temoin.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';
import { schemaTitre } from '../creation-numero/schema.ts';
import { jetonDeSortie, MINUTES_SORTIE, preparerSortie } from '../openid/commands.ts';
import { abandonner, confirmer, creerParCode, delier, demanderCode, type Entree, reconnaitreParTitre } from './commands.ts';
import { lireAttente } from './queries.ts';
import { schemaCode, schemaCourriel, schemaGeste } from './schema.ts';

const PAGE = '/connexion/franceconnect';
const PAR_RESEAU = { nom: 'franceconnect-reseau', max: 100, minutes: 15 };
/** A FranceConnect identity is one real person: few tries each, whatever the browser. */
const PAR_IDENTITE = { nom: 'franceconnect-identite', max: 10, minutes: 30 };
/** Many identities against one number: slowed, never closed to its owner. */
const PAR_NUMERO = { nom: 'franceconnect-numero', max: 20, minutes: 60, ensuite: { max: 1, minutes: 1 } };
const PAR_ADRESSE = { nom: 'franceconnect-adresse', max: 5, minutes: 60 };

/** The session opens, and the browser forgets the identity that waited. */
async function ouvrir({ compteId, idToken, retour }: Entree, at: Date): Promise<Suite> {
  await retirerTemoin('franceconnect');
  return entrer(compteId, 'franceconnect', at, { retour, jetonExterne: jetonDeSortie('franceconnect', idToken) });
}

export const confirmerIdentite = actionPublique('franceconnect_confirmer', schemaGeste, async ({ at }) => {
  const secret = await lireTemoin('franceconnect');
  const session = await sessionUsager();
  if (!secret || session?.niveau !== 'complete') return refuse('identite_expiree');
  const lie = await confirmer(porteeUsager(session.usager), secret, at);
  if (!lie.ok) return lie;
  await retirerTemoin('franceconnect');
  return { vers: lie.valeur.retour ?? '/mon-compte' };
});

export const donnerTitre = actionPublique('franceconnect_titre', schemaTitre, async ({ saisie, at }) => {
  const secret = await lireTemoin('franceconnect');
  const enAttente = secret ? await lireAttente(secret, at) : null;
  if (!secret || !enAttente) return refuse('identite_expiree');
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_IDENTITE, enAttente.sub],
      [PAR_NUMERO, saisie.numero],
    ],
    at,
  );
  if (frein) return frein;
  const lie = await reconnaitreParTitre(secret, saisie, at);
  if (!lie.ok) return lie;
  return lie.valeur ? ouvrir(lie.valeur, at) : { vers: PAGE };
});

export const demanderCodeCourriel = actionPublique('franceconnect_courriel', schemaCourriel, async ({ saisie, at }) => {
  const secret = await lireTemoin('franceconnect');
  if (!secret) return refuse('identite_expiree');
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_ADRESSE, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  const demande = await demanderCode(secret, saisie, at);
  return demande.ok ? { vers: PAGE } : demande;
});

export const donnerCode = actionPublique('franceconnect_code', schemaCode, async ({ saisie, at }) => {
  const secret = await lireTemoin('franceconnect');
  const enAttente = secret ? await lireAttente(secret, at) : null;
  if (!secret || !enAttente) return refuse('identite_expiree');
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_IDENTITE, enAttente.sub],
    ],
    at,
  );
  if (frein) return frein;
  const cree = await creerParCode(secret, saisie.code, at);
  return cree.ok ? ouvrir(cree.valeur, at) : cree;
});

const abandon = actionPublique('franceconnect_abandonner', schemaGeste, async ({ at }) => {
  const secret = await lireTemoin('franceconnect');
  await retirerTemoin('franceconnect');
  const laissee = secret ? await abandonner(secret, at) : null;
  if (!laissee) return { vers: '/connexion' };
  // on a shared computer the next person must not find this identity open at FranceConnect
  await poserTemoin('sortie', await preparerSortie(jetonDeSortie('franceconnect', laissee.idToken), at), MINUTES_SORTIE);
  return { vers: '/connexion/sortie' };
});
export const abandonnerFranceConnect = actionSansReponse(abandon);

export const delierFranceConnect = actionUsager('franceconnect_delier', schemaGeste, async ({ portee, at }) => {
  await delier(portee, at);
  return { vers: '/mon-compte/securite?fait=franceconnect' };
});
