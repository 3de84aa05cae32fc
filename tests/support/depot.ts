// What the tests of the télé-procédure stand on: the lists, four prefectures, a person with a draft ready to deposit, and a picture
// of everything that a command may write.
import { jourDe } from '#domain/jour.ts';
import { emplacements, piecesAttendues } from '#domain/procedure/pieces.ts';
import type { Resultat } from '#domain/result.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { AT, creerBrouillon, creerUsager, publierListes } from './brouillon.ts';
import { sql } from './database.ts';

export const PREFECTURES = ['59', '69', '2A', '973'];

export async function socleDuDepot(): Promise<void> {
  await publierListes();
  await db().prefecture.createMany({
    data: PREFECTURES.map((code) => ({
      code,
      nom: `Préfecture ${code}`,
      autorite: 'Le préfet',
      adresse: 'rue des Essais',
      tribunal: 'TA',
    })),
  });
}

export type Personne = Awaited<ReturnType<typeof creerUsager>> & { at: Date };

export async function personne(nom?: string, at: Date = AT): Promise<Personne> {
  return { ...(await creerUsager(nom)), at };
}

/** Begins a request for oneself. */
export function commencerPour({ usager, at }: Pick<Personne, 'usager' | 'at'>, slug: string): Promise<Resultat<string>> {
  return commencer(usager, { compteId: usager.compteId, representation: null }, slug, at);
}

type Choix = {
  /** codes of pieces left out */
  sauf?: readonly string[];
  /** emplacements left out, by code of piece */
  sansPlace?: Readonly<Record<string, string>>;
  variantes?: Readonly<Record<string, string>>;
  /** files of each emplacement */
  nombre?: number;
  at?: Date;
};

/** Gives the obligatory pieces of a draft, as rows; nothing is put in the storage. Number of files written. */
export async function donnerPieces(
  dossierId: string,
  { sauf = [], sansPlace = {}, variantes, nombre = 1, at = AT }: Choix = {},
): Promise<number> {
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } });
  const procedure = procedureDe(dossier.procedure, dossier.procedureVersion);
  if (!procedure) throw new Error(dossier.procedure);
  const jour = jourDe(at);
  const { pieces } = await listeDuJour(db(), procedure.slug, jour);
  const reponses = JSON.parse(JSON.stringify(dossier.reponses));
  const choisies = variantes ?? procedure.exemple.variantes;
  let fichiers = 0;
  for (const { piece, exigence } of piecesAttendues(pieces, { reponses, jour }, 'depot')) {
    if (exigence !== 'requise' || sauf.includes(piece.code)) continue;
    const id = newId();
    const variante = choisies[piece.code] ?? null;
    await db().piece.create({
      data: { id, dossierId, code: piece.code, variante, valeur: piece.mode.sorte === 'code' ? 'A1B2C3D4E5F6G7H8J9K1L' : null },
    });
    const places = emplacements(piece, variante).filter((p) => p.requis && sansPlace[piece.code] !== p.code);
    for (const place of places)
      for (let rang = 0; rang < nombre; rang++) {
        await fichier(id, place.code);
        fichiers++;
      }
  }
  return fichiers;
}

export async function fichier(
  pieceId: string,
  emplacement = 'document',
  analyse: 'sain' | 'en_attente' | 'infecte' = 'sain',
): Promise<string> {
  const cle = newId();
  await db().fichier.create({
    data: {
      id: newId(),
      pieceId,
      emplacement,
      nom: 'document.pdf',
      type: 'pdf',
      taille: 1000,
      sha256: '0'.repeat(64),
      cle,
      analyse,
      deposeLe: AT,
    },
  });
  return cle;
}

/** A draft with every obligatory piece given and every etape validated. */
export async function brouillonComplet(
  { usager }: Pick<Personne, 'usager'>,
  reponses: Record<string, unknown> = {},
  pieces: Choix = {},
): Promise<string> {
  const id = await creerBrouillon(usager, reponses);
  await donnerPieces(id, pieces);
  await db().dossier.update({ where: { id }, data: { etapesValidees: ['informations', 'motif', 'justificatifs'] } });
  return id;
}

export const adresseA = (codePostal: string, codeInsee: string, ville = 'Ville') => ({
  adresse: { numero: '1', voie: 'rue des Essais', complement: '', codePostal, ville, pays: 'France', codeInsee },
});

const TABLES = ['dossier', 'saisie', 'piece', 'fichier', 'fichier_orphelin', 'evenement', 'compte', 'courriel'];

/** Every row that a command of the télé-procédure may touch, and the jobs. */
export async function photographie(): Promise<Record<string, unknown[]>> {
  const photo: Record<string, unknown[]> = {};
  for (const table of TABLES)
    photo[table] = (await sql<{ t: unknown }>(`select to_jsonb(t) as t from ${table} t order by 1`)).map((l) => l.t);
  photo.job = await travaux();
  return photo;
}

/** The last number given in each year. */
export const suites = (): Promise<{ suite: string; dernier: number }[]> =>
  sql(`select sequencename as suite, last_value::int as dernier from pg_sequences where sequencename like 'demande%' order by 1`);

export async function travaux(): Promise<{ name: string; data: Record<string, string> }[]> {
  return sql(`select name, data from file.job order by created_on, id`);
}

/** Inserts a list published from a day, as an administrator would. */
export async function publierListe(procedure: string, version: number, effetLe: string, ajout: string): Promise<void> {
  await sql(
    `insert into liste_pieces (procedure, version, etat, effet_le, source, raison, pieces)
     select procedure, $2, 'publiee', $3::date, 'essai', 'Ajout', pieces || $4::jsonb from liste_pieces
     where procedure = $1 order by version desc limit 1`,
    [
      procedure,
      version,
      effetLe,
      JSON.stringify([
        {
          code: 'piece_ajoutee',
          libelle: ajout,
          groupe: 'Nouveau',
          requis: true,
          moment: 'depot',
          mode: { sorte: 'unique', document: ajout },
          source: 'essai',
          certitude: 'X',
        },
      ]),
    ],
  );
}
