// From an identity proven by FranceConnect to a compte (S-057, C43). Nothing links by itself: the number and the dates of the titre, or
// the person of the open compte confirming their own civil status. Each command runs with the secret that this browser holds.
import 'server-only';
import type { Affirmations } from '#adapters/openid/openid.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { peutLierParTitre, suiteDuRetour } from '#domain/compte/identite-pivot.ts';
import { ok, type Refus, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { personneDuTitulaire } from '#features/personne/commands.ts';
import { registre } from '#features/personne/registre/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId, readableCode } from '#platform/ids.ts';
import { consignerConsentement } from '../consentement/commands.ts';
import { creerJeton, empreinteDuJeton } from '../jetons/commands.ts';
import { consommerScelle, desceller, sceller } from '../openid/commands.ts';
import { lirePivot, semblables } from './queries.ts';
import { type Attente, attente, codeSaisi, MINUTES_ATTENTE, SORTE_ATTENTE, SORTE_CODE } from './schema.ts';

const FOURNISSEUR = 'franceconnect';
/** 10 characters hold 49 bits: with the tries that the brake leaves, guessing is out of reach. */
const LONGUEUR_CODE = 10;

export type Arrivee = { sorte: 'entrer'; compteId: string } | { sorte: 'attente'; secret: string };

/** `compteOuvert`: the compte open in this browser, by whatever means. */
export async function accueillir(
  dit: { affirmations: Affirmations; idToken: string; retour?: string },
  compteOuvert: string | null,
  at: Date,
): Promise<Arrivee> {
  const { sub } = dit.affirmations;
  const pivot = await lirePivot(dit.affirmations);
  const lien = await db().identiteExterne.findUnique({
    where: { fournisseur_sub: { fournisseur: FOURNISSEUR, sub } },
    select: { compteId: true },
  });
  const compteLie = lien?.compteId ?? null;
  const ouvert = compteOuvert ? await db().compte.findUnique({ where: { id: compteOuvert }, select: { personneId: true } }) : null;
  const suite = suiteDuRetour({
    compteLie,
    semblables: compteLie ? [] : await semblables(pivot),
    personneConnectee: ouvert?.personneId ?? null,
  });
  if (suite.sorte === 'entrer') return suite;
  const contenu: Attente = {
    sub,
    idToken: dit.idToken,
    pivot,
    email: dit.affirmations.email ?? null,
    question: suite.sorte,
    personneId: suite.sorte === 'choisir' ? null : suite.personneId,
    prouvee: null,
    etape: 'question',
    retour: dit.retour,
  };
  const secret = await creerJeton(db(), { sorte: SORTE_ATTENTE, minutes: MINUTES_ATTENTE, contenu: sceller(contenu) }, at);
  return { sorte: 'attente', secret };
}

export type Entree = { compteId: string; idToken: string; retour?: string };

/** A refusal that undoes what its transaction wrote. */
class Annule extends Error {
  readonly refus: Refus;
  constructor(refus: Refus) {
    super(refus.refus);
    this.refus = refus;
  }
}

async function toutOuRien<T>(travail: (tx: Tx) => Promise<T>): Promise<Resultat<T>> {
  try {
    return ok(await transaction(travail));
  } catch (erreur) {
    if (erreur instanceof Annule) return erreur.refus;
    throw erreur;
  }
}

/** Links in the caller's transaction and tells the person by mail. One FranceConnect identity per compte: a second one would be a second person. */
async function lier(tx: Tx, { sub, compteId }: { sub: string; compteId: string }, at: Date): Promise<void> {
  const [compte] = await tx.$queryRaw<{ email: string }[]>`SELECT email FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  if (!compte) throw new Annule(refuse('identite_expiree'));
  if ((await tx.identiteExterne.count({ where: { compteId, fournisseur: FOURNISSEUR } })) > 0)
    throw new Annule(refuse('identite_deja_liee'));
  const { count } = await tx.identiteExterne.createMany({
    data: [{ fournisseur: FOURNISSEUR, sub, compteId, lieeLe: at }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Annule(refuse('identite_expiree'));
  await demanderCourriel(tx, {
    cle: `identite_liee:${compteId}:${at.toISOString()}`,
    sorte: 'identite_liee',
    destinataire: compte.email,
    variables: { le: at.toISOString(), fournisseur: 'FranceConnect' },
  });
}

async function consommer(tx: Tx, secret: string, at: Date): Promise<Attente> {
  const lue = await consommerScelle(tx, { sorte: SORTE_ATTENTE, secret, schema: attente }, at);
  if (!lue) throw new Annule(refuse('identite_expiree'));
  return lue;
}

/** Reads the identity that waits, holding its row until the end of the transaction. */
async function tenir(tx: Tx, secret: string, at: Date): Promise<Attente> {
  const empreinte = empreinteDuJeton(SORTE_ATTENTE, secret);
  await tx.$queryRaw`SELECT 1 FROM jeton WHERE empreinte = ${empreinte} FOR UPDATE`;
  const jeton = await tx.jeton.findFirst({ where: { empreinte, utiliseLe: null, expireLe: { gt: at } }, select: { contenu: true } });
  if (!jeton) throw new Annule(refuse('identite_expiree'));
  return desceller(attente, jeton.contenu);
}

async function noter(tx: Tx, secret: string, contenu: Attente): Promise<void> {
  await tx.jeton.update({
    where: { empreinte: empreinteDuJeton(SORTE_ATTENTE, secret) },
    data: { contenu: sceller(contenu) },
    select: { sorte: true },
  });
}

/** The compte open in this browser is this very person's: their gesture links it. Refuses `identite_expiree`, `identite_deja_liee`. */
export function confirmer({ compteId }: PorteeUsager, secret: string, at: Date): Promise<Resultat<Entree>> {
  return toutOuRien(async (tx) => {
    const { question, personneId, sub, idToken, retour } = await consommer(tx, secret, at);
    const compte = await tx.compte.findUnique({ where: { id: compteId }, select: { personneId: true } });
    // another compte may have been opened meanwhile in this browser
    if (question !== 'confirmer' || !personneId || compte?.personneId !== personneId) throw new Annule(refuse('identite_expiree'));
    await lier(tx, { sub, compteId }, at);
    return { compteId, idToken, retour };
  });
}

/**
 * The number and the two dates of the titre show a person of the registry. Their compte is linked; without a compte, an address is asked
 * next (value: null). Refuses `titre_sans_lien` whatever is wrong: number, date, or a civil status that is plainly somebody else's.
 */
export function reconnaitreParTitre(
  secret: string,
  titre: { numero: string; debut: string; fin: string },
  at: Date,
): Promise<Resultat<Entree | null>> {
  return toutOuRien(async (tx) => {
    const enAttente = await tenir(tx, secret, at);
    const titulaire = await registre(tx).verifierTitre(titre);
    const civil = titulaire?.etatCivil;
    if (!civil || !peutLierParTitre(enAttente.pivot, { nomNaissance: civil.nomNaissance, naissance: civil.dateNaissance }))
      throw new Annule(refuse('titre_sans_lien'));
    const personneId = await personneDuTitulaire(tx, titulaire, at);
    const compte = await tx.compte.findUnique({ where: { personneId }, select: { id: true } });
    if (!compte) {
      const numeroVisa = titulaire.numeroEtranger ? null : titulaire.titre.numero;
      await noter(tx, secret, { ...enAttente, prouvee: { personneId, numeroVisa }, etape: 'courriel' });
      return null;
    }
    const { sub, idToken, retour } = await consommer(tx, secret, at);
    await lier(tx, { sub, compteId: compte.id }, at);
    return { compteId: compte.id, idToken, retour };
  });
}

/**
 * Sends a code to the address of the compte to be. An address that has a compte gets, instead, a mail that says how to get in: the page
 * says the same in both cases. Refuses `identite_expiree`.
 */
export function demanderCode(
  secret: string,
  { email, consentement }: { email: string; consentement: boolean },
  at: Date,
): Promise<Resultat<null>> {
  const code = readableCode(LONGUEUR_CODE);
  return toutOuRien(async (tx) => {
    const enAttente = await tenir(tx, secret, at);
    // somebody of the registry has this civil status: without the titre, no second compte for the same person
    if (enAttente.question !== 'choisir' && !enAttente.prouvee) throw new Annule(refuse('titre_sans_lien'));
    await noter(tx, secret, { ...enAttente, email, etape: 'code' });
    const connu = await tx.compte.findUnique({ where: { email }, select: { emailConfirmeLe: true } });
    if (connu?.emailConfirmeLe) {
      await demanderCourriel(tx, { cle: `compte_existant:${newId()}`, sorte: 'compte_existant', destinataire: email, variables: {} });
      return null;
    }
    await tx.jeton.create({
      data: {
        empreinte: empreinteDuJeton(SORTE_CODE, `${secret}:${code}`),
        sorte: SORTE_CODE,
        contenu: sceller({ email, consentement }),
        expireLe: new Date(at.getTime() + MINUTES_ATTENTE * 60_000),
      },
    });
    await demanderCourriel(tx, {
      cle: `code_franceconnect:${newId()}`,
      sorte: 'code_franceconnect',
      destinataire: email,
      variables: { validiteMinutes: MINUTES_ATTENTE },
      secret: code,
    });
    return null;
  });
}

/** The code proves the address: the compte is made (or taken up again, when it was never confirmed) and linked. Refuses `code_errone`. */
export function creerParCode(secret: string, code: string, at: Date): Promise<Resultat<Entree>> {
  return toutOuRien(async (tx) => {
    const choix = await consommerScelle(tx, { sorte: SORTE_CODE, secret: `${secret}:${code}`, schema: codeSaisi }, at);
    if (!choix) throw new Annule(refuse('code_errone'));
    const { sub, idToken, retour, prouvee } = await consommer(tx, secret, at);
    const personne = prouvee
      ? await tx.personne.findUnique({
          where: { id: prouvee.personneId },
          select: { numeroEtranger: true, compte: { select: { id: true } } },
        })
      : null;
    if (personne?.compte) throw new Annule(refuse('identite_expiree'));
    const { email } = choix;
    await tx.compte.createMany({ data: [{ id: newId(), email, creeLe: at }], skipDuplicates: true });
    const [compte] = await tx.$queryRaw<{ id: string; email_confirme_le: Date | null }[]>`
      SELECT id, email_confirme_le FROM compte WHERE email = ${email} FOR UPDATE`;
    if (!compte || compte.email_confirme_le) throw new Annule(refuse('code_errone'));
    await tx.compte.update({
      where: { id: compte.id },
      data: {
        emailConfirmeLe: at,
        // a provisional password sent to the same address before it was confirmed opens nothing any more
        provisoire: null,
        provisoireExpire: null,
        ...(personne && prouvee ? { ...prouvee, numeroEtranger: personne.numeroEtranger } : {}),
      },
      select: { id: true },
    });
    await consignerConsentement(tx, { compteId: compte.id, donne: choix.consentement, canal: 'creation' }, at);
    await lier(tx, { sub, compteId: compte.id }, at);
    return { compteId: compte.id, idToken, retour };
  });
}

/** The person gives up: what FranceConnect said of them is forgotten at once. Value: how to leave FranceConnect. */
export async function abandonner(secret: string, at: Date): Promise<{ idToken: string } | null> {
  return transaction((tx) => consommerScelle(tx, { sorte: SORTE_ATTENTE, secret, schema: attente }, at));
}

/** The compte is opened by its password only, from now on; the person is told. */
export async function delier({ compteId }: PorteeUsager, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.identiteExterne.deleteMany({ where: { compteId, fournisseur: FOURNISSEUR } });
    if (count === 0) return;
    const { email } = await tx.compte.findUniqueOrThrow({ where: { id: compteId }, select: { email: true } });
    await demanderCourriel(tx, {
      cle: `identite_deliee:${compteId}:${at.toISOString()}`,
      sorte: 'identite_deliee',
      destinataire: email,
      variables: { le: at.toISOString() },
    });
  });
}
