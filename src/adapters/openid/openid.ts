import 'server-only';
// Relying party of OpenID Connect (Core 1.0, code flow): one implementation for FranceConnect and ProConnect. The library checks state,
// nonce, issuer, audience and expiry; we add the signature of what comes by the back channel too, and the level (acr).
import * as client from 'openid-client';
import { z } from 'zod';
import { logger } from '#platform/logger.ts';
import type { Reglage } from './reglages.ts';

/** What must be remembered between the departure and the return, on the server only. */
export const memoire = z.object({ state: z.string(), nonce: z.string(), verifieur: z.string() });
export type Memoire = z.infer<typeof memoire>;

/** Claims as the provider writes them. Absent ones stay absent: the domain decides what is enough. */
export const affirmations = z.object({
  sub: z.string().min(1).max(255),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  usual_name: z.string().optional(),
  preferred_username: z.string().optional(),
  birthdate: z.string().optional(),
  gender: z.string().optional(),
  birthplace: z.string().optional(),
  birthcountry: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});
export type Affirmations = z.infer<typeof affirmations>;

export type Reponse =
  | { ok: true; affirmations: Affirmations; acr: string; amr: readonly string[]; idToken: string }
  /** the person gave up · the answer cannot be believed · the provider does not answer */
  | { ok: false; raison: 'annule' | 'refuse' | 'panne' };

/** Seconds given to the provider for each request: the person is waiting. */
const ATTENTE = 6;
/** A discovery document is read again after this: endpoints and keys change rarely, not never. */
const FRAICHEUR = 3_600_000;

const connus = new Map<string, { configuration: client.Configuration; lueLe: number }>();

async function configuration(reglage: Reglage): Promise<client.Configuration> {
  const cle = `${reglage.emetteur.href} ${reglage.clientId}`;
  const connue = connus.get(cle);
  if (connue && Date.now() - connue.lueLe < FRAICHEUR) return connue.configuration;
  const execute = [client.enableNonRepudiationChecks];
  // platform/env refuses http on an official service: only the provider of the demonstration speaks it
  if (reglage.emetteur.protocol === 'http:') execute.push(client.allowInsecureRequests);
  const lue = await client.discovery(reglage.emetteur, reglage.clientId, undefined, client.ClientSecretPost(reglage.secret), {
    execute,
    timeout: ATTENTE,
  });
  connus.set(cle, { configuration: lue, lueLe: Date.now() });
  return lue;
}

/** Where to send the person, and what to remember. Null: the provider does not answer. */
export async function demander(reglage: Reglage, retour: URL): Promise<{ adresse: URL; memoire: Memoire } | null> {
  try {
    const lue = await configuration(reglage);
    const memoire = { state: client.randomState(), nonce: client.randomNonce(), verifieur: client.randomPKCECodeVerifier() };
    const adresse = client.buildAuthorizationUrl(lue, {
      redirect_uri: retour.href,
      scope: reglage.portees,
      state: memoire.state,
      nonce: memoire.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(memoire.verifieur),
      code_challenge_method: 'S256',
      acr_values: reglage.niveaux.join(' '),
      ...(reglage.demandeAmr ? { claims: JSON.stringify({ id_token: { amr: { essential: true } } }) } : {}),
    });
    return { adresse, memoire };
  } catch (erreur) {
    noter(reglage, erreur);
    return null;
  }
}

/** Exchanges the answer for an identity that has been checked. Never throws; the log says why, without what it was about. */
export async function recevoir(reglage: Reglage, reponse: URL, attendu: Memoire): Promise<Reponse> {
  try {
    const lue = await configuration(reglage);
    const jetons = await client.authorizationCodeGrant(lue, reponse, {
      expectedState: attendu.state,
      expectedNonce: attendu.nonce,
      pkceCodeVerifier: attendu.verifieur,
      idTokenExpected: true,
    });
    const dit = jetons.claims();
    if (!dit || !jetons.id_token) return { ok: false, raison: 'refuse' };
    const acr = typeof dit.acr === 'string' ? dit.acr : '';
    if (!reglage.niveaux.includes(acr)) throw new NiveauInsuffisant();
    const amr = z.array(z.string()).catch([]).parse(dit.amr);
    // JSON or a signed JWT, as the provider chose: the library checks either, and that it speaks of the same sub
    const lues = affirmations.parse(await client.fetchUserInfo(lue, jetons.access_token, dit.sub));
    return { ok: true, affirmations: lues, acr, amr, idToken: jetons.id_token };
  } catch (erreur) {
    const raison = raisonDe(erreur);
    if (raison !== 'annule') noter(reglage, erreur);
    return { ok: false, raison };
  }
}

/** Where the person must go to leave the provider too; null when it has no such page, or does not answer. `marque` comes back, before a point. */
export async function adresseDeSortie(reglage: Reglage, idToken: string, retour: URL, marque: string): Promise<URL | null> {
  try {
    const lue = await configuration(reglage);
    if (!lue.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(lue, {
      id_token_hint: idToken,
      post_logout_redirect_uri: retour.href,
      state: `${marque}.${client.randomState()}`,
    });
  } catch (erreur) {
    noter(reglage, erreur);
    return null;
  }
}

class NiveauInsuffisant extends Error {
  readonly code = 'ACR';
}

function raisonDe(erreur: unknown): 'annule' | 'refuse' | 'panne' {
  if (erreur instanceof client.AuthorizationResponseError) {
    if (erreur.error === 'access_denied') return 'annule';
    return erreur.error === 'temporarily_unavailable' || erreur.error === 'server_error' ? 'panne' : 'refuse';
  }
  if (estUnePanne(erreur)) return 'panne';
  return 'refuse';
}

/** No answer in time, no connection, or an answer of the 500 family. */
function estUnePanne(erreur: unknown): boolean {
  for (let e = erreur; e instanceof Error; e = e.cause) {
    if (e.name === 'TimeoutError' || e.name === 'AbortError' || (e instanceof TypeError && /fetch failed/.test(e.message))) return true;
    if (e.cause instanceof Response && e.cause.status >= 500) return true;
  }
  return false;
}

function noter(reglage: Reglage, erreur: unknown): void {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : erreur instanceof Error ? erreur.name : 'inconnue';
  logger().warn({ fournisseur: reglage.emetteur.host, cause: code }, 'réponse OpenID refusée');
}
