// The registry of persons: one personne, one number, whatever the number of clicks (D-04, R.142-20).
import 'server-only';
import codesPays from 'i18n-iso-countries';
import type { Titulaire } from '#adapters/registre/registre.ts';
import type { Adresse } from '#domain/adresse/adresse.ts';
import type { Jour } from '#domain/jour.ts';
import type { ChangementEtatCivil } from '#domain/personne/changement.ts';
import { type Identite, partiesDeNaissance } from '#domain/personne/identite.ts';
import { cleRecherche } from '#domain/personne/rapprochement.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { suivreAdresse } from '#features/dossier/store.ts';
import type { Tx } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { identiteDuRegistre, registre } from './registre/commands.ts';

async function creerPersonne(tx: Tx, identite: Identite, numeroEtranger: string | null, at: Date): Promise<string> {
  const { annee, mois, jour } = partiesDeNaissance(identite.naissance);
  const { id } = await tx.personne.create({
    data: {
      id: newId(),
      numeroEtranger,
      nomNaissance: identite.nomNaissance,
      nomUsage: identite.nomUsage,
      prenoms: [...identite.prenoms],
      sexe: identite.sexe,
      naissanceAnnee: annee,
      naissanceMois: mois,
      naissanceJour: jour,
      paysNaissance: identite.paysNaissance,
      lieuNaissance: identite.lieuNaissance,
      nationalites: [...identite.nationalites],
      cleRecherche: cleRecherche(identite.nomNaissance, identite.prenoms),
      creeLe: at,
    },
    select: { id: true },
  });
  return id;
}

export type ChoixNumero = { sorte: 'nouveau' } | { sorte: 'existant'; numeroEtranger: string };

type Attribution = { compteId: string; departement: string; identite: Identite; choix: ChoixNumero };

/**
 * Gives a personne and a number to a compte that has none, in the caller's transaction. Refusals: `numero_deja_attribue`,
 * `numero_etranger_inconnu`, `numero_rattache_ailleurs`. The compte itself is upgraded by features/compte.
 */
export async function donnerNumero(
  tx: Tx,
  attribution: Attribution,
  at: Date,
): Promise<Resultat<{ personneId: string; numeroEtranger: string }>> {
  const { compteId, departement, identite, choix } = attribution;
  // two dossiers of one compte may be examined at once: the second waits here, then sees the number
  const [compte] = await tx.$queryRaw<{ personne_id: string | null; numero_etranger: string | null }[]>`
    SELECT personne_id, numero_etranger FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  if (!compte) return refuse('introuvable');
  if (compte.numero_etranger) return refuse('numero_deja_attribue');
  const trouvee =
    choix.sorte === 'nouveau'
      ? await nouvelle(tx, compte.personne_id, { departement, identite }, at)
      : await existante(tx, compteId, identite, choix.numeroEtranger, at);
  if (trouvee.ok)
    await tx.compte.update({ where: { id: compteId }, data: { personneId: trouvee.valeur.personneId }, select: { id: true } });
  return trouvee;
}

/**
 * The same for a minor whom the holder of the compte represents (D-11): the number is the minor's, the compte does not change. The dossier
 * is locked by the caller. Refusals: `numero_etranger_inconnu`, `numero_rattache_ailleurs` when that person has a compte of their own.
 */
export function donnerNumeroAuMineur(
  tx: Tx,
  { personneId, compteId, departement, identite, choix }: Attribution & { personneId: string | null },
  at: Date,
): Promise<Trouvee> {
  return choix.sorte === 'nouveau'
    ? nouvelle(tx, personneId, { departement, identite }, at)
    : existante(tx, compteId, identite, choix.numeroEtranger, at);
}

type Trouvee = Resultat<{ personneId: string; numeroEtranger: string }>;

async function nouvelle(
  tx: Tx,
  connue: string | null,
  { departement, identite }: Pick<Attribution, 'departement' | 'identite'>,
  at: Date,
): Promise<Trouvee> {
  const personneId = connue ?? (await creerPersonne(tx, identite, null, at));
  const numeroEtranger = await registre(tx).attribuer({ departement, identite: identiteDuRegistre(identite), reference: personneId });
  return ok({ personneId, numeroEtranger });
}

async function existante(tx: Tx, compteId: string, identite: Identite, numero: string, at: Date): Promise<Trouvee> {
  const [rapprochement] = await registre(tx).chercher({ numeroEtranger: numero });
  if (!rapprochement) return refuse('numero_etranger_inconnu');
  const { numeroEtranger } = rapprochement.fiche;
  const personne = await tx.personne.findUnique({ where: { numeroEtranger }, select: { id: true, compte: { select: { id: true } } } });
  if (personne?.compte && personne.compte.id !== compteId) return refuse('numero_rattache_ailleurs');
  // known to the national registry, not yet here
  const personneId = personne?.id ?? (await creerPersonne(tx, identite, numeroEtranger, at));
  return ok({ personneId, numeroEtranger });
}

const enAlpha2 = (pays: string): string => codesPays.alpha3ToAlpha2(pays) ?? pays;

/**
 * The personne of this portal who holds a titre that the registry has recognised, made when she was not known here yet. Safe to
 * repeat. The reference of the embedded registry is the personne itself; another one's matches nobody, the number then tells.
 */
export async function personneDuTitulaire(tx: Tx, { reference, numeroEtranger, etatCivil }: Titulaire, at: Date): Promise<string> {
  const parNumero = numeroEtranger ? await tx.personne.findUnique({ where: { numeroEtranger }, select: { id: true } }) : null;
  const connue = parNumero ?? (isId(reference) ? await tx.personne.findUnique({ where: { id: reference }, select: { id: true } }) : null);
  if (connue) return connue.id;
  const { nomNaissance, nomUsage, prenoms, sexe, dateNaissance, paysNaissance, lieuNaissance, nationalite } = etatCivil;
  const identite: Identite = {
    nomNaissance,
    nomUsage,
    prenoms: prenoms.split(/\s+/).filter(Boolean),
    sexe,
    naissance: dateNaissance,
    paysNaissance: enAlpha2(paysNaissance),
    lieuNaissance,
    nationalites: [enAlpha2(nationalite)],
  };
  return creerPersonne(tx, identite, numeroEtranger, at);
}

/**
 * The address that the registre now knows for a person, in the caller's transaction: a declared change, or the address of an accepted
 * request. The drafts of the person follow it (D-10). Safe to repeat.
 */
export async function declarerAdresse(tx: Tx, personneId: string, adresse: Adresse, at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE personne SET adresse = ${JSON.stringify(adresse)}::jsonb WHERE id = ${personneId}::uuid`;
  await suivreAdresse(tx, personneId, adresse, at);
}

/** A declared change of civil status, accepted. The search key follows the name. */
export async function changerEtatCivil(tx: Tx, personneId: string, changement: ChangementEtatCivil): Promise<void> {
  if (Object.keys(changement).length === 0) return;
  const { nomNaissance: ancienNom, prenoms: anciens } = await tx.personne.findUniqueOrThrow({
    where: { id: personneId },
    select: { nomNaissance: true, prenoms: true },
  });
  const nomNaissance = changement.nomNaissance ?? ancienNom;
  const prenoms = [...(changement.prenoms ?? anciens)];
  const nomUsage = changement.nomUsage === undefined ? {} : { nomUsage: changement.nomUsage };
  await tx.personne.update({
    where: { id: personneId },
    data: { nomNaissance, prenoms, ...nomUsage, cleRecherche: cleRecherche(nomNaissance, prenoms) },
    select: { id: true },
  });
}

/** The titre with these two dates is held no more from that day. False: the registre does not know it. */
export async function invaliderTitre(tx: Tx, personneId: string, titre: { debut: Jour; fin: Jour }, jour: Jour): Promise<boolean> {
  const invalides = await tx.$executeRaw`
    UPDATE titre SET invalide_le = coalesce(invalide_le, ${jour}::date)
    WHERE personne_id = ${personneId}::uuid AND debut_le::text = ${titre.debut} AND fin_le::text = ${titre.fin}`;
  return invalides > 0;
}
