// What an administrator does to a list of pieces. Two of them on the same draft: the second is told what the first changed, and nothing is
// overwritten unless they say so. Each act that counts leaves its row in the log of the administration.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import type { PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { difference, PARTIES, sansDifference } from '#domain/procedure/difference.ts';
import { dernierePubliee } from '#domain/procedure/liste-vie.ts';
import { champsDeLaProcedure } from '#domain/procedure/valeurs.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { consignerActe } from '#features/administration/commands.ts';
import { enDate } from '#features/administration/schema.ts';
import { db, isUniqueViolation, type Prisma, type Tx, transaction } from '#platform/db.ts';
import { cleEditee, codesPublies, type ListeEditee, versionEditee, versions } from './queries.ts';
import type { PublicationSaisie, SENS } from './schema.ts';
import { problemesDe } from './verification/queries.ts';

/** Whoever edits, and what. */
export type Edition = { portee: PorteeAdministration; par: Agent; procedure: Procedure; at: Date };
/** The draft as it was seen. */
export type BrouillonVu = { version: number; revision: number };

const enJson = (valeur: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(valeur));
const heure = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const faitsDe = ({ portee, procedure }: Edition, version: number) => ({
  procedure: procedure.nom,
  ...(portee.prefecture === null ? {} : { prefecture: portee.prefecture }),
  version: String(version),
});

/** A draft copied from the version in force (or the last one to come). Begun already: the same. Value: its version. */
export async function commencerBrouillon(edition: Edition): Promise<Resultat<number>> {
  const { portee, par, procedure, at } = edition;
  const cle = cleEditee(portee, procedure.slug);
  const siennes = (await versions(portee, procedure.slug)).filter((v) => v.cle === cle);
  const dejaLa = siennes.find((v) => v.estBrouillon);
  if (dejaLa) return ok(dejaLa.version);
  const modele = dernierePubliee(siennes);
  const version = Math.max(0, ...siennes.map((v) => v.version)) + 1;
  try {
    return await transaction(async (tx) => {
      const base = modele ? await versionEditee(tx, cle, modele.version) : null;
      await tx.listePieces.create({
        data: {
          procedure: cle,
          version,
          etat: 'brouillon',
          effetLe: enDate(base?.effetLe ?? jourDe(at)),
          source: base?.source ?? '',
          raison: '',
          pieces: enJson(base?.pieces ?? []),
          base: base?.version ?? null,
          auteurId: par.agentId,
          creeLe: at,
        },
        select: { version: true },
      });
      await consignerActe(tx, { par: par.agentId, type: 'liste_commencee', cibleId: null, faits: faitsDe(edition, version) }, at);
      return ok(version);
    });
  } catch (erreur) {
    // another administrator began it at the same moment: theirs is ours
    if (isUniqueViolation(erreur)) return commencerBrouillon(edition);
    throw erreur;
  }
}

/** Locks the draft. Refusals: `introuvable`, `liste_plus_brouillon`, `liste_modifiee_ailleurs` with who changed what and the revision now. */
async function verrouiller(tx: Tx, cle: string, vu: BrouillonVu): Promise<Resultat<ListeEditee>> {
  await tx.$queryRaw`SELECT 1 FROM liste_pieces WHERE procedure = ${cle} AND version = ${vu.version} FOR UPDATE`;
  const liste = await versionEditee(tx, cle, vu.version);
  if (!liste) return refuse('introuvable');
  if (!liste.estBrouillon) return refuse('liste_plus_brouillon');
  if (liste.revision === vu.revision) return ok(liste);
  const depuis = liste.modifications.filter((m) => m.revision > vu.revision);
  const quoi = depuis.map((m) => `${m.nom}, ${heure.format(new Date(m.le))} : ${m.quoi}`).join(' ; ');
  return refuse('liste_modifiee_ailleurs', { quoi: quoi || 'ce brouillon', revision: String(liste.revision) });
}

/** Changes remembered with a draft: enough for who left it open since yesterday. */
const MODIFICATIONS_MAX = 200;

/** Under the lock: what `changer` gives becomes the draft, one revision further. Value: that revision. */
async function modifier(
  { portee, par, procedure, at }: Edition,
  vu: BrouillonVu,
  changer: (liste: ListeEditee, tx: Tx) => Promise<Resultat<{ pieces: readonly PieceDemandee[]; quoi: string }>>,
): Promise<Resultat<number>> {
  const cle = cleEditee(portee, procedure.slug);
  return transaction(async (tx) => {
    const liste = await verrouiller(tx, cle, vu);
    if (!liste.ok) return liste;
    const change = await changer(liste.valeur, tx);
    if (!change.ok) return change;
    const revision = liste.valeur.revision + 1;
    const modification = { revision, nom: par.nom, le: at.toISOString(), quoi: change.valeur.quoi };
    await tx.listePieces.update({
      where: { procedure_version: { procedure: cle, version: vu.version } },
      data: {
        pieces: enJson(change.valeur.pieces),
        revision,
        modifications: enJson([...liste.valeur.modifications, modification].slice(-MODIFICATIONS_MAX)),
      },
      select: { version: true },
    });
    return ok(revision);
  });
}

/** What one piece becomes, in a word: for who edits the same draft. */
function motsDuChangement(avant: PieceDemandee | undefined, apres: PieceDemandee, procedure: Procedure): string {
  if (!avant) return `pièce « ${apres.libelle} » ajoutée`;
  const [change] = difference([avant], [{ ...apres, code: avant.code }], champsDeLaProcedure(procedure)).changees;
  const parties = change?.changements.map((c) => PARTIES[c.partie].toLowerCase()) ?? [];
  return `pièce « ${apres.libelle} » modifiée${parties.length ? ` (${parties.join(', ')})` : ''}`;
}

/**
 * Adds a piece (`ancien` null) or rewrites it. A code is fixed once a version that has it is published. Refusals: those of the lock,
 * `code_de_piece_pris`, `code_de_piece_publie`.
 */
export async function enregistrerPiece(
  edition: Edition,
  vu: BrouillonVu,
  ancien: string | null,
  piece: PieceDemandee,
): Promise<Resultat<number>> {
  return modifier(edition, vu, async ({ cle, pieces }, tx) => {
    const avant = pieces.find((p) => p.code === ancien);
    const change = piece.code !== ancien;
    if (change && pieces.some((p) => p.code === piece.code)) return refuse('code_de_piece_pris');
    if (change && cle !== edition.procedure.slug && (await codesPublies(tx, edition.procedure.slug)).includes(piece.code))
      return refuse('code_de_piece_pris');
    if (change && ancien !== null && (await codesPublies(tx, cle)).includes(ancien)) return refuse('code_de_piece_publie');
    const suivantes = avant ? pieces.map((p) => (p === avant ? piece : p)) : [...pieces, piece];
    return ok({ pieces: suivantes, quoi: motsDuChangement(avant, piece, edition.procedure) });
  });
}

/** Moves a piece one place up or down, or takes it out. Gone already: refused as `piece_inconnue`. */
export async function placerPiece(edition: Edition, vu: BrouillonVu, code: string, sens: (typeof SENS)[number]): Promise<Resultat<number>> {
  return modifier(edition, vu, async ({ pieces }) => {
    const rang = pieces.findIndex((p) => p.code === code);
    const piece = pieces[rang];
    if (!piece) return refuse('piece_inconnue');
    if (sens === 'retirer') return ok({ pieces: pieces.filter((p) => p !== piece), quoi: `pièce « ${piece.libelle} » retirée` });
    const cible = Math.min(pieces.length - 1, Math.max(0, rang + (sens === 'monter' ? -1 : 1)));
    const autres = pieces.filter((p) => p !== piece);
    return ok({ pieces: [...autres.slice(0, cible), piece, ...autres.slice(cible)], quoi: `pièce « ${piece.libelle} » déplacée` });
  });
}

/** The draft goes; published versions never do. */
export async function abandonnerBrouillon(edition: Edition, vu: BrouillonVu): Promise<Resultat<null>> {
  const { portee, par, procedure, at } = edition;
  const cle = cleEditee(portee, procedure.slug);
  return transaction(async (tx) => {
    const liste = await verrouiller(tx, cle, vu);
    if (!liste.ok) return liste;
    await tx.listePieces.delete({ where: { procedure_version: { procedure: cle, version: vu.version } }, select: { version: true } });
    await consignerActe(tx, { par: par.agentId, type: 'liste_abandonnee', cibleId: null, faits: faitsDe(edition, vu.version) }, at);
    return ok(null);
  });
}

/** Published versions after which another one rules by now take the word of their state. */
async function marquerRemplacees(tx: Pick<Tx, '$executeRaw'>, jour: Jour): Promise<number> {
  return tx.$executeRaw`
    UPDATE liste_pieces l SET etat = 'remplacee' WHERE l.etat = 'publiee' AND EXISTS (
      SELECT 1 FROM liste_pieces n WHERE n.procedure = l.procedure AND n.etat <> 'brouillon' AND n.effet_le <= ${jour}::date
        AND (n.effet_le, n.version) > (l.effet_le, l.version))`;
}

/** For the hourly job: what a date of effect has just replaced. Value: how many. */
export const remplacerListes = (at: Date): Promise<number> => marquerRemplacees(db(), jourDe(at));

/**
 * The draft becomes the list, from a day: tomorrow at the earliest, or today when one says why. Published twice: once. Refusals: those of
 * the lock, `effet_passe`, `effet_aujourdhui` (no reason said), `effet_avant_la_suivante`, `liste_sans_changement`, `liste_refusee`.
 */
export async function publierListe(edition: Edition, saisie: PublicationSaisie): Promise<Resultat<null>> {
  const { portee, par, procedure, at } = edition;
  const { version, effet, raison, source, urgence } = saisie;
  const cle = cleEditee(portee, procedure.slug);
  const jour = jourDe(at);
  return transaction(async (tx) => {
    const liste = await verrouiller(tx, cle, saisie);
    if (!liste.ok) return liste.refus === 'liste_plus_brouillon' ? ok(null) : liste;
    if (effet < jour) return refuse('effet_passe');
    if (effet === jour && urgence === '') return refuse('effet_aujourdhui');
    const publiees = (await versions(portee, procedure.slug)).filter((v) => v.cle === cle && !v.estBrouillon);
    const derniere = dernierePubliee(publiees);
    if (derniere && effet < derniere.effetLe) return refuse('effet_avant_la_suivante', { jour: jourLisible(derniere.effetLe) });
    const avant = derniere ? await versionEditee(tx, cle, derniere.version) : null;
    const { pieces } = liste.valeur;
    if (sansDifference(difference(avant?.pieces ?? [], pieces, champsDeLaProcedure(procedure)))) return refuse('liste_sans_changement');
    const problemes = await problemesDe(tx, { cle, pieces }, procedure, effet);
    if (problemes.length > 0) return refuse('liste_refusee', { nombre: String(problemes.length) });
    await tx.listePieces.update({
      where: { procedure_version: { procedure: cle, version } },
      data: { etat: 'publiee', effetLe: enDate(effet), raison, source, publieePar: par.agentId, publieeLe: at },
      select: { version: true },
    });
    await marquerRemplacees(tx, jour);
    const faits = { ...faitsDe(edition, version), du: jourLisible(effet), motif: raison, source, ...(urgence ? { urgence } : {}) };
    await consignerActe(tx, { par: par.agentId, type: 'liste_publiee', cibleId: null, faits }, at);
    return ok(null);
  });
}

/** A version published and not yet in force is a draft again: nobody has followed it. Refusals: `liste_deja_suivie`, `brouillon_de_liste_existe`. */
export async function retirerPublication(edition: Edition, version: number): Promise<Resultat<null>> {
  const { portee, par, procedure, at } = edition;
  const cle = cleEditee(portee, procedure.slug);
  try {
    return await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM liste_pieces WHERE procedure = ${cle} AND version = ${version} FOR UPDATE`;
      const liste = await versionEditee(tx, cle, version);
      if (!liste) return refuse('introuvable');
      if (liste.estBrouillon) return ok(null);
      if (liste.effetLe <= jourDe(at)) return refuse('liste_deja_suivie');
      await tx.listePieces.update({
        where: { procedure_version: { procedure: cle, version } },
        data: { etat: 'brouillon', publieePar: null, publieeLe: null, revision: { increment: 1 } },
        select: { version: true },
      });
      const faits = { ...faitsDe(edition, version), du: jourLisible(liste.effetLe) };
      await consignerActe(tx, { par: par.agentId, type: 'liste_retiree', cibleId: null, faits }, at);
      return ok(null);
    });
  } catch (erreur) {
    if (isUniqueViolation(erreur)) return refuse('brouillon_de_liste_existe');
    throw erreur;
  }
}
