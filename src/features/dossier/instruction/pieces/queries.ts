// The pieces of a dossier as an agent reads them: current files, former versions, the verdict. A value of the one query of the dossier.
import 'server-only';
import type { Readable } from 'node:stream';
import { apercuPng } from '#adapters/fichier/apercu.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import type { PorteeLecture } from '#domain/access/scope.ts';
import type { MotifPiece } from '#domain/dossier/complement.ts';
import { type Format, typesMime } from '#domain/piece/fichier.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { emplacements } from '#domain/procedure/pieces.ts';
import type { Octets } from '#guard/octets.ts';
import { db, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lisible } from '../../queries.ts';

export type FichierLu = {
  id: string;
  emplacement: string;
  nom: string;
  type: Format;
  taille: number;
  /** only 'sain' may be opened */
  analyse: 'en_attente' | 'sain' | 'infecte';
  deposeLe: Date;
  remplaceLe: Date | null;
  /** given as an answer to a complement */
  estReponse: boolean;
  /** number of the request from which the person took it over */
  reprisDe: string | null;
};

export type PieceLue = {
  code: string;
  libelle: string;
  groupe: string;
  /** which case the person chose, in words */
  variante: string | null;
  /** confirmed code (ephoto) */
  valeur: string | null;
  verdict: 'conforme' | 'non_conforme' | null;
  motif: MotifPiece | null;
  observation: string | null;
  verifieeLe: Date | null;
  verifieePar: string | null;
  emplacements: readonly { code: string; libelle: string | null; fichiers: readonly FichierLu[] }[];
  anciens: readonly FichierLu[];
  /** the antivirus threw a file away, and nothing healthy is in its place */
  aRefournir: boolean;
};

type LigneFichier = Omit<FichierLu, 'deposeLe' | 'remplaceLe'> & { deposeLe: string; remplaceLe: string | null };
/** As Postgres writes it in JSON. */
export type LignePiece = Pick<PieceLue, 'code' | 'valeur' | 'verdict' | 'motif' | 'observation'> & {
  variante: string | null;
  verifieeLe: string | null;
  verifieePar: string | null;
  fichiers: LigneFichier[] | null;
};

/** SQL value: the pieces of `d`, a dossier. Files joined to an answer that is not sent yet are the person's own business. */
export const PIECES_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT p.code, p.variante, p.valeur, p.verdict, p.motif, p.observation, p.verifiee_le AS "verifieeLe", a.prenom || ' ' || a.nom AS "verifieePar",
    (SELECT json_agg(json_build_object('id', f.id, 'emplacement', f.emplacement, 'nom', f.nom, 'type', f.type, 'taille', f.taille,
        'analyse', f.analyse, 'deposeLe', f.depose_le, 'remplaceLe', f.remplace_le, 'estReponse', f.complement_item_id IS NOT NULL, 'reprisDe', f.repris_de) ORDER BY f.depose_le, f.id)
      FROM fichier f LEFT JOIN complement_item i ON i.id = f.complement_item_id LEFT JOIN complement m ON m.id = i.complement_id
      WHERE f.piece_id = p.id AND (f.complement_item_id IS NULL OR m.repondu_le IS NOT NULL)) AS fichiers
  FROM piece p LEFT JOIN agent a ON a.id = p.verifiee_par WHERE p.dossier_id = d.id) x)`;

/** In the order of the list. */
export function piecesLues(lignes: readonly LignePiece[], liste: readonly PieceDemandee[]): PieceLue[] {
  const rang = new Map(liste.map((p, i) => [p.code, i]));
  return lignes
    .toSorted((a, b) => (rang.get(a.code) ?? 999) - (rang.get(b.code) ?? 999))
    .map((ligne) => enPiece(ligne, liste[rang.get(ligne.code) ?? -1]));
}

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

function enPiece(ligne: LignePiece, piece: PieceDemandee | undefined): PieceLue {
  const fichiers = (ligne.fichiers ?? []).map((f) => ({ ...f, deposeLe: new Date(f.deposeLe), remplaceLe: enDate(f.remplaceLe) }));
  const actuels = fichiers.filter((f) => f.remplaceLe === null);
  const places: { code: string; libelle?: string }[] = piece ? emplacements(piece, ligne.variante) : [];
  // a file may lie in a place of a variant chosen before, or of a letter of explanation: it is shown all the same
  const autres = [...new Set(actuels.map((f) => f.emplacement))].filter((code) => !places.some((p) => p.code === code));
  return {
    code: ligne.code,
    libelle: piece?.libelle ?? ligne.code,
    groupe: piece?.groupe ?? '',
    variante: piece?.mode.sorte === 'variante' ? (piece.mode.variantes.find((v) => v.code === ligne.variante)?.libelle ?? null) : null,
    valeur: ligne.valeur,
    verdict: ligne.verdict,
    motif: ligne.motif,
    observation: ligne.observation,
    verifieeLe: enDate(ligne.verifieeLe),
    verifieePar: ligne.verifieePar,
    emplacements: [...places, ...autres.map((code) => ({ code, libelle: undefined }))].map(({ code, libelle }) => ({
      code,
      libelle: libelle ?? null,
      fichiers: actuels.filter((f) => f.emplacement === code),
    })),
    anciens: fichiers.filter((f) => f.remplaceLe !== null),
    aRefournir: actuels.some(
      (f) => f.analyse === 'infecte' && !actuels.some((s) => s.emplacement === f.emplacement && s.analyse !== 'infecte'),
    ),
  };
}

export type FichierOuvrable = {
  id: string;
  dossierId: string;
  estRestreint: boolean;
  cle: string;
  nom: string;
  type: Format;
  taille: number;
};

/** A file that an agent may open: of their prefecture, deposited, found clean, its answer sent. Null otherwise, whatever the reason. */
export async function fichierOuvrable(portee: PorteeLecture, fichierId: string): Promise<FichierOuvrable | null> {
  if (!isId(fichierId)) return null;
  const [fichier] = await db().$queryRaw<FichierOuvrable[]>`
    SELECT f.id, d.id AS "dossierId", d.restreint AS "estRestreint", f.cle, f.nom, f.type, f.taille
    FROM fichier f JOIN piece p ON p.id = f.piece_id JOIN dossier d ON d.id = p.dossier_id
      LEFT JOIN complement_item i ON i.id = f.complement_item_id LEFT JOIN complement m ON m.id = i.complement_id
    WHERE f.id = ${fichierId}::uuid AND f.analyse = 'sain' AND (f.complement_item_id IS NULL OR m.repondu_le IS NOT NULL)
      AND ${lisible(portee)}`;
  return fichier ?? null;
}

export type FichierOuvert = {
  id: string;
  dossierId: string;
  estRestreint: boolean;
  contenu: Readable | Uint8Array<ArrayBuffer>;
  octets: Octets;
};

/** Opens it; `apercu` asks for something that a browser shows, of a TIFF. Null also when the bytes are gone. */
export async function ouvrirFichierAgent(portee: PorteeLecture, fichierId: string, apercu: boolean): Promise<FichierOuvert | null> {
  const fichier = await fichierOuvrable(portee, fichierId);
  if (!fichier) return null;
  const { id, dossierId, estRestreint, cle, nom, type, taille } = fichier;
  try {
    const png = apercu && type === 'tiff' ? await apercuPng(await storage().get(cle)) : null;
    if (png)
      return {
        id,
        dossierId,
        estRestreint,
        contenu: new Uint8Array(png),
        octets: { type: typesMime.png, nom: `${nom}.png`, taille: png.length, affichage: 'dans_la_page' },
      };
    const octets: Octets = { type: typesMime[type], nom, taille, affichage: 'dans_la_page' };
    return { id, dossierId, estRestreint, contenu: await storage().get(cle), octets };
  } catch (erreur) {
    if (erreur instanceof FileMissing) return null;
    throw erreur;
  }
}
