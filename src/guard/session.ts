// Who is calling. The cookie holds only an encrypted session identifier (next-auth's token); the row decides, at each request.
// Usagers and agents have different cookies: one browser may hold both, neither opens the other's doors.
import 'server-only';
import { cookies, headers } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { type Agent, ROLES_AGENT, type Usager } from '#domain/access/actors.ts';
import { DROITS } from '#domain/access/mandat.ts';
import { type PorteeSession, porteeSession } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import { now } from '#platform/clock.ts';
import { db, driver, type Sql } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { isId, newId } from '#platform/ids.ts';
import { keyFor } from '#platform/secret.ts';
import { lireNiveau, type Niveau, type NiveauDe, type Porte } from './niveaux.ts';

/** How one came in; kept in the session row. */
export const MOYENS = ['mot_de_passe', 'lien', 'franceconnect', 'proconnect'] as const;
export type Moyen = (typeof MOYENS)[number];
const lireMoyen = (brut: string): Moyen => MOYENS.find((m) => m === brut) ?? 'mot_de_passe';

const MINUTE = 60_000;
type Vie = { repos: number; totale: number };
/** Idle and absolute life of a session, in milliseconds. An agent's screen is in an office: it closes sooner. */
const VIE: Readonly<Record<Porte, Vie>> = {
  usager: { repos: 120 * MINUTE, totale: 12 * 60 * MINUTE },
  agent: { repos: 30 * MINUTE, totale: 10 * 60 * MINUTE },
};
/** Between the password and the second factor: the time to find a telephone. It is not prolonged. */
const VIE_INCOMPLETE: Vie = { repos: 15 * MINUTE, totale: 15 * MINUTE };

const vieDe = (porte: Porte, niveau: Niveau): Vie => (niveau === 'facteur' || niveau === 'enrolement' ? VIE_INCOMPLETE : VIE[porte]);

/** Minutes without a gesture after which an agent's session closes, told on the log-in page. */
export const MINUTES_REPOS_AGENT = VIE.agent.repos / MINUTE;
/** The row is touched at most this often: reading a page stays a read. */
const TOUCHER_APRES = 5 * MINUTE;

const estHttps = () => env().PORTAIL_URL.startsWith('https:');
const nomCookie = (porte: Porte) => `${estHttps() ? '__Host-' : ''}portail-${porte}`;
const secret = () => keyFor('session').toString('base64');

/** Tokens opened by this process: deriving the key and decrypting cost as much as a query. The row still decides at each request. */
const ouverts = new Map<string, string>();
const OUVERTS_MAXIMUM = 10_000;

async function sidDuCookie(porte: Porte): Promise<string | null> {
  const token = (await cookies()).get(nomCookie(porte))?.value;
  if (!token) return null;
  const connu = ouverts.get(`${porte}:${token}`);
  if (connu) return connu;
  const contenu = await decode({ token, secret: secret(), salt: porte }).catch(() => null);
  const sid = contenu?.sid;
  if (typeof sid !== 'string' || !isId(sid)) return null;
  if (ouverts.size >= OUVERTS_MAXIMUM) ouverts.clear();
  ouverts.set(`${porte}:${token}`, sid);
  return sid;
}

type LigneSession = { niveau: string; vue_le: Date; cree_le: Date; facteur_le: Date | null };

type LigneUsager = LigneSession & {
  compte_id: string;
  email: string;
  numero_etranger: string | null;
  langue: string;
  nom_naissance: string | null;
  nom_usage: string | null;
  prenoms: string[] | null;
  confies: { dossierId: string; droits: string[]; mandatId: string }[] | null;
};

export type SessionUsager = { usager: Usager; niveau: NiveauDe<'usager'>; facteurLe: Date | null };

/** The usager of this request, or null. One query, once per request. */
export const sessionUsager = cache(async (): Promise<SessionUsager | null> => {
  const sid = await sidDuCookie('usager');
  return sid ? lireSessionUsager(driver(), sid, now()) : null;
});

/**
 * The same, with a read that leaves with it, in one write. That read is bounded by the session itself; who uses what it gave still
 * judges it by the scope of the usager.
 */
export async function sessionUsagerAvec<T>(
  avance: (base: Sql, portee: PorteeSession) => Promise<T>,
): Promise<{ session: SessionUsager | null; lu: T | null }> {
  const sid = await sidDuCookie('usager');
  if (!sid) return { session: null, lu: null };
  const at = now();
  const base = driver();
  const [session, lu] = await Promise.all([lireSessionUsager(base, sid, at), avance(base, porteeSession(sid, at))]);
  return { session, lu: session && lu };
}

async function lireSessionUsager(base: Sql, sid: string, at: Date): Promise<SessionUsager | null> {
  const [ligne] = await base.$queryRaw<LigneUsager[]>`
    SELECT s.niveau::text, s.vue_le, s.cree_le, s.facteur_le, c.id AS compte_id, c.email, c.numero_etranger, c.langue, p.nom_naissance, p.nom_usage, p.prenoms,
      (SELECT json_agg(json_build_object('dossierId', m.dossier_id, 'droits', m.droits, 'mandatId', m.id)) FROM mandat m
        WHERE m.mandataire_id = c.id AND m.mandataire_le IS NOT NULL AND m.revoque_le IS NULL AND m.fin_le >= ${jourDe(at)}::date) AS confies
    FROM session s JOIN compte c ON c.id = s.compte_id LEFT JOIN personne p ON p.id = c.personne_id
    WHERE s.id = ${sid}::uuid AND s.revoquee_le IS NULL AND s.expire_le > ${at}`;
  const niveau = ligne && lireNiveau('usager', ligne.niveau);
  if (!niveau) return null;
  await toucher('usager', niveau, sid, ligne, at);
  const nom = ligne.nom_naissance ? [ligne.nom_usage ?? ligne.nom_naissance, ligne.prenoms?.[0]].filter(Boolean).join(' ') : null;
  return {
    niveau,
    facteurLe: ligne.facteur_le,
    usager: {
      sorte: 'usager',
      compteId: ligne.compte_id,
      sessionId: sid,
      email: ligne.email,
      nom,
      numeroEtranger: ligne.numero_etranger,
      langue: ligne.langue,
      confies: (ligne.confies ?? []).map((c) => ({
        ...c,
        droits: DROITS.filter((d) => c.droits.includes(d)),
        par: { sorte: 'usager', id: ligne.compte_id },
      })),
    },
  };
}

type LigneAgent = LigneSession & {
  agent_id: string;
  nom: string;
  prenom: string;
  roles: string[];
  prefecture_code: string | null;
};

export type SessionAgent = { agent: Agent; niveau: NiveauDe<'agent'>; facteurLe: Date | null };

/** The agent of this request, or null. One query, once per request. */
export const sessionAgent = cache(async (): Promise<SessionAgent | null> => {
  const sid = await sidDuCookie('agent');
  if (!sid) return null;
  const at = now();
  const [ligne] = await driver().$queryRaw<LigneAgent[]>`
    SELECT s.niveau::text, s.vue_le, s.cree_le, s.facteur_le, a.id AS agent_id, a.nom, a.prenom, a.roles::text[] AS roles, a.prefecture_code
    FROM session s JOIN agent a ON a.id = s.agent_id AND a.actif
    WHERE s.id = ${sid}::uuid AND s.revoquee_le IS NULL AND s.expire_le > ${at}`;
  const niveau = ligne && lireNiveau('agent', ligne.niveau);
  if (!niveau) return null;
  await toucher('agent', niveau, sid, ligne, at);
  return {
    niveau,
    facteurLe: ligne.facteur_le,
    agent: {
      sorte: 'agent',
      agentId: ligne.agent_id,
      sessionId: sid,
      nom: `${ligne.prenom} ${ligne.nom}`,
      roles: ROLES_AGENT.filter((r) => ligne.roles.includes(r)),
      prefecture: ligne.prefecture_code,
    },
  };
});

/** A session whoever opened it: what concerns the ways in is the same for a usager and an agent. */
export type SessionAcces = { porte: Porte; acteur: Usager | Agent; niveau: Niveau; facteurLe: Date | null };

export async function sessionDe(porte: Porte): Promise<SessionAcces | null> {
  if (porte === 'usager') {
    const session = await sessionUsager();
    return session && { porte, acteur: session.usager, niveau: session.niveau, facteurLe: session.facteurLe };
  }
  const session = await sessionAgent();
  return session && { porte, acteur: session.agent, niveau: session.niveau, facteurLe: session.facteurLe };
}

/** The browser still holds the cookie of a session that is over: closed by rest, or from elsewhere. A log-out leaves none. */
export async function avaitUneSession(porte: Porte): Promise<boolean> {
  return (await sidDuCookie(porte)) !== null;
}

async function toucher(porte: Porte, niveau: Niveau, sid: string, ligne: LigneSession, at: Date): Promise<void> {
  if (at.getTime() - ligne.vue_le.getTime() < TOUCHER_APRES) return;
  const vie = vieDe(porte, niveau);
  const fin = Math.min(at.getTime() + vie.repos, ligne.cree_le.getTime() + vie.totale);
  await db().session.updateMany({ where: { id: sid, revoqueeLe: null }, data: { vueLe: at, expireLe: new Date(fin) } });
}

export type Ouverture = {
  moyen?: Moyen;
  /** a second factor has just been proven */
  facteurLe?: Date;
  /** sealed id_token of the OpenID provider, for the log-out there */
  jetonExterne?: Uint8Array<ArrayBuffer>;
};

/**
 * Opens a session: a new row and a new cookie, whatever was there before (no fixation). Server actions only. The moment of the
 * log-in is the one of the row: a session that becomes complete is another row. Value: its identifier.
 */
export async function ouvrirSession<P extends Porte>(
  porte: P,
  titulaire: string,
  niveau: NiveauDe<P>,
  at: Date,
  ouverture: Ouverture = {},
): Promise<string> {
  const id = newId();
  const vie = vieDe(porte, niveau);
  const expireLe = new Date(at.getTime() + vie.repos);
  const qui = porte === 'usager' ? { compteId: titulaire } : { agentId: titulaire };
  await db().session.create({
    data: { id, niveau, creeLe: at, vueLe: at, expireLe, appareil: await appareil(), ...qui, ...ouverture },
  });
  const maxAge = VIE[porte].totale / 1000;
  const token = await encode({ token: { sid: id }, secret: secret(), salt: porte, maxAge });
  (await cookies()).set(nomCookie(porte), token, { httpOnly: true, sameSite: 'lax', secure: estHttps(), path: '/', maxAge });
  return id;
}

/** The session that waited for a second factor gives its place to a complete one: another row, another cookie. Value: its identifier, if it was opened. Server actions only. */
export async function completerSession(porte: Porte, sessionId: string, at: Date): Promise<string | null> {
  const avant = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { compteId: true, agentId: true, moyen: true, jetonExterne: true },
  });
  const { count } = await db().session.updateMany({ where: { id: sessionId, revoqueeLe: null }, data: { revoqueeLe: at } });
  const titulaire = porte === 'usager' ? avant.compteId : avant.agentId;
  // two answers at the same instant, or a session ended from elsewhere meanwhile: one complete session at most
  if (count === 0 || !titulaire) return null;
  return ouvrirSession(porte, titulaire, 'complete', at, {
    moyen: lireMoyen(avant.moyen),
    facteurLe: at,
    jetonExterne: avant.jetonExterne ?? undefined,
  });
}

/** What the browser says that it is, cut short: enough to recognise one's own telephone. */
export async function appareil(): Promise<string | null> {
  return (await headers()).get('user-agent')?.slice(0, 200) ?? null;
}

/** A second factor has been proven in this session. */
export async function noterFacteur(sessionId: string, at: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revoqueeLe: null }, data: { facteurLe: at } });
}

/**
 * Ends the session of this request: the row is revoked, so a copy of the cookie is worth nothing. Value: what leaves the OpenID provider
 * by which the person came, if any.
 */
export async function fermerSession(porte: Porte, at: Date): Promise<Uint8Array<ArrayBuffer> | null> {
  const sid = await sidDuCookie(porte);
  const fermees = sid
    ? await db().$queryRaw<{ jeton_externe: Uint8Array<ArrayBuffer> | null }[]>`
        UPDATE session SET revoquee_le = ${at} WHERE id = ${sid}::uuid AND revoquee_le IS NULL RETURNING jeton_externe`
    : [];
  (await cookies()).delete(nomCookie(porte));
  return fermees[0]?.jeton_externe ?? null;
}
