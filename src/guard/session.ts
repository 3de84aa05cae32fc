// Who is calling. The cookie holds only an encrypted session identifier (next-auth's token); the row decides, at each request.
// Usagers and agents have different cookies: one browser may hold both, neither opens the other's doors.
import 'server-only';
import { cookies, headers } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { type Agent, ROLES_AGENT, type Usager } from '#domain/access/actors.ts';
import { DROITS } from '#domain/access/mandat.ts';
import { jourDe } from '#domain/jour.ts';
import { now } from '#platform/clock.ts';
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { isId, newId } from '#platform/ids.ts';
import { keyFor } from '#platform/secret.ts';

export type Porte = 'usager' | 'agent';
export type Niveau = 'complete' | 'reinitialisation';
/** How one came in; kept in the session row. */
export type Moyen = 'mot_de_passe' | 'lien' | 'franceconnect' | 'proconnect';

const MINUTE = 60_000;
/** Idle and absolute life of a session, in milliseconds. An agent's screen is in an office: it closes sooner. */
const VIE: Readonly<Record<Porte, { repos: number; totale: number }>> = {
  usager: { repos: 120 * MINUTE, totale: 12 * 60 * MINUTE },
  agent: { repos: 60 * MINUTE, totale: 10 * 60 * MINUTE },
};
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

type LigneUsager = {
  niveau: Niveau;
  vue_le: Date;
  cree_le: Date;
  compte_id: string;
  email: string;
  numero_etranger: string | null;
  langue: string;
  nom_naissance: string | null;
  nom_usage: string | null;
  prenoms: string[] | null;
  confies: { dossierId: string; droits: string[]; mandatId: string }[] | null;
};

export type SessionUsager = { usager: Usager; niveau: Niveau };

/** The usager of this request, or null. One query, once per request. */
export const sessionUsager = cache(async (): Promise<SessionUsager | null> => {
  const sid = await sidDuCookie('usager');
  if (!sid) return null;
  const at = now();
  const [ligne] = await db().$queryRaw<LigneUsager[]>`
    SELECT s.niveau, s.vue_le, s.cree_le, c.id AS compte_id, c.email, c.numero_etranger, c.langue, p.nom_naissance, p.nom_usage, p.prenoms,
      (SELECT json_agg(json_build_object('dossierId', m.dossier_id, 'droits', m.droits, 'mandatId', m.id)) FROM mandat m
        WHERE m.mandataire_id = c.id AND m.mandataire_le IS NOT NULL AND m.revoque_le IS NULL AND m.fin_le >= ${jourDe(at)}::date) AS confies
    FROM session s JOIN compte c ON c.id = s.compte_id LEFT JOIN personne p ON p.id = c.personne_id
    WHERE s.id = ${sid}::uuid AND s.revoquee_le IS NULL AND s.expire_le > ${at}`;
  if (!ligne) return null;
  await toucher('usager', sid, ligne, at);
  const nom = ligne.nom_naissance ? [ligne.nom_usage ?? ligne.nom_naissance, ligne.prenoms?.[0]].filter(Boolean).join(' ') : null;
  return {
    niveau: ligne.niveau,
    usager: {
      sorte: 'usager',
      compteId: ligne.compte_id,
      sessionId: sid,
      email: ligne.email,
      nom,
      numeroEtranger: ligne.numero_etranger,
      langue: ligne.langue,
      confies: (ligne.confies ?? []).map((c) => ({ ...c, droits: DROITS.filter((d) => c.droits.includes(d)) })),
    },
  };
});

type LigneAgent = {
  niveau: Niveau;
  vue_le: Date;
  cree_le: Date;
  agent_id: string;
  nom: string;
  prenom: string;
  roles: string[];
  prefecture_code: string | null;
};

/** The agent of this request, or null. One query, once per request. */
export const sessionAgent = cache(async (): Promise<Agent | null> => {
  const sid = await sidDuCookie('agent');
  if (!sid) return null;
  const at = now();
  const [ligne] = await db().$queryRaw<LigneAgent[]>`
    SELECT s.niveau, s.vue_le, s.cree_le, a.id AS agent_id, a.nom, a.prenom, a.roles::text[] AS roles, a.prefecture_code
    FROM session s JOIN agent a ON a.id = s.agent_id AND a.actif
    WHERE s.id = ${sid}::uuid AND s.revoquee_le IS NULL AND s.expire_le > ${at}`;
  if (!ligne) return null;
  await toucher('agent', sid, ligne, at);
  return {
    sorte: 'agent',
    agentId: ligne.agent_id,
    sessionId: sid,
    nom: `${ligne.prenom} ${ligne.nom}`,
    roles: ROLES_AGENT.filter((r) => ligne.roles.includes(r)),
    prefecture: ligne.prefecture_code,
  };
});

async function toucher(porte: Porte, sid: string, ligne: { vue_le: Date; cree_le: Date }, at: Date): Promise<void> {
  if (at.getTime() - ligne.vue_le.getTime() < TOUCHER_APRES) return;
  const fin = Math.min(at.getTime() + VIE[porte].repos, ligne.cree_le.getTime() + VIE[porte].totale);
  await db().session.updateMany({ where: { id: sid, revoqueeLe: null }, data: { vueLe: at, expireLe: new Date(fin) } });
}

/** Opens a session: a new row and a new cookie, whatever was there before (no fixation). Server actions only. */
export async function ouvrirSession(
  porte: Porte,
  titulaire: string,
  niveau: Niveau,
  at: Date,
  moyen: Moyen = 'mot_de_passe',
): Promise<void> {
  const id = newId();
  const expireLe = new Date(at.getTime() + VIE[porte].repos);
  const appareil = (await headers()).get('user-agent')?.slice(0, 200) ?? null;
  const qui = porte === 'usager' ? { compteId: titulaire } : { agentId: titulaire };
  await db().session.create({ data: { id, niveau, moyen, creeLe: at, vueLe: at, expireLe, appareil, ...qui } });
  const token = await encode({ token: { sid: id }, secret: secret(), salt: porte, maxAge: VIE[porte].totale / 1000 });
  (await cookies()).set(nomCookie(porte), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: estHttps(),
    path: '/',
    maxAge: VIE[porte].totale / 1000,
  });
}

/** Ends the session of this request: the row is revoked, so a copy of the cookie is worth nothing. */
export async function fermerSession(porte: Porte, at: Date): Promise<void> {
  const sid = await sidDuCookie(porte);
  if (sid) await db().session.updateMany({ where: { id: sid, revoqueeLe: null }, data: { revoqueeLe: at } });
  (await cookies()).delete(nomCookie(porte));
}
