// Passkeys (WebAuthn). The challenge is a secret of the portal, for one session, good once; origin and domain are those of PORTAIL_URL.
import 'server-only';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db, isUniqueViolation, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { consommerJeton, creerJeton } from '../../jetons/commands.ts';
import { ecrire } from '../courrier/commands.ts';
import { confirmes, identifiantDe, titulaire } from '../queries.ts';
import { reponseEnregistrement, reponsePreuve } from '../schema.ts';

const MINUTES_DEFI = 5;
/** EdDSA, ES256, RS256: what today's keys and telephones have. Named, because the library would try the experimental ones of Node. */
const ALGORITHMES = [-8, -7, -257];
type Usage = 'cle_enregistrement' | 'cle_preuve';

const portail = () => {
  const { origin, hostname } = new URL(env().PORTAIL_URL);
  return { expectedOrigin: origin, expectedRPID: hostname };
};

const lesCles = (portee: PorteeAcces) =>
  db().facteur.findMany({ where: { ...confirmes(portee), sorte: 'passkey' }, select: { credentialId: true, transports: true } });

const connues = (cles: Awaited<ReturnType<typeof lesCles>>) =>
  cles.flatMap(({ credentialId, transports }) => (credentialId ? [{ id: credentialId, transports }] : []));

async function defi(usage: Usage, portee: PorteeAcces, sessionId: string, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const secret = await creerJeton(db(), { sorte: usage, minutes: MINUTES_DEFI, ...titulaire(portee), contenu: { sessionId } }, at);
  return Uint8Array.from(Buffer.from(secret, 'base64url'));
}

/** What the browser signed, when it is a challenge given to this very session and never used. */
async function defiRendu(usage: Usage, portee: PorteeAcces, sessionId: string, clientDataJSON: string, at: Date): Promise<string | null> {
  const { challenge } = decodeClientDataJSON(clientDataJSON);
  const jeton = await consommerJeton(db(), usage, challenge, at);
  const pour = z.object({ sessionId: z.string() }).safeParse(jeton?.contenu);
  const aLui = portee.porte === 'usager' ? jeton?.compteId === portee.id : jeton?.agentId === portee.id;
  return aLui && pour.success && pour.data.sessionId === sessionId ? challenge : null;
}

/** JSON of what the browser sent; null when it is anything else. */
function lire<S extends z.ZodType>(schema: S, brut: string): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(brut));
  } catch {
    return null;
  }
}

/** The check of the library, which throws at whatever is wrong: origin, domain, signature, counter, missing verification of the person. */
async function verifie<T>(verification: Promise<T>): Promise<T | null> {
  try {
    return await verification;
  } catch {
    return null;
  }
}

/** Options of navigator.credentials.create, as JSON. */
export async function preparerCle(portee: PorteeAcces, sessionId: string, at: Date): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: env().PORTAIL_NOM,
    rpID: portail().expectedRPID,
    userName: await identifiantDe(portee),
    userID: Uint8Array.from(Buffer.from(`${portee.porte}:${portee.id}`)),
    challenge: await defi('cle_enregistrement', portee, sessionId, at),
    excludeCredentials: connues(await lesCles(portee)),
    supportedAlgorithmIDs: ALGORITHMES,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** Keeps a new key. Refuses `cle_refusee`, `facteur_deja_connu`. */
export async function enregistrerCle(
  portee: PorteeAcces,
  saisie: { cle: string; nom: string },
  sessionId: string,
  at: Date,
): Promise<Resultat<null>> {
  const response = lire(reponseEnregistrement, saisie.cle);
  const expectedChallenge = response && (await defiRendu('cle_enregistrement', portee, sessionId, response.response.clientDataJSON, at));
  if (!response || !expectedChallenge) return refuse('cle_refusee');
  const lue = await verifie(
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      ...portail(),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMES,
    }),
  );
  if (!lue?.verified) return refuse('cle_refusee');
  const { id, publicKey, counter, transports } = lue.registrationInfo.credential;
  try {
    return await transaction(async (tx) => {
      await tx.facteur.create({
        data: {
          id: newId(),
          ...titulaire(portee),
          sorte: 'passkey',
          nom: saisie.nom,
          credentialId: id,
          clePublique: Uint8Array.from(publicKey),
          compteur: counter,
          transports: [...(transports ?? [])],
          creeLe: at,
          confirmeLe: at,
          utiliseLe: at,
        },
      });
      await ecrire(tx, portee, { quoi: 'facteur_ajoute', nom: saisie.nom }, at);
      return ok(null);
    });
  } catch (erreur) {
    if (isUniqueViolation(erreur)) return refuse('facteur_deja_connu');
    throw erreur;
  }
}

/** Options of navigator.credentials.get, as JSON: one of the person's keys. */
export async function preparerPreuve(portee: PorteeAcces, sessionId: string, at: Date): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: portail().expectedRPID,
    allowCredentials: connues(await lesCles(portee)),
    challenge: await defi('cle_preuve', portee, sessionId, at),
    userVerification: 'required',
  });
  return JSON.stringify(options);
}

/** A key of this person has signed a challenge of this session. Its counter only goes up: a copy is noticed. Refuses `cle_refusee`. */
export async function prouverCle(portee: PorteeAcces, brut: string, sessionId: string, at: Date): Promise<Resultat<null>> {
  const response = lire(reponsePreuve, brut);
  const expectedChallenge = response && (await defiRendu('cle_preuve', portee, sessionId, response.response.clientDataJSON, at));
  if (!response || !expectedChallenge) return refuse('cle_refusee');
  const cle = await db().facteur.findFirst({
    where: { ...confirmes(portee), sorte: 'passkey', credentialId: response.id },
    select: { id: true, credentialId: true, clePublique: true, compteur: true },
  });
  if (!cle?.credentialId || !cle.clePublique) return refuse('cle_refusee');
  const credential = { id: cle.credentialId, publicKey: cle.clePublique, counter: Number(cle.compteur) };
  const lue = await verifie(
    verifyAuthenticationResponse({ response, expectedChallenge, ...portail(), credential, requireUserVerification: true }),
  );
  if (!lue?.verified) return refuse('cle_refusee');
  const { count } = await db().facteur.updateMany({
    where: { id: cle.id, compteur: cle.compteur },
    data: { compteur: lue.authenticationInfo.newCounter, utiliseLe: at },
  });
  return count === 1 ? ok(null) : refuse('cle_refusee');
}
