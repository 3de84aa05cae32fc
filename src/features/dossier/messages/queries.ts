// The messages of a dossier as each side reads them. The person never sees what has not left; an agent sees it, and takes it back.
import 'server-only';
import type { Readable } from 'node:stream';
import { FileMissing } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import type { Usager } from '#domain/access/actors.ts';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import type { PorteeAgent, PorteeDossiers, PorteeLecture } from '#domain/access/scope.ts';
import { decider } from '#domain/dossier/decide.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { formats, typesMime } from '#domain/piece/fichier.ts';
import { emplacements } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeVersion } from '#features/configuration/queries.ts';
import type { FichierAffiche } from '#features/pieces/schema.ts';
import type { Octets } from '#guard/octets.ts';
import { db, driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lire, lisible, lisibleParAgent, sienOuConfie } from '../queries.ts';
import type { Auteur } from './fichiers/commands.ts';
import type { SorteMessage } from './schema.ts';

export type JointeLue = FichierAffiche & { pieceCode: string | null };

export type MessageLu = {
  id: string;
  de: 'usager' | 'agent';
  /** who, when it is somebody else than the holder: a mandataire, the agent (agents only) */
  nom: string | null;
  sorte: SorteMessage;
  texte: string;
  creeLe: Date;
  envoyeLe: Date | null;
  /** of an agent, not gone yet: when it leaves */
  partLe: Date | null;
  luLe: Date | null;
  traiteLe: Date | null;
  /** written by who is reading */
  estSien: boolean;
  fichiers: readonly JointeLue[];
};

/** What is being written by who is reading. */
export type Brouillon = { id: string; texte: string; fichiers: readonly JointeLue[] };

type Ligne = Omit<MessageLu, 'nom' | 'estSien' | 'fichiers' | 'de'> & {
  auteurSorte: 'usager' | 'agent';
  auteurId: string;
  agent: string | null;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  fichiers: JointeLue[] | null;
};

const FICHIERS = Prisma.sql`(SELECT json_agg(json_build_object('id', f.id, 'emplacement', 'message', 'nom', f.nom, 'taille', f.taille,
  'etat', f.analyse, 'pieceCode', f.piece_code) ORDER BY f.depose_le, f.id) FROM message_fichier f WHERE f.message_id = s.id)`;

/** Oldest first. `seules`: which ones this reader may see. */
async function messagesDe(dossierId: string, seules: Prisma.Sql, lecteur: Auteur): Promise<MessageLu[]> {
  const lignes = await driver().$queryRaw<Ligne[]>`
    SELECT s.id, s.auteur_sorte AS "auteurSorte", s.auteur_id::text AS "auteurId", s.sorte, s.texte, s.cree_le AS "creeLe", s.part_le AS "partLe",
      s.envoye_le AS "envoyeLe", s.lu_le AS "luLe", s.traite_le AS "traiteLe", a.prenom || ' ' || a.nom AS agent,
      m.mandataire_nom AS mandataire, m.qualite, m.organisme, ${FICHIERS} AS fichiers
    FROM message s LEFT JOIN agent a ON s.auteur_sorte = 'agent' AND a.id = s.auteur_id LEFT JOIN mandat m ON m.id = s.mandat_id
    WHERE s.dossier_id = ${dossierId}::uuid AND ${seules} ORDER BY s.cree_le, s.id`;
  return lignes.map(({ auteurSorte, auteurId, agent, mandataire, qualite, organisme, fichiers, ...message }) => ({
    ...message,
    de: auteurSorte,
    nom: mandataire
      ? nomDuMandataire({ nom: mandataire, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme })
      : agent,
    estSien: auteurSorte === lecteur.auteurSorte && auteurId === lecteur.auteurId,
    fichiers: fichiers ?? [],
  }));
}

/** The last message begun and not sent by this author, with what is joined to it. */
async function brouillonEnCours(dossierId: string, sorte: SorteMessage, auteur: Auteur): Promise<Brouillon | null> {
  const [brouillon] = await driver().$queryRaw<{ id: string; texte: string; fichiers: JointeLue[] | null }[]>`
    SELECT s.id, s.texte, ${FICHIERS} AS fichiers FROM message s
    WHERE s.dossier_id = ${dossierId}::uuid AND s.sorte = ${sorte} AND s.part_le IS NULL
      AND s.auteur_sorte = ${auteur.auteurSorte} AND s.auteur_id = ${auteur.auteurId}::uuid
    ORDER BY s.cree_le DESC, s.id DESC LIMIT 1`;
  return brouillon ? { ...brouillon, fichiers: brouillon.fichiers ?? [] } : null;
}

export type EnTete = {
  id: string;
  numero: string;
  nom: string;
  statut: Statut;
  estSien: boolean;
  peutEcrire: boolean;
  peutCompleter: boolean;
};

/** May this person write, or add something, in this dossier now? Asked before anything is read of a file, and to draw the pages. */
export async function ecritureOuverte(
  acteur: Usager,
  portee: PorteeDossiers,
  dossierId: string,
  sorte: SorteMessage,
  at: Date,
): Promise<Resultat<null>> {
  const charge = await lire(driver(), portee, dossierId);
  if (!charge) return refuse('introuvable');
  const { estEchu: _, ...faits } = charge.faits;
  const action = sorte === 'complement' ? 'completer' : 'ecrire';
  const decision = decider(action, { ...faits, jour: jourDe(at), complementEchu: false }, acteur);
  return decision.ok ? ok(null) : decision;
}

/** May an agent of this scope write in this dossier? */
export async function agentPeutEcrire(portee: PorteeAgent, dossierId: string): Promise<Resultat<null>> {
  return (await lire(driver(), portee, dossierId)) ? ok(null) : refuse('introuvable');
}

async function enTeteDe(acteur: Usager, portee: PorteeDossiers, dossierId: string, at: Date) {
  const charge = await lire(driver(), portee, dossierId);
  if (!charge || charge.dossier.numero === null) return null;
  const { estEchu: _, ...avant } = charge.faits;
  const faits = { ...avant, jour: jourDe(at), complementEchu: false };
  const { dossier } = charge;
  const enTete: EnTete = {
    id: dossier.id,
    numero: dossier.numero ?? '',
    nom: dossier.procedure.nom,
    statut: dossier.statut,
    estSien: portee.compteId === dossier.compteId,
    peutEcrire: decider('ecrire', faits, acteur).ok,
    peutCompleter: decider('completer', faits, acteur).ok,
  };
  return { enTete, dossier };
}

export type Conversation = { dossier: EnTete; messages: readonly MessageLu[]; brouillon: Brouillon | null };

/** The person's own page; null when the dossier is not theirs, or not deposited. */
export async function conversationDe(acteur: Usager, portee: PorteeDossiers, dossierId: string, at: Date): Promise<Conversation | null> {
  const lu = await enTeteDe(acteur, portee, dossierId, at);
  if (!lu) return null;
  const auteur: Auteur = { auteurSorte: 'usager', auteurId: acteur.compteId };
  const [messages, brouillon] = await Promise.all([
    messagesDe(dossierId, Prisma.sql`s.envoye_le IS NOT NULL`, auteur),
    brouillonEnCours(dossierId, 'message', auteur),
  ]);
  // the service speaks with one voice: the name of the agent is told by the decision, as the law wants it
  return { dossier: lu.enTete, brouillon, messages: messages.map((m) => (m.de === 'agent' ? { ...m, nom: null } : m)) };
}

export type Ajout = { dossier: EnTete; brouillon: Brouillon | null; pieces: readonly { code: string; libelle: string }[] };

/** What the person adds on their own (D-08), and the pieces of their list for which it may be. */
export async function ajoutDe(acteur: Usager, portee: PorteeDossiers, dossierId: string, at: Date): Promise<Ajout | null> {
  const lu = await enTeteDe(acteur, portee, dossierId, at);
  if (!lu) return null;
  const { procedure, listeVersion: version, listeLocale } = lu.dossier;
  const [liste, brouillon] = await Promise.all([
    listeVersion(procedure.slug, version, listeLocale),
    brouillonEnCours(dossierId, 'complement', { auteurSorte: 'usager', auteurId: acteur.compteId }),
  ]);
  const pieces = liste.pieces.filter((p) => p.mode.sorte !== 'declaration' && p.mode.sorte !== 'code');
  return { dossier: lu.enTete, brouillon, pieces: pieces.map(({ code, libelle }) => ({ code, libelle })) };
}

export type PlaceDePiece = { valeur: string; libelle: string };
export type ConversationAgent = {
  dossier: { id: string; numero: string; statut: Statut; version: number; estRestreint: boolean; sansAdresse: boolean };
  messages: readonly MessageLu[];
  brouillon: Brouillon | null;
  /** where a file added by the person may be put: "<piece>.<emplacement>" */
  places: readonly PlaceDePiece[];
};

/** Null when the agent may not see the dossier. */
export async function conversationAgent(portee: PorteeAgent, dossierId: string): Promise<ConversationAgent | null> {
  const charge = await lire(driver(), portee, dossierId);
  if (!charge) return null;
  const { dossier, faits } = charge;
  const auteur: Auteur = { auteurSorte: 'agent', auteurId: portee.agentId };
  const [messages, brouillon, liste, donnees] = await Promise.all([
    messagesDe(dossierId, Prisma.sql`s.part_le IS NOT NULL`, auteur),
    brouillonEnCours(dossierId, 'message', auteur),
    listeVersion(dossier.procedure.slug, dossier.listeVersion, dossier.listeLocale),
    db().piece.findMany({ where: { dossierId }, select: { code: true, variante: true } }),
  ]);
  const places = liste.pieces.flatMap((piece) => {
    const variante = donnees.find((d) => d.code === piece.code)?.variante;
    const siennes = emplacements(piece, variante);
    return siennes.map((e) => ({
      valeur: `${piece.code}.${e.code}`,
      libelle: siennes.length > 1 && e.libelle ? `${piece.libelle} – ${e.libelle}` : piece.libelle,
    }));
  });
  return {
    dossier: {
      id: dossier.id,
      numero: dossier.numero ?? '',
      statut: dossier.statut,
      version: dossier.version,
      estRestreint: faits.estRestreint,
      sansAdresse: dossier.email === '',
    },
    messages,
    brouillon,
    places,
  };
}

export type Apercu = {
  total: number;
  aTraiter: number;
  derniers: readonly Pick<MessageLu, 'id' | 'de' | 'sorte' | 'texte' | 'creeLe' | 'envoyeLe' | 'traiteLe'>[];
};

/** The last ones, in brief, on the page of the dossier. One query. */
export async function apercuDesMessages(portee: PorteeAgent, dossierId: string): Promise<Apercu | null> {
  if (!isId(dossierId)) return null;
  const [lu] = await driver().$queryRaw<
    {
      total: number;
      aTraiter: number;
      derniers: (Apercu['derniers'][number] & { creeLe: string; envoyeLe: string | null; traiteLe: string | null })[] | null;
    }[]
  >`
    SELECT (SELECT count(*)::int FROM message s WHERE s.dossier_id = d.id AND s.part_le IS NOT NULL) AS total,
      (SELECT count(*)::int FROM message s WHERE s.dossier_id = d.id AND s.auteur_sorte = 'usager' AND s.envoye_le IS NOT NULL AND s.traite_le IS NULL) AS "aTraiter",
      (SELECT json_agg(x) FROM (SELECT s.id, s.auteur_sorte AS de, s.sorte, left(s.texte, 300) AS texte, s.cree_le AS "creeLe", s.envoye_le AS "envoyeLe",
          s.traite_le AS "traiteLe" FROM message s WHERE s.dossier_id = d.id AND s.part_le IS NOT NULL ORDER BY s.cree_le DESC, s.id DESC LIMIT 3) x) AS derniers
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  if (!lu) return null;
  const date = (instant: string | null) => (instant === null ? null : new Date(instant));
  return {
    ...lu,
    derniers: (lu.derniers ?? []).map((m) => ({
      ...m,
      creeLe: new Date(m.creeLe),
      envoyeLe: date(m.envoyeLe),
      traiteLe: date(m.traiteLe),
    })),
  };
}

export type JointeOuverte = { id: string; dossierId: string; estRestreint: boolean; contenu: Readable; octets: Octets };

/** A clean file of a message that this reader may see: sent, or their own draft. Null otherwise, whatever the reason. */
export async function ouvrirJointe(portee: PorteeDossiers | PorteeLecture, lecteur: Auteur, id: string): Promise<JointeOuverte | null> {
  if (!isId(id)) return null;
  const dossier = 'confies' in portee ? sienOuConfie(portee, 'voir') : lisibleParAgent(portee);
  const vus: Prisma.MessageWhereInput[] = [{ envoyeLe: { not: null } }, lecteur];
  // colleagues read what is about to leave
  if (lecteur.auteurSorte === 'agent') vus.push({ partLe: { not: null } });
  const jointe = await db().messageFichier.findFirst({
    where: { id, analyse: 'sain', message: { dossier, OR: vus } },
    select: { cle: true, nom: true, type: true, taille: true, message: { select: { dossier: { select: { id: true, restreint: true } } } } },
  });
  const format = formats.find((f) => f === jointe?.type);
  if (!jointe || !format) return null;
  const { cle, nom, taille, message } = jointe;
  try {
    const octets: Octets = { type: typesMime[format], nom, taille, affichage: format === 'tiff' ? 'a_enregistrer' : 'dans_la_page' };
    return { id, dossierId: message.dossier.id, estRestreint: message.dossier.restreint, contenu: await storage().get(cle), octets };
  } catch (erreur) {
    if (erreur instanceof FileMissing) return null;
    throw erreur;
  }
}
