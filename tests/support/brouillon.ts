// A draft of "enfant de Français" with its steps of questions done: whoever tests what comes after starts here.

import { encode } from 'next-auth/jwt';
import type { Usager } from '#domain/access/actors.ts';
import { porteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { keyFor } from '#platform/secret.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

export const AT = new Date('2026-11-20T10:00:00Z');

/** The lists of pieces of every procedure, published as the seed does. */
export async function publierListes(): Promise<void> {
  for (const procedure of PROCEDURES.map((versions) => versions.at(-1) ?? versions[0])) {
    await db().listePieces.createMany({
      data: procedure.listes.map((liste) => ({
        procedure: procedure.slug,
        version: liste.version,
        etat: 'publiee' as const,
        effetLe: new Date(`${liste.effetLe}T00:00:00Z`),
        source: liste.source,
        raison: liste.raison,
        pieces: JSON.parse(JSON.stringify(liste.pieces)),
      })),
      skipDuplicates: true,
    });
  }
}

export async function creerUsager(
  nom = 'marshall.testcollins',
): Promise<{ usager: Usager; acteur: Usager; portee: ReturnType<typeof porteeUsager> }> {
  const compteId = newId();
  const email = `${nom}.${compteId.slice(-6)}@example.org`;
  await db().compte.create({ data: { id: compteId, email, emailConfirmeLe: AT, creeLe: AT } });
  const usager: Usager = {
    sorte: 'usager',
    compteId,
    sessionId: newId(),
    email,
    nom: null,
    numeroEtranger: null,
    langue: 'fr',
    confies: [],
  };
  return { usager, acteur: usager, portee: porteeUsager(usager) };
}

/** Opens a session for the real clock and gives the value of its cookie. */
export async function ouvrirSessionDeTest(usager: Usager): Promise<string> {
  const maintenant = new Date();
  await db().session.create({
    data: {
      id: usager.sessionId,
      niveau: 'complete',
      compteId: usager.compteId,
      creeLe: maintenant,
      vueLe: maintenant,
      expireLe: new Date(maintenant.getTime() + 3_600_000),
    },
  });
  return encode({ token: { sid: usager.sessionId }, secret: keyFor('session').toString('base64'), salt: 'usager', maxAge: 3600 });
}

export async function creerBrouillon(usager: Usager, reponses: Record<string, unknown> = {}): Promise<string> {
  const procedure = procedureActuelle('enfant-de-francais');
  if (!procedure) throw new Error('enfant-de-francais');
  const id = newId();
  await db().dossier.create({
    data: {
      id,
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion: procedure.listes.at(-1)?.version ?? 1,
      compteId: usager.compteId,
      reponses: JSON.parse(JSON.stringify({ ...procedure.exemple.reponses, ...reponses })),
      etapesValidees: procedure.etapes.filter((e) => e.sorte === 'champs').map((e) => e.code),
      creeLe: AT,
      modifieLe: AT,
    },
  });
  return id;
}
