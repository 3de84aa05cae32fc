import 'server-only';
import { type OptionsReception, recevoir } from '#adapters/fichier/fichier.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { refusAvantLecture, refusDuConstat, TAILLE_MAXIMALE } from '#domain/piece/fichier.ts';
import { FICHIERS_PAR_EMPLACEMENT } from '#domain/procedure/pieces.ts';
import type { Resultat } from '#domain/result.ts';
import { db } from '#platform/db.ts';
import { oublierReservation, reserver } from '../analyse/commands.ts';
import { joindreFichier } from '../commands.ts';
import { complementOuvert, joindreFichierAuComplement } from '../complement/commands.ts';
import type { FichierAffiche, RefusTeleversement } from '../schema.ts';
import { emplacementOuvert } from './queries.ts';

/** What one request may hold, in bytes and in number. */
export const LIMITES = { fileSize: TAILLE_MAXIMALE, files: FICHIERS_PAR_EMPLACEMENT } as const;

/** Where the files of a request go. */
export type Cible = {
  portee: PorteeDossiers;
  dossierId: string;
  piece: string;
  emplacement: string;
  complementItemId: string | null;
  at: Date;
};

export type Envoi = { nom: string; contenu: AsyncIterable<Uint8Array> };

export type Televersement = { ok: true; valeur: FichierAffiche } | { ok: false; refus: RefusTeleversement };

/** May files be put there? Asked before anything is read. */
export function cibleOuverte({ portee, dossierId, piece, emplacement, complementItemId, at }: Cible): Promise<Resultat<null>> {
  return complementItemId
    ? complementOuvert(portee, complementItemId, piece)
    : emplacementOuvert(portee, dossierId, piece, emplacement, at);
}

/**
 * Takes in one file while it arrives: size, type, reading, antivirus, then its row. Nothing is left behind by a refusal or a
 * cut; what a dead process leaves was noted first, and goes a day later. The number of files is counted at the end only, so that a retry of the third is not taken for a fourth. Throws on a fault
 * of the storage or of the database, and when the sending is cut.
 */
export async function televerser(
  cible: Cible,
  { nom, contenu }: Envoi,
  options: Omit<OptionsReception, 'limite' | 'cle'> = {},
): Promise<Televersement> {
  const refus = refusAvantLecture({ nom, dejaJoints: 0 });
  if (refus) return { ok: false, refus };
  const cle = await reserver();
  const reception = await recevoir(contenu, { ...options, cle, limite: TAILLE_MAXIMALE });
  if (!reception.ok) {
    await oublierReservation(db(), cle);
    return { ok: false, refus: refusDuConstat(reception.constat, nom) };
  }
  const fichier = { ...reception.fichier, nom };
  const { portee, dossierId, piece, emplacement, complementItemId, at } = cible;
  return complementItemId
    ? joindreFichierAuComplement({ portee, complementItemId, emplacement, fichier, at })
    : joindreFichier({ portee, dossierId, piece, emplacement, fichier, at });
}
