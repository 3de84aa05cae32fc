// What people do in the fictional dossiers: the real commands of the features, on a past day, each followed at once by the job of its
// events on that same day. Nothing is written here that the portal would not have written. The worker finds the jobs done.
import type { Agent, Usager } from '#domain/access/actors.ts';
import { porteeAgent, porteeUsager } from '#domain/access/scope.ts';
import { PARIS } from '#domain/adresse/fuseau.ts';
import type { MotifPiece } from '#domain/dossier/complement.ts';
import { SANS_SUITE } from '#domain/dossier/evenements.ts';
import { instantDe } from '#domain/horloge.ts';
import { type Jour, jourDe, plusJours } from '#domain/jour.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { emplacements, formatAdmis, piecesAttendues } from '#domain/procedure/pieces.ts';
import type { Resultat } from '#domain/result.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { repondreComplement } from '#features/dossier/complements/reponse/commands.ts';
import { deposer, validerEtapeChamps, validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { attribuerNumero, prendreEnCharge, verifierPiece } from '#features/dossier/instruction/commands.ts';
import { ouvrirNotification } from '#features/notifications/boite/commands.ts';
import { confirmerCode } from '#features/pieces/code/commands.ts';
import { choisirVariante } from '#features/pieces/commands.ts';
import { televerser } from '#features/pieces/televersement/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { evenement } from '../../src/jobs/kinds/evenement.ts';
import { fichierFictif } from './fichiers.ts';

/** `depuis`: last event whose job was run. */
export type Recit = { readonly usager: Usager; readonly dossierId: string; readonly email: string; depuis: bigint };

/** So many days ago, at this hour of Paris. */
export const ilYA = (jours: number, heure = 10): Date => instantDe(plusJours(jourDe(new Date()), -jours), heure * 60, PARIS);
export const jourIlYA = (jours: number): Jour => plusJours(jourDe(new Date()), -jours);

export function valeurDe<T>(resultat: Resultat<T>, geste: string): T {
  if (!resultat.ok) throw new Error(`${geste} : ${resultat.refus} ${JSON.stringify(resultat.details ?? {})}`);
  return resultat.valeur;
}

/** The jobs of what has just happened, run on the day on which it happened. */
export async function suites(recit: Recit, at: Date): Promise<void> {
  for (;;) {
    const evenements = await db().evenement.findMany({
      where: { dossierId: recit.dossierId, id: { gt: recit.depuis } },
      orderBy: { id: 'asc' },
      select: { id: true, type: true },
    });
    if (evenements.length === 0) return;
    for (const { id, type } of evenements) {
      if (!SANS_SUITE.some((s) => s === type)) await evenement.run({ evenementId: String(id) }, at);
      recit.depuis = id;
    }
  }
}

/** Runs a verb, then its jobs; throws when it is refused. */
export async function faire<T>(recit: Recit, at: Date, geste: string, verbe: Promise<Resultat<T>>): Promise<T> {
  const valeur = valeurDe(await verbe, geste);
  await suites(recit, at);
  return valeur;
}

export async function agentNomme(email: string): Promise<{ agent: Agent; portee: NonNullable<ReturnType<typeof porteeAgent>> }> {
  const ligne = await db().agent.findUniqueOrThrow({ where: { email } });
  const agent: Agent = {
    sorte: 'agent',
    agentId: ligne.id,
    sessionId: newId(),
    nom: `${ligne.prenom} ${ligne.nom}`,
    roles: ligne.roles,
    prefecture: ligne.prefectureCode,
  };
  const portee = porteeAgent(agent);
  if (!portee) throw new Error(`${email} ne lit aucun dossier`);
  return { agent, portee };
}
export type Agente = Awaited<ReturnType<typeof agentNomme>>;

/** The dossier as it is now: what an agent has on screen. */
export async function vu({ dossierId }: Recit): Promise<{ dossierId: string; version: number }> {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
  return { dossierId, version };
}

export type Demande = { slug: string; reponses: Reponses; observations?: string };

/** The whole deposit, step by step: questions, pieces with their files, number. */
export async function deposerDemande(usager: Usager, { slug, reponses: autres, observations = '' }: Demande, at: Date): Promise<Recit> {
  const procedure = procedureActuelle(slug);
  if (!procedure) throw new Error(slug);
  const portee = porteeUsager(usager);
  const appel = { acteur: usager, portee, at };
  const { email } = usager;
  const dossierId = valeurDe(await commencer(usager, { compteId: usager.compteId, representation: null }, slug, at), 'commencer');
  const recit: Recit = { usager, dossierId, email, depuis: 0n };
  const reponses = { ...procedure.exemple.reponses, ...autres, email };
  for (const etape of procedure.etapes) {
    if (etape.sorte === 'champs') {
      const brut = saisieInitiale(etape, reponses, email);
      const validee = valeurDe(await validerEtapeChamps(appel, dossierId, etape.code, brut, 0), etape.code);
      if ('erreurs' in validee) throw new Error(`${etape.code} : ${JSON.stringify(validee.erreurs)}`);
    }
    if (etape.sorte === 'pieces') {
      await donnerPieces(recit, { slug, reponses, variantes: procedure.exemple.variantes }, at);
      const validee = valeurDe(await validerEtapePieces(appel, dossierId, etape.code), etape.code);
      if ('erreurs' in validee) throw new Error(`${etape.code} : ${JSON.stringify(validee.erreurs)}`);
    }
  }
  await faire(recit, at, 'deposer', deposer(appel, dossierId, observations));
  return recit;
}

type APieces = { slug: string; reponses: Reponses; variantes: Readonly<Record<string, string>> };

async function donnerPieces({ usager, dossierId }: Recit, { slug, reponses, variantes }: APieces, at: Date): Promise<void> {
  const portee = porteeUsager(usager);
  const jour = jourDe(at);
  const liste = await listeDuJour(db(), slug, jour, prefectureCompetente(reponses, procedureActuelle(slug), jour));
  for (const { piece, exigence } of piecesAttendues(liste.pieces, { reponses, jour }, 'depot')) {
    if (exigence !== 'requise' || piece.mode.sorte === 'declaration') continue;
    const place = { portee, dossierId, piece: piece.code, at };
    if (piece.mode.sorte === 'code') {
      const numero = `VALIDE${dossierId.replaceAll('-', '').slice(-16)}`;
      valeurDe(await confirmerCode({ ...place, numero }), piece.code);
      continue;
    }
    const variante = piece.mode.sorte === 'variante' ? (variantes[piece.code] ?? piece.mode.variantes[0]?.code ?? '') : null;
    if (variante !== null) valeurDe(await choisirVariante({ ...place, variante, confirme: true }), piece.code);
    for (const { code, libelle = piece.libelle, requis } of emplacements(piece, variante)) {
      if (!requis) continue;
      const fichier = await fichierFictif(libelle, usager.nom ?? '', formatAdmis(piece, 'jpg') && piece.code === 'nationalite');
      await joindre({ ...place, emplacement: code, complementItemId: null }, fichier);
    }
  }
}

type Fichier = Awaited<ReturnType<typeof fichierFictif>>;

async function joindre(cible: Parameters<typeof televerser>[0], { nom, octets }: Fichier): Promise<void> {
  const recu = await televerser(cible, {
    nom,
    contenu: (async function* () {
      yield octets;
    })(),
  });
  if (!recu.ok) throw new Error(`${cible.piece} : ${JSON.stringify(recu.refus)}`);
}

export const prendre = async (r: Recit, { agent, portee }: Agente, at: Date) =>
  faire(r, at, 'prendre_en_charge', prendreEnCharge(portee, agent, await vu(r), at));

export const numeroter = async (r: Recit, { agent, portee }: Agente, at: Date) =>
  faire(r, at, 'attribuer_numero', attribuerNumero(portee, agent, await vu(r), { sorte: 'nouveau' }, at));

/** Says that the pieces conform: all of them, or the first ones. */
export async function verifier(recit: Recit, { agent, portee }: Agente, at: Date, combien = Number.POSITIVE_INFINITY): Promise<void> {
  const pieces = await db().piece.findMany({ where: { dossierId: recit.dossierId, verdict: null }, orderBy: { code: 'asc' } });
  for (const { code } of pieces.slice(0, combien))
    await faire(recit, at, code, verifierPiece(portee, agent, await vu(recit), { piece: code, verdict: 'conforme' }, at));
}

export type Reproche = { piece: string; motif: MotifPiece; observation: string };

export async function reclamer(recit: Recit, { agent, portee }: Agente, { piece, motif, observation }: Reproche, at: Date): Promise<void> {
  const refusee = { piece, verdict: 'non_conforme', motif, observation } as const;
  await faire(recit, at, piece, verifierPiece(portee, agent, await vu(recit), refusee, at));
  const items = [{ sorte: 'document' as const, pieceCode: piece, motif, observation }];
  await faire(recit, at, 'demander_complement', demanderComplement(portee, agent, { ...(await vu(recit)), items }, at));
}

/** The person opens what was told to them. */
export async function lireLesNotifications({ usager, dossierId }: Recit, at: Date): Promise<void> {
  const portee = porteeUsager(usager);
  for (const { id } of await db().notification.findMany({ where: { dossierId, ouverteLe: null }, select: { id: true } }))
    await ouvrirNotification(portee, id, at);
}

/** The answer to the complement that is open: a better file, and a word. */
export async function repondre(recit: Recit, message: string, at: Date): Promise<void> {
  const { usager, dossierId } = recit;
  const portee = porteeUsager(usager);
  const { id, version, items } = await db().complement.findFirstOrThrow({
    where: { dossierId, reponduLe: null, leveLe: null },
    select: { id: true, version: true, items: { select: { id: true, pieceCode: true } } },
  });
  for (const item of items) {
    const piece = item.pieceCode ?? '';
    const { emplacement } = await db().fichier.findFirstOrThrow({
      where: { piece: { dossierId, code: piece } },
      select: { emplacement: true },
    });
    const fichier = await fichierFictif(`${piece.replaceAll('_', ' ')}, nouvelle copie`, usager.nom ?? '', false);
    await joindre({ portee, dossierId, piece, emplacement, complementItemId: item.id, at }, fichier);
  }
  const envoi = {
    complement: id,
    version,
    geste: 'envoyer' as const,
    items: Object.fromEntries(items.map((i) => [i.id, { reponse: 'mettre_a_jour' as const, raison: '' }])),
    message,
  };
  await faire(recit, at, 'repondre_complement', repondreComplement({ acteur: usager, portee, at }, envoi));
}
