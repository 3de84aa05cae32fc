// Passwords chosen by their owner: after a provisional one, or through a link sent by mail.
import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { reglesDuMotDePasse, termesPersonnels } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { revoquerAcces } from '../commands.ts';
import { consommerJeton, lireJeton } from '../jetons/commands.ts';

const COMMUNS: ReadonlySet<string> = new Set(dictionary['passwords-common']);

const CHAMPS = {
  email: true,
  emailConfirmeLe: true,
  numeroEtranger: true,
  personne: { select: { nomNaissance: true, nomUsage: true, prenoms: true } },
} as const;

/**
 * Sets the password after a provisional one (S-046). Refuses `mot_de_passe_refuse` with the rules that are missing.
 * The e-mail is confirmed (the provisional password came by it), every session and link of the compte ends.
 */
export async function choisirMotDePasse(
  { compteId, motDePasse }: { compteId: string; motDePasse: string },
  at: Date,
): Promise<Resultat<Pose>> {
  const juge = await juger(compteId, motDePasse);
  if (!juge.ok) return juge;
  const empreinte = await hash(motDePasse);
  return transaction((tx) => poser(tx, { compteId, empreinte }, at));
}

/** The same through the link of C23, which works once. Refuses `lien_expire`. */
export async function choisirParJeton({ jeton, motDePasse }: { jeton: string; motDePasse: string }, at: Date): Promise<Resultat<Pose>> {
  const lien = await lireJeton('mot_de_passe', jeton, at);
  if (!lien?.compteId) return refuse('lien_expire');
  const { compteId } = lien;
  const juge = await juger(compteId, motDePasse);
  if (!juge.ok) return juge;
  const empreinte = await hash(motDePasse);
  return transaction(async (tx) => {
    return (await consommerJeton(tx, 'mot_de_passe', jeton, at)) ? poser(tx, { compteId, empreinte }, at) : refuse('lien_expire');
  });
}

export type Pose = { compteId: string; estDefinitif: boolean };

async function juger(compteId: string, motDePasse: string): Promise<Resultat<null>> {
  const compte = await db().compte.findUnique({ where: { id: compteId }, select: CHAMPS });
  if (!compte) return refuse('introuvable');
  const { personne } = compte;
  return jugerMotDePasse(motDePasse, { ...compte, noms: [personne?.nomNaissance, personne?.nomUsage, ...(personne?.prenoms ?? [])] });
}

/** Refuses `mot_de_passe_refuse` with the rules that are missing (D-02). */
export function jugerMotDePasse(motDePasse: string, personne: Parameters<typeof termesPersonnels>[0]): Resultat<null> {
  const termes = termesPersonnels(personne);
  const manquantes = reglesDuMotDePasse(motDePasse, termes, COMMUNS).filter((r) => !r.estRemplie);
  return manquantes.length ? refuse('mot_de_passe_refuse', { regles: manquantes.map((r) => `« ${r.libelle} »`).join(' ni ') }) : ok(null);
}

async function poser(tx: Tx, { compteId, empreinte }: { compteId: string; empreinte: string }, at: Date): Promise<Resultat<Pose>> {
  const avant = await tx.compte.findUniqueOrThrow({ where: { id: compteId }, select: CHAMPS });
  await tx.compte.update({
    where: { id: compteId },
    data: { motDePasse: empreinte, provisoire: null, provisoireExpire: null, emailConfirmeLe: avant.emailConfirmeLe ?? at },
  });
  await revoquerAcces(tx, compteId, at);
  if (avant.emailConfirmeLe) {
    await demanderCourriel(tx, {
      cle: `mot_de_passe_change:${newId()}`,
      sorte: 'mot_de_passe_change',
      destinataire: avant.email,
      variables: { le: at.toISOString() },
    });
  }
  return ok({ compteId, estDefinitif: avant.numeroEtranger !== null });
}
