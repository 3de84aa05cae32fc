// Files joined to a message while it is written: received, checked, scanned and encrypted exactly as the pieces of a dossier are.
import 'server-only';
import { antivirus } from '#adapters/antivirus/antivirus.ts';
import { analyserFichier, recevoir } from '#adapters/fichier/fichier.ts';
import type { Agent, Usager } from '#domain/access/actors.ts';
import { FICHIERS_PAR_PIECE, nomAffiche, refusAvantLecture, refusDuConstat, TAILLE_MAXIMALE } from '#domain/piece/fichier.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { oublierReservation, reserver } from '#features/pieces/analyse/commands.ts';
import { type FichierArrive, garderOuJeter } from '#features/pieces/reception/commands.ts';
import type { FichierAffiche, RefusTeleversement } from '#features/pieces/schema.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import type { SorteMessage } from '../schema.ts';

export const LIMITES = { fileSize: TAILLE_MAXIMALE, files: FICHIERS_PAR_PIECE } as const;

/** Who writes: a draft belongs to one person alone. */
export type Auteur = { auteurSorte: 'usager' | 'agent'; auteurId: string };
export const auteurDe = (acteur: Usager | Agent): Auteur => ({
  auteurSorte: acteur.sorte,
  auteurId: acteur.sorte === 'usager' ? acteur.compteId : acteur.agentId,
});

/** The draft of this key, made at its first use. Refused `introuvable` when the key is somebody else's, `message_parti` once sent. */
export async function brouillonDe(
  tx: Tx,
  auteur: Auteur,
  dossierId: string,
  id: string,
  sorte: SorteMessage,
  at: Date,
): Promise<Resultat<null>> {
  await tx.message.createMany({ data: [{ id, dossierId, ...auteur, sorte, texte: '', creeLe: at }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM message WHERE id = ${id}::uuid FOR UPDATE`;
  const message = await tx.message.findFirst({ where: { id, dossierId, ...auteur, sorte }, select: { partLe: true } });
  if (!message) return refuse('introuvable');
  return message.partLe === null ? ok(null) : refuse('message_parti');
}

/** Where a file goes. The caller has checked that this author may write in this dossier. */
export type CibleMessage = { auteur: Auteur; dossierId: string; messageId: string; sorte: SorteMessage; at: Date };

/** The place of files of a message has no name of its own. */
const EMPLACEMENT = 'message';

export type Jonction = { ok: true; valeur: FichierAffiche } | { ok: false; refus: RefusTeleversement };

/** Takes in one file while it arrives; nothing is left behind by a refusal or a cut. The same content twice is one file. */
export async function joindreAuMessage(
  cible: CibleMessage,
  { nom, contenu }: { nom: string; contenu: AsyncIterable<Uint8Array> },
  signal: AbortSignal,
): Promise<Jonction> {
  const refus = refusAvantLecture({ nom, dejaJoints: 0 });
  if (refus) return { ok: false, refus };
  const cle = await reserver();
  const reception = await recevoir(contenu, { cle, limite: TAILLE_MAXIMALE, signal });
  if (!reception.ok) {
    await oublierReservation(db(), cle);
    return { ok: false, refus: refusDuConstat(reception.constat, nom) };
  }
  const fichier = { ...reception.fichier, nom };
  return garderOuJeter(fichier, () => transaction((tx) => inserer(tx, cible, fichier)));
}

export type Bilan = { joints: FichierAffiche[]; refus: RefusTeleversement | null };
type Arrivee = {
  tropLourd: boolean;
  lireFichiers: (
    lecteur: (nom: string, contenu: AsyncIterable<Uint8Array>) => Promise<void>,
  ) => Promise<{ nombre: number } | { arret: 'trop_lourd' | 'interrompu' }>;
  signal: AbortSignal;
};

/** The files of one request. `ouverte`: may this author write there? Asked before anything is read. */
export async function recevoirJointes(cible: CibleMessage, ouverte: Resultat<null>, arrivee: Arrivee): Promise<Bilan> {
  if (arrivee.tropLourd) return { joints: [], refus: 'trop_lourd' };
  if (!ouverte.ok) return { joints: [], refus: ouverte.refus };
  const bilan: Bilan = { joints: [], refus: null };
  const lecture = await arrivee.lireFichiers(async (nom, contenu) => {
    const une = await joindreAuMessage(cible, { nom, contenu }, arrivee.signal);
    if (une.ok) bilan.joints.push(une.valeur);
    else bilan.refus ??= une.refus;
  });
  if ('arret' in lecture) return { ...bilan, refus: lecture.arret };
  return lecture.nombre === 0 ? { ...bilan, refus: 'aucun_fichier' } : bilan;
}

async function inserer(
  tx: Tx,
  { auteur, dossierId, messageId, sorte, at }: CibleMessage,
  fichier: FichierArrive,
): Promise<Resultat<FichierAffiche & { cle: string }>> {
  const brouillon = await brouillonDe(tx, auteur, dossierId, messageId, sorte, at);
  if (!brouillon.ok) return brouillon;
  const presents = await tx.messageFichier.findMany({ where: { messageId, analyse: { not: 'infecte' } } });
  const { type, taille, sha256, cle, analyse } = fichier;
  const deja = presents.find((p) => p.sha256 === sha256);
  if (deja) return ok({ id: deja.id, emplacement: EMPLACEMENT, nom: deja.nom, taille: deja.taille, etat: deja.analyse, cle: deja.cle });
  if (presents.length >= FICHIERS_PAR_PIECE) return refuse('trop_de_fichiers_message');
  const id = newId();
  const nom = nomAffiche(fichier.nom, type);
  await tx.messageFichier.create({ data: { id, messageId, nom, type, taille, sha256, cle, analyse, deposeLe: at }, select: { id: true } });
  await oublierReservation(tx, cle);
  if (analyse === 'en_attente') await enqueue(tx, 'analyse', { messageFichierId: id });
  return ok({ id, emplacement: EMPLACEMENT, nom, taille, etat: analyse, cle });
}

/** "✕ SUPPRIMER", while the message is written. Removed already: what is wanted is so. */
export async function retirerDuMessage(auteur: Auteur, fichierId: string): Promise<Resultat<null>> {
  if (!isId(fichierId)) return ok(null);
  const fichier = await db().messageFichier.findFirst({
    where: { id: fichierId, message: auteur },
    select: { cle: true, message: { select: { partLe: true } } },
  });
  if (!fichier) return ok(null);
  if (fichier.message.partLe !== null) return refuse('message_parti');
  await transaction(async (tx) => {
    const { count } = await tx.messageFichier.deleteMany({ where: { id: fichierId, message: { partLe: null } } });
    if (count === 1) await tx.fichierOrphelin.createMany({ data: [{ cle: fichier.cle }], skipDuplicates: true });
  });
  return ok(null);
}

/** Job 'analyse': a file that the antivirus had not answered for. An infected one stays as a row without bytes, so that both read why. */
export async function analyserJointe(id: string): Promise<'sain' | 'infecte' | 'sans_objet'> {
  const fichier = await db().messageFichier.findUnique({ where: { id }, select: { cle: true, analyse: true } });
  if (fichier?.analyse !== 'en_attente') return 'sans_objet';
  const verdict = await analyserFichier(fichier.cle);
  if (verdict === 'en_attente') throw new Error(`antivirus indisponible (${antivirus().nom})`);
  await transaction(async (tx) => {
    const { count } = await tx.messageFichier.updateMany({ where: { id, analyse: 'en_attente' }, data: { analyse: verdict } });
    if (count === 1 && verdict === 'infecte') await tx.fichierOrphelin.createMany({ data: [{ cle: fichier.cle }], skipDuplicates: true });
  });
  return verdict;
}

const UNE_HEURE = 3_600_000;
const JOURS_BROUILLON = 90;
const LOT = 200;

/** Job 'menage': files whose scans were all tried in vain. Value: how many. */
export async function relancerJointes(at: Date): Promise<number> {
  const oubliees = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM message_fichier WHERE "analyse" = 'en_attente' AND depose_le < ${new Date(at.getTime() - UNE_HEURE)} ORDER BY depose_le LIMIT ${LOT}`;
  for (const { id } of oubliees) await transaction((tx) => enqueue(tx, 'analyse', { messageFichierId: id }));
  return oubliees.length;
}

/** Job 'menage': messages begun, never sent, and left for months (as drafts of requests, D-12). Value: how many. */
export async function oublierBrouillons(at: Date): Promise<number> {
  const limite = new Date(at.getTime() - JOURS_BROUILLON * 24 * UNE_HEURE);
  return transaction(async (tx) => {
    // held: one that is being sent at this very moment is left alone
    const vieux = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM message WHERE part_le IS NULL AND cree_le < ${limite} ORDER BY cree_le LIMIT ${LOT} FOR UPDATE SKIP LOCKED`;
    const ids = vieux.map((m) => m.id);
    const fichiers = await tx.messageFichier.findMany({ where: { messageId: { in: ids } }, select: { cle: true } });
    await tx.fichierOrphelin.createMany({ data: fichiers, skipDuplicates: true });
    await tx.message.deleteMany({ where: { id: { in: ids } } });
    return ids.length;
  });
}
