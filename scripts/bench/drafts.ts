// The people of the wizard scenarios: drafts with what is typed, drafts ready to be deposited, comptes that log in.
import { encode } from 'next-auth/jwt';
import type { Client } from 'pg';
import { hash } from '#adapters/password-hash/password-hash.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { keyFor } from '#platform/secret.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { givenPieces, idOf } from './population.ts';

export type Draft = { dossierId: string; compteId: string; cookie: string };

/** Ranks of the comptes of this file begin far above those of the population. */
const FIRST = 1_000_000;
export const PASSWORD = 'Mesure-2026-Portail!';
export const emailOf = (rank: number): string => `mesure${rank}@example.org`;

/** A complete session of a usager or of an agent, as the log-in would open it. */
export async function openSession(client: Client, porte: 'usager' | 'agent', holder: string, rank: number): Promise<string> {
  const sid = idOf('session', rank);
  const column = porte === 'usager' ? 'compte_id' : 'agent_id';
  await client.query(
    `insert into session (id, ${column}, niveau, cree_le, vue_le, expire_le) values ($1, $2, 'complete', now(), now(), now() + interval '2 hours')
     on conflict (id) do update set vue_le = now(), cree_le = now(), expire_le = excluded.expire_le`,
    [sid, holder],
  );
  const token = await encode({ token: { sid }, secret: keyFor('session').toString('base64'), salt: porte, maxAge: 7200 });
  return `portail-${porte}=${token}`;
}

/** `count` comptes with a draft of the worked example, from rank `first`. `ready`: every step validated and every piece given. */
export async function addDrafts(client: Client, first: number, count: number, ready: boolean): Promise<Draft[]> {
  const pieces = givenPieces(v1.exemple.reponses, new Date().toISOString().slice(0, 10));
  const [informations] = etapesAChamps(v1);
  if (!informations) throw new Error('la procédure mesurée n’a pas d’étape de questions');
  const drafts: Draft[] = [];
  await client.query('begin');
  for (let i = 0; i < count; i += 1) {
    const rank = FIRST + first + i;
    const [compteId, dossierId, email] = [idOf('compte', rank), idOf('dossier', rank), emailOf(rank)];
    const reponses = { ...v1.exemple.reponses, email };
    await client.query('insert into compte (id, email, email_confirme_le, consentement_le) values ($1, $2, now(), now())', [
      compteId,
      email,
    ]);
    await client.query(
      `insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, reponses, etapes_validees)
       values ($1, $2, $3, 2, 'brouillon', $4, $5, $6)`,
      [
        dossierId,
        v1.slug,
        v1.version,
        compteId,
        JSON.stringify(reponses),
        ready ? ['informations', 'motif', 'justificatifs'] : ['informations'],
      ],
    );
    await client.query('insert into saisie (dossier_id, etape, valeurs, version) values ($1, $2, $3, 1)', [
      dossierId,
      'informations',
      JSON.stringify(saisieInitiale(informations, reponses, email)),
    ]);
    if (ready) await givePieces(client, dossierId, rank, pieces);
    drafts.push({ dossierId, compteId, cookie: await openSession(client, 'usager', compteId, rank) });
  }
  await client.query('commit');
  return drafts;
}

async function givePieces(client: Client, dossierId: string, rank: number, pieces: ReturnType<typeof givenPieces>): Promise<void> {
  for (const [n, { code, variante, valeur, places }] of pieces.entries()) {
    const pieceId = idOf('piece', rank * 16 + n);
    await client.query('insert into piece (id, dossier_id, code, variante, valeur) values ($1, $2, $3, $4, $5)', [
      pieceId,
      dossierId,
      code,
      variante,
      valeur,
    ]);
    for (const [p, place] of places.entries()) {
      await client.query(
        `insert into fichier (id, piece_id, emplacement, nom, type, taille, sha256, cle, "analyse") values ($1, $2, $3, 'document.pdf', 'pdf', 240000, repeat('0', 64), $4, 'sain')`,
        [
          idOf('fichier', rank * 64 + n * 4 + p),
          pieceId,
          place,
          idOf('fichier', rank * 64 + n * 4 + p)
            .replaceAll('-', '')
            .padStart(40, 'a'),
        ],
      );
    }
  }
}

/** Comptes that know their password (one hash for all: it is the verification that costs). */
export async function addAccounts(client: Client, first: number, count: number): Promise<string[]> {
  const stored = await hash(PASSWORD);
  const ranks = Array.from({ length: count }, (_, i) => FIRST + first + i);
  for (const rank of ranks) {
    await client.query(
      'insert into compte (id, email, email_confirme_le, consentement_le, mot_de_passe) values ($1, $2, now(), now(), $3)',
      [idOf('compte', rank), emailOf(rank), stored],
    );
  }
  return ranks.map(emailOf);
}

/** What a browser sends for the step "informations" of the example: flat names, as the inputs bear them. */
export function typedFields(email: string): [string, string][] {
  const [informations] = etapesAChamps(v1);
  const nested = informations ? saisieInitiale(informations, { ...v1.exemple.reponses, email }, email) : {};
  return flatten('', nested);
}

function flatten(path: string, value: Brut): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, i) => flatten(`${path}.${i}`, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => flatten(path ? `${path}.${name}` : name, item));
}

/** What the autosave of the same step sends. */
export function typedJson(email: string): unknown {
  const [informations] = etapesAChamps(v1);
  return informations ? saisieInitiale(informations, { ...v1.exemple.reponses, email }, email) : {};
}
