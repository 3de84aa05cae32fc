// What the person and the service write to each other. The person's leaves at once; an agent's waits, so that it can be taken back, and
// its departure is an act of the machine (`repondre`): until then nothing was said.
import 'server-only';
import { type Agent, SYSTEME, type Usager } from '#domain/access/actors.ts';
import { type PorteeAgent, type PorteeDossiers, porteeMachine } from '#domain/access/scope.ts';
import { OUVERTS } from '#domain/dossier/statuts.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeVersionDe } from '#features/configuration/queries.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { isId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { attenteDuDossier, lire, verrouiller } from '../queries.ts';
import { actualiserAttente, type DossierVerrouille, executer } from '../store.ts';
import { type Auteur, auteurDe, brouillonDe } from './fichiers/commands.ts';
import type { MessageSaisi } from './schema.ts';

type Appel = { acteur: Usager; portee: PorteeDossiers; at: Date };

const estOuvert = ({ statut }: DossierVerrouille) => OUVERTS.some((s) => s === statut);

/** Sent already, by this person, in this dossier: the same gesture twice. */
async function dejaEnvoye(auteur: Auteur, { dossierId, cle }: MessageSaisi): Promise<boolean> {
  return (await db().message.count({ where: { id: cle, dossierId, ...auteur, partLe: { not: null } } })) === 1;
}

/**
 * The person writes, or adds something on their own (D-08, until a decision is proposed). The same key twice is one message. Refusals:
 * `message_vide`, `ajout_vide`, `emplacement_inconnu` for a piece that is not of the list, those of the life cycle. Value: the message.
 */
export async function ecrireMessage({ acteur, portee, at }: Appel, saisie: MessageSaisi): Promise<Resultat<string>> {
  const auteur = auteurDe(acteur);
  if (await dejaEnvoye(auteur, saisie)) return ok(saisie.cle);
  const action = saisie.sorte === 'complement' ? 'completer' : 'ecrire';
  const resultat = await executer({ action, dossierId: saisie.dossierId, portee, acteur, at }, async (dossier, tx) => {
    const mandatId =
      portee.compteId === dossier.compteId ? null : (portee.confies.find((c) => c.dossierId === dossier.id)?.mandatId ?? null);
    const ecrit = await deposer(tx, auteur, saisie, { creeLe: at, partLe: at, envoyeLe: at, mandatId }, at);
    if (!ecrit.ok) return ecrit;
    if (!(await sontDeLaListe(tx, dossier, saisie))) return refuse('emplacement_inconnu');
    const attente = estOuvert(dossier) ? { attente: await attenteDuDossier(tx, dossier.id) } : {};
    return ok({ colonnes: attente, faits: { message: saisie.cle }, valeur: saisie.cle });
  });
  if (!resultat.ok && (await dejaEnvoye(auteur, saisie))) return ok(saisie.cle);
  return resultat;
}

/** What is being written, kept without being sent. */
export async function garderMessage({ acteur, portee, at }: Appel | AppelAgent, saisie: MessageSaisi): Promise<Resultat<null>> {
  if (!(await lire(db(), portee, saisie.dossierId))) return refuse('introuvable');
  return transaction(async (tx) => {
    const brouillon = await brouillonDe(tx, auteurDe(acteur), saisie.dossierId, saisie.cle, saisie.sorte, at);
    if (!brouillon.ok) return brouillon;
    await tx.message.update({ where: { id: saisie.cle }, data: { texte: saisie.texte }, select: { id: true } });
    return ok(null);
  });
}

/** The pieces for which the files are said to be given stand in the list of the dossier. */
async function sontDeLaListe(tx: Tx, { procedure, listeVersion, listeLocale }: DossierVerrouille, { sorte, pieces }: MessageSaisi) {
  const dits = Object.values(pieces).filter((code) => code !== '');
  if (sorte === 'message' || dits.length === 0) return true;
  const liste = await listeVersionDe(tx, procedure.slug, listeVersion, listeLocale);
  return dits.every((code) => liste.pieces.some((p) => p.code === code));
}

type Depart = { creeLe: Date; partLe: Date; envoyeLe?: Date; mandatId?: string | null; reprisLe?: null };

/** The draft becomes a message: its words, and for which piece each file is given. */
async function deposer(tx: Tx, auteur: Auteur, saisie: MessageSaisi, depart: Depart, at: Date): Promise<Resultat<null>> {
  const texte = saisie.texte.trim();
  const brouillon = await brouillonDe(tx, auteur, saisie.dossierId, saisie.cle, saisie.sorte, at);
  if (!brouillon.ok) return brouillon;
  const fichiers = await tx.messageFichier.findMany({
    where: { messageId: saisie.cle, analyse: { not: 'infecte' } },
    select: { id: true },
  });
  if (texte === '' && saisie.sorte === 'message') return refuse('message_vide');
  if (texte === '' && fichiers.length === 0) return refuse('ajout_vide');
  for (const { id } of fichiers) {
    const pieceCode = saisie.sorte === 'complement' ? saisie.pieces[id] || null : null;
    await tx.messageFichier.update({ where: { id }, data: { pieceCode }, select: { id: true } });
  }
  await tx.message.update({ where: { id: saisie.cle }, data: { texte, ...depart }, select: { id: true } });
  return ok(null);
}

type AppelAgent = { acteur: Agent; portee: PorteeAgent; at: Date };

/** An agent writes: it leaves after the delay of the configuration, unless taken back. The same key twice is one message. Value: when it leaves. */
export async function ecrireEnAgent({ acteur, portee, at }: AppelAgent, saisie: MessageSaisi): Promise<Resultat<Date>> {
  if (!(await lire(db(), portee, saisie.dossierId))) return refuse('introuvable');
  const auteur = auteurDe(acteur);
  if (await dejaEnvoye(auteur, saisie)) return ok(at);
  const partLe = new Date(at.getTime() + env().MESSAGE_DELAI_SECONDES * 1000);
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM message WHERE id = ${saisie.cle}::uuid FOR UPDATE`;
    const ecrit = await deposer(tx, auteur, saisie, { creeLe: at, partLe, reprisLe: null }, at);
    if (!ecrit.ok) return (await dejaEnvoye(auteur, saisie)) ? ok(at) : ecrit;
    await enqueue(tx, 'message', { messageId: saisie.cle }, partLe);
    return ok(partLe);
  });
}

/** Its author takes it back before it leaves: it was never said, and is again a draft. Refused `message_parti` once gone. */
export async function reprendreMessage({ acteur, portee, at }: AppelAgent, messageId: string): Promise<Resultat<string>> {
  const message = isId(messageId)
    ? await db().message.findFirst({ where: { id: messageId, ...auteurDe(acteur) }, select: { dossierId: true } })
    : null;
  if (!message || !(await lire(db(), portee, message.dossierId))) return refuse('introuvable');
  const { count } = await db().message.updateMany({
    where: { id: messageId, envoyeLe: null },
    data: { partLe: null, reprisLe: at },
  });
  return count === 1 ? ok(message.dossierId) : refuse('message_parti');
}

export type IssueDepart = 'parti' | 'sans_objet';

/** Job 'message': it leaves, once, if nobody took it back. What the person had written before is answered. */
export async function fairePartir(messageId: string, at: Date): Promise<IssueDepart> {
  const message = await db().message.findUnique({
    where: { id: messageId },
    select: { dossierId: true, creeLe: true, partLe: true, envoyeLe: true, dossier: { select: { compteId: true } } },
  });
  // taken back, then sent again: the job of the second sending will come
  if (!message?.partLe || message.envoyeLe || message.partLe > at) return 'sans_objet';
  const { dossierId, creeLe, dossier } = message;
  const portee = porteeMachine(dossier.compteId);
  const resultat = await executer({ action: 'repondre', dossierId, portee, acteur: SYSTEME, at }, async (verrouille, tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: messageId, envoyeLe: null, partLe: { lte: at } },
      data: { envoyeLe: at },
    });
    if (count === 0) return refuse('message_parti');
    await repondu(tx, dossierId, creeLe, at);
    const attente = estOuvert(verrouille) ? { attente: await attenteDuDossier(tx, dossierId) } : {};
    return ok({ colonnes: attente, faits: { message: messageId }, valeur: null });
  });
  if (resultat.ok) return 'parti';
  if (resultat.refus === 'message_parti') return 'sans_objet';
  throw new Error(`message ${messageId} : ${resultat.refus}`);
}

const UNE_HEURE = 3_600_000;

/** Job 'menage': messages whose hour has come and whose job is long gone get another one. Value: how many. */
export async function relancerMessages(at: Date): Promise<number> {
  const oublies = await db().message.findMany({
    where: { envoyeLe: null, partLe: { lt: new Date(at.getTime() - UNE_HEURE) } },
    orderBy: { partLe: 'asc' },
    take: 200,
    select: { id: true },
  });
  for (const { id } of oublies) await transaction((tx) => enqueue(tx, 'message', { messageId: id }));
  return oublies.length;
}

/** What was written until then, and a request for more time, have their answer. */
async function repondu(tx: Tx, dossierId: string, jusque: Date, at: Date): Promise<void> {
  await tx.message.updateMany({
    where: { dossierId, auteurSorte: 'usager', traiteLe: null, envoyeLe: { lte: jusque } },
    data: { traiteLe: at },
  });
  await tx.complement.updateMany({
    where: { dossierId, prolongationDemandeeLe: { lte: jusque }, prolongationTraiteeLe: null },
    data: { prolongationTraiteeLe: at },
  });
}

/** "Rien à répondre": what the person wrote, and was read, is put aside without an answer. The dossier first, as every command: what arrives meanwhile waits. */
export async function classerMessages({ portee, at }: AppelAgent, dossierId: string): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    if (!(await verrouiller(tx, portee, dossierId))) return refuse('introuvable');
    await tx.message.updateMany({
      where: { dossierId, auteurSorte: 'usager', envoyeLe: { not: null }, luLe: { not: null }, traiteLe: null },
      data: { traiteLe: at },
    });
    await actualiserAttente(tx, dossierId);
    return ok(null);
  });
}

/** First reading of what the other side wrote, recorded once. `lecteur`: a mandataire acknowledges nothing for the person. */
export async function noterLectureDesMessages(dossierId: string, lecteur: 'usager' | 'agent', at: Date): Promise<void> {
  await db().message.updateMany({
    where: { dossierId, auteurSorte: lecteur === 'usager' ? 'agent' : 'usager', envoyeLe: { not: null }, luLe: null },
    data: { luLe: at },
  });
}
