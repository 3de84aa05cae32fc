// Giving, accepting, ending a mandat (D-11): one dossier, some rights, until a date, accepted by both, revocable at once.
// No password is ever shared: the mandataire comes in with their own compte, and every act bears both names.
import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import { type Droit, droitsComplets, etatDuMandat, MOIS_MANDAT, type QualiteMandataire } from '#domain/access/mandat.ts';
import { type Jour, jourDe, plusMois } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { consommerJeton, creerJeton, lireJeton } from '#features/compte/jetons/commands.ts';
import { consignerMandat } from '#features/dossier/journal/commands.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';

type Appel = { usager: Usager; at: Date };

export type Offre = {
  dossier: string;
  nom: string;
  email: string;
  qualite: QualiteMandataire;
  organisme: string | null;
  droits: readonly Droit[];
  finLe: Jour;
};

/** Days to accept: later, the link says to ask for another one. */
export const JOURS_POUR_ACCEPTER = 15;

/** Name of the person in the mails: never the number nor the démarche, which a stranger could read over a shoulder. */
const nomDe = ({ nom, email }: Usager): string => nom ?? email;

/** Offers a mandat. The same offer sent twice is one. Refuses `mandat_fin`, `mandat_a_soi`, `mandat_deja_donne`, `introuvable`. Value: its id. */
export async function donnerMandat({ usager, at }: Appel, offre: Offre): Promise<Resultat<string>> {
  const jour = jourDe(at);
  if (offre.finLe < jour || offre.finLe > plusMois(jour, MOIS_MANDAT)) return refuse('mandat_fin', { mois: String(MOIS_MANDAT) });
  if (offre.email === usager.email) return refuse('mandat_a_soi');
  if (!isId(offre.dossier)) return refuse('introuvable');
  return transaction(async (tx) => {
    // two presses of the same button wait here, one behind the other
    const [dossier] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM dossier WHERE id = ${offre.dossier}::uuid AND compte_id = ${usager.compteId}::uuid AND statut <> 'abandonne' FOR UPDATE`;
    if (!dossier) return refuse('introuvable');
    const autre = await tx.mandat.findFirst({
      where: { dossierId: dossier.id, mandataireEmail: offre.email, revoqueLe: null, finLe: { gte: new Date(`${jour}T00:00:00Z`) } },
      select: { id: true, creeLe: true, droits: true },
    });
    const droits = droitsComplets(offre.droits);
    if (autre) return estLeMeme(autre, droits, at) ? ok(autre.id) : refuse('mandat_deja_donne');
    const id = newId();
    await tx.mandat.create({
      data: {
        id,
        mandantId: usager.compteId,
        dossierId: dossier.id,
        mandataireEmail: offre.email,
        mandataireNom: offre.nom,
        qualite: offre.qualite,
        organisme: offre.organisme,
        droits,
        finLe: new Date(`${offre.finLe}T00:00:00Z`),
        mandantLe: at,
        creeLe: at,
      },
      select: { id: true },
    });
    const secret = await creerJeton(tx, { sorte: 'mandat', minutes: JOURS_POUR_ACCEPTER * 24 * 60, contenu: { mandat: id } }, at);
    await demanderCourriel(tx, {
      cle: `mandat_propose:${id}`,
      sorte: 'mandat_propose',
      destinataire: offre.email,
      variables: { de: nomDe(usager), droits, finLe: offre.finLe, joursPourAccepter: JOURS_POUR_ACCEPTER },
      secret,
    });
    return ok(id);
  });
}

const DOUBLE_CLIC = 60_000;

function estLeMeme(autre: { creeLe: Date; droits: string[] }, droits: readonly Droit[], at: Date): boolean {
  return at.getTime() - autre.creeLe.getTime() < DOUBLE_CLIC && autre.droits.join() === droits.join();
}

const mandatDu = (contenu: unknown): string | null =>
  typeof contenu === 'object' && contenu !== null && 'mandat' in contenu && typeof contenu.mandat === 'string' ? contenu.mandat : null;

/** The mandat that a link still good is about; reading uses nothing up. */
export async function mandatDuLien(jeton: string, at: Date): Promise<string | null> {
  return mandatDu((await lireJeton('mandat', jeton, at))?.contenu);
}

/**
 * The person invited accepts or declines, logged in with the very address that was invited: a forwarded link opens nothing.
 * Refuses `lien_expire`, `mandat_autre_adresse`.
 */
export async function repondreMandat({ usager, at }: Appel, jeton: string, accepte: boolean): Promise<Resultat<string>> {
  const id = await mandatDuLien(jeton, at);
  if (id === null) return refuse('lien_expire');
  return transaction(async (tx) => {
    const mandat = await verrouille(tx, id);
    if (!mandat || etatDuMandat(mandat, jourDe(at)) !== 'attend_mandataire') return refuse('lien_expire');
    if (mandat.mandataireEmail !== usager.email) return refuse('mandat_autre_adresse');
    if (!(await consommerJeton(tx, 'mandat', jeton, at))) return refuse('lien_expire');
    const reponse = accepte ? { mandataireId: usager.compteId, mandataireLe: at } : { revoqueLe: at, revoquePar: usager.compteId };
    await tx.mandat.update({ where: { id }, data: reponse, select: { id: true } });
    if (accepte) await consignerMandat(tx, mandat.dossierId, 'mandat_accepte', id, usager, at);
    await demanderCourriel(tx, {
      cle: `mandat_repondu:${id}`,
      sorte: 'mandat_repondu',
      destinataire: mandat.mandant.email,
      variables: { par: mandat.mandataireNom, accepte, finLe: mandat.finLe },
    });
    return ok(id);
  });
}

/** Ends a mandat at once, by whoever gave it or holds it. Ending it twice is ending it. Refuses `introuvable`. */
export async function revoquerMandat({ usager, at }: Appel, id: string): Promise<Resultat<null>> {
  if (!isId(id)) return refuse('introuvable');
  return transaction(async (tx) => {
    const mandat = await verrouille(tx, id);
    const parLeMandant = mandat?.mandantId === usager.compteId;
    if (!mandat || !(parLeMandant || mandat.mandataireId === usager.compteId)) return refuse('introuvable');
    if (mandat.revoqueLe) return ok(null);
    await tx.mandat.update({ where: { id }, data: { revoqueLe: at, revoquePar: usager.compteId }, select: { id: true } });
    if (mandat.mandataireLe) await consignerMandat(tx, mandat.dossierId, 'mandat_fini', id, usager, at);
    await demanderCourriel(tx, {
      cle: `mandat_fini:${id}`,
      sorte: 'mandat_fini',
      destinataire: parLeMandant ? mandat.mandataireEmail : mandat.mandant.email,
      variables: { par: parLeMandant ? nomDe(usager) : mandat.mandataireNom },
    });
    return ok(null);
  });
}

async function verrouille(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT 1 FROM mandat WHERE id = ${id}::uuid FOR UPDATE`;
  const mandat = await tx.mandat.findUnique({ where: { id }, include: { mandant: { select: { email: true } } } });
  return mandat && { ...mandat, finLe: mandat.finLe.toISOString().slice(0, 10) };
}
