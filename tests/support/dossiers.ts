// Deposited dossiers to look at and to test the agents' side with: rows as the deposit leaves them, with real encrypted files.
import { storage } from '#adapters/storage/storage.ts';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeAgent } from '#domain/access/scope.ts';
import { prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { textesDe } from '#domain/procedure/champs.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { emplacements, piecesAttendues } from '#domain/procedure/pieces.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { bmp, jpg, pdf, png, tiff } from './fichiers.ts';

const enJson = (valeur: unknown) => JSON.parse(JSON.stringify(valeur));

/** What a deposit stands on: two prefectures and the lists of pieces, without the communes, which are slow to write. */
export async function socle(): Promise<void> {
  await db().prefecture.createMany({
    data: ['59', '69'].map((code) => ({
      code,
      nom: `Préfecture ${code}`,
      autorite: 'Le préfet',
      adresse: 'rue des Essais',
      tribunal: 'tribunal administratif',
    })),
  });
  await db().listePieces.createMany({
    data: PROCEDURES.flat().flatMap(({ slug, listes }) =>
      listes.map(({ version, effetLe, source, raison, pieces }) => ({
        procedure: slug,
        version,
        etat: 'publiee' as const,
        effetLe: new Date(`${effetLe}T00:00:00Z`),
        source,
        raison,
        pieces: enJson(pieces),
      })),
    ),
  });
}

/** An agent of a prefecture. */
export async function agentDe(prefecture: string, roles: RoleAgent[], nom = 'TESTAGENT'): Promise<{ agent: Agent; portee: PorteeAgent }> {
  const id = newId();
  await db().agent.create({
    data: { id, email: `${id}@example.org`, nom, prenom: 'Camille', qualite: 'Agent', roles, prefectureCode: prefecture },
  });
  // who signs has been given the signature: a test that wants it otherwise says so
  if (roles.includes('valideur'))
    await db().delegation.create({
      data: {
        id: newId(),
        agentId: id,
        sortes: ['favorable', 'refus', 'cloture', 'attestation'],
        reference: 'arrêté n° 2020-001 du 1er janvier 2020',
        debutLe: new Date('2020-01-01'),
        creePar: id,
      },
    });
  const agent: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: `Camille ${nom}`, roles, prefecture };
  const portee = porteeAgent(agent);
  if (!portee) throw new Error('un agent de préfecture a une portée');
  return { agent, portee };
}

/** A temporary compte, whose mail is confirmed. */
export async function compteTemporaire(email = `${newId()}@example.org`): Promise<{ id: string; email: string }> {
  return db().compte.create({
    data: { id: newId(), email, emailConfirmeLe: new Date('2026-01-01T08:00:00Z') },
    select: { id: true, email: true },
  });
}

export type OptionsDossier = {
  compteId?: string;
  prefecture?: string;
  procedure?: string;
  reponses?: Reponses;
  statut?: Statut;
  deposeLe?: Date;
  agentId?: string;
  /** false: no piece, when only rows count */
  pieces?: boolean;
  /** rank in the national sequence: numbers are unique */
  rang?: number;
};

export type DossierDeTest = { id: string; numero: string; compteId: string };

let prochainRang = 1;

type Format = 'pdf' | 'jpg' | 'png' | 'bmp' | 'tiff';
const FABRIQUES: Readonly<Record<Format, () => Buffer | Promise<Buffer>>> = {
  pdf: () => pdf(),
  jpg: () => jpg(640, 480),
  png: () => png(640, 480),
  bmp: () => bmp(320, 200),
  tiff: () => tiff(640, 480),
};
const ORDRE: readonly Format[] = ['pdf', 'jpg', 'png', 'tiff', 'bmp'];

/** A file of a piece, its bytes encrypted in the storage. */
export async function fichierPour(
  pieceId: string,
  emplacement: string,
  format: Format,
  at: Date,
  plus: { analyse?: 'sain' | 'en_attente' | 'infecte'; complementItemId?: string } = {},
): Promise<string> {
  const contenu = await FABRIQUES[format]();
  const { cle, taille, sha256 } = await storage().put(
    (async function* () {
      yield contenu;
    })(),
  );
  const id = newId();
  await db().fichier.create({
    data: {
      id,
      pieceId,
      emplacement,
      nom: `document-${emplacement}.${format}`,
      type: format,
      taille,
      sha256,
      cle,
      analyse: plus.analyse ?? 'sain',
      analyseur: 'essai',
      deposeLe: at,
      complementItemId: plus.complementItemId ?? null,
    },
  });
  return id;
}

/** One deposited dossier: the worked example of the procedure, with what `reponses` changes. */
export async function dossierDepose(options: OptionsDossier = {}): Promise<DossierDeTest> {
  const procedure = procedureActuelle(options.procedure ?? 'enfant-de-francais');
  const liste = procedure?.listes.at(-1);
  if (!procedure || !liste) throw new Error('procédure inconnue');
  const compteId = options.compteId ?? (await compteTemporaire()).id;
  const reponses: Reponses = { ...procedure.exemple.reponses, ...options.reponses };
  const deposeLe = options.deposeLe ?? new Date('2026-09-22T09:30:00Z');
  const prefecture = options.prefecture ?? '59';
  const jour = jourDe(deposeLe);
  const numero = numeroDeDemande(prefixeNumeroDemande(prefecture), jour, options.rang ?? prochainRang++);
  const id = newId();
  await db().dossier.create({
    data: {
      id,
      numero,
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion: liste.version,
      statut: options.statut ?? 'depose',
      compteId,
      prefectureCode: prefecture,
      agentId: options.agentId ?? null,
      reponses: enJson(reponses),
      etapesValidees: procedure.etapes.filter((e) => e.sorte === 'champs' || e.sorte === 'pieces').map((e) => e.code),
      observations: 'Je suis à votre disposition pour tout complément.',
      transcript: enJson(transcrire(procedure, reponses, jour)),
      demandeur: [reponses.nom_naissance, ...textesDe(reponses.prenoms)].join(' '),
      version: 6,
      deposeLe,
      creeLe: deposeLe,
      modifieLe: deposeLe,
    },
  });
  await db().evenement.create({
    data: { dossierId: id, type: 'depose', acteurSorte: 'usager', acteurId: compteId, faits: { numero, prefecture }, creeLe: deposeLe },
  });
  if (options.pieces === false) return { id, numero, compteId };
  let rang = 0;
  for (const { piece, exigence } of piecesAttendues(liste.pieces, { reponses, jour }, 'depot')) {
    if (exigence !== 'requise' || piece.mode.sorte === 'declaration') continue;
    const pieceId = newId();
    const variante = procedure.exemple.variantes[piece.code] ?? null;
    const valeur = piece.mode.sorte === 'code' ? 'A1B2C3D4E5F6G7H8J9K1L' : null;
    await db().piece.create({ data: { id: pieceId, dossierId: id, code: piece.code, variante, valeur } });
    for (const place of emplacements(piece, variante).filter((e) => e.requis))
      await fichierPour(pieceId, place.code, ORDRE[rang++ % ORDRE.length] ?? 'pdf', deposeLe);
  }
  return { id, numero, compteId };
}
