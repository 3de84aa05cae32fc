import 'server-only';
import type { Readable } from 'node:stream';
import { marqueDuPortail, rendrePdf } from '#adapters/pdf/pdf.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import type { PorteeAgent, PorteeDossiers } from '#domain/access/scope.ts';
import { type Format, formats, typesMime } from '#domain/piece/fichier.ts';
import type { PieceDonnee } from '#domain/procedure/pieces.ts';
import { lisibleParAgent, sienOuConfie } from '#features/dossier/queries.ts';
import type { Octets } from '#guard/octets.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { MODELES } from './catalogue.ts';
import type { PieceAffichee } from './schema.ts';

/** What the person gave so far for each piece of one dossier: current files only; an infected one is told, and not counted. */
export async function piecesDuDossier(portee: PorteeDossiers, dossierId: string): Promise<PieceAffichee[]> {
  if (!isId(dossierId)) return [];
  const lignes = await db().piece.findMany({
    where: { dossierId, dossier: sienOuConfie(portee, 'voir') },
    select: {
      code: true,
      variante: true,
      valeur: true,
      fichiers: {
        where: { remplaceLe: null, complementItemId: null },
        orderBy: { id: 'asc' },
        select: { id: true, emplacement: true, nom: true, taille: true, analyse: true },
      },
    },
  });
  return lignes.map(({ fichiers, ...piece }) => ({
    ...piece,
    fichiers: fichiers.map(({ analyse, ...fichier }) => ({ ...fichier, etat: analyse })),
  }));
}

/** The same as the domain counts them. */
export function donneesComptees(pieces: readonly PieceAffichee[]): PieceDonnee[] {
  return pieces.map(({ code, variante, valeur, fichiers }) => ({
    code,
    variante,
    valeur,
    emplacements: fichiers.filter((f) => f.etat !== 'infecte').map((f) => f.emplacement),
  }));
}

export type FichierLisible = { id: string; dossierId: string; piece: string; cle: string; nom: string; format: Format; taille: number };

/**
 * A file that this person may open: their own, or one of a dossier of their prefecture; never one that the antivirus has not
 * declared clean. Null: not theirs, not there, or not yet.
 */
export async function fichierLisible(portee: PorteeDossiers | PorteeAgent, fichierId: string): Promise<FichierLisible | null> {
  if (!isId(fichierId)) return null;
  const dossier = 'confies' in portee ? sienOuConfie(portee, 'voir') : lisibleParAgent(portee);
  const fichier = await db().fichier.findFirst({
    where: { id: fichierId, analyse: 'sain', piece: { dossier } },
    select: { id: true, cle: true, nom: true, type: true, taille: true, piece: { select: { code: true, dossierId: true } } },
  });
  const format = formats.find((f) => f === fichier?.type);
  if (!fichier || !format) return null;
  const { piece, id, cle, nom, taille } = fichier;
  return { id, dossierId: piece.dossierId, piece: piece.code, cle, nom, format, taille };
}

export type FichierOuvert = { fichier: FichierLisible; contenu: Readable; octets: Octets };

/** The content of such a file with what its answer says of it; an agent's route logs the reading. A TIFF is saved: no browser shows it. */
export async function ouvrirFichier(portee: PorteeDossiers | PorteeAgent, fichierId: string): Promise<FichierOuvert | null> {
  const fichier = await fichierLisible(portee, fichierId);
  if (!fichier) return null;
  const { cle, format, nom, taille } = fichier;
  try {
    const contenu = await storage().get(cle);
    return {
      fichier,
      contenu,
      octets: { type: typesMime[format], nom, taille, affichage: format === 'tiff' ? 'a_enregistrer' : 'dans_la_page' },
    };
  } catch (erreur) {
    if (erreur instanceof FileMissing) return null;
    throw erreur;
  }
}

/** A model to download, as a PDF; null when there is none of that name. */
export async function rendreModele(nom: string): Promise<{ contenu: Uint8Array<ArrayBuffer>; octets: Octets } | null> {
  const modele = MODELES.get(nom);
  if (!modele) return null;
  const { fichier, ...document } = modele;
  const contenu = new Uint8Array(await rendrePdf({ ...document, marque: marqueDuPortail() }));
  return { contenu, octets: { type: 'application/pdf', nom: fichier, taille: contenu.length, affichage: 'dans_la_page' } };
}
