// Before the first question and beside the way: starting a request, moving it to another ground, giving it up.
import 'server-only';
import type { Acteur } from '#domain/access/actors.ts';
import type { Representation } from '#domain/access/representation.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import { elaguer, estValide } from '#domain/procedure/compile.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { estOuverte } from '#features/configuration/ouvertures/queries.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { db, isUniqueViolation, type Sql, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { changerDeProcedure, creer, executer, surBrouillon } from '../../store.ts';
import { dossierOuvert } from '../queries.ts';
import { departDe } from '../reprise/queries.ts';

type Appel = { acteur: Acteur; portee: PorteeDossiers; at: Date };

/** For whom a request is begun: the holder of this compte, or a minor whom they represent. */
export type Demandeur = { compteId: string; representation: Representation | null; canal?: 'en_ligne' | 'guichet' };

/** Starts a request, or comes back to the draft that exists already: pressing twice gives one dossier. Value: its identifier. */
export async function commencer(acteur: Acteur, demandeur: Demandeur, slug: string, at: Date): Promise<Resultat<string>> {
  const procedure = procedureActuelle(slug);
  if (!procedure) return refuse('procedure_inconnue');
  if (procedure.demandeur === 'mineur' && !demandeur.representation) return refuse('representant_attendu');
  const brouillon = await brouillonDe(db(), demandeur, slug);
  if (brouillon) return ok(brouillon);
  // one begun before the closing goes on; a new one does not begin
  if (!estOuverte(procedure, jourDe(at))) return refuse('procedure_fermee');
  const numero = await dossierOuvert(db(), demandeur, slug);
  if (numero && procedure.demandeur !== 'salarie') return refuse('dossier_deja_ouvert', { numero });
  const id = newId();
  try {
    await transaction(async (tx) => {
      const { version } = await listeDuJour(tx, slug, jourDe(at));
      const depart = await departDe(tx, demandeur, procedure, at);
      await creer(tx, { id, procedure, listeVersion: version, ...depart, ...demandeur }, acteur, at);
    });
    return ok(id);
  } catch (erreur) {
    // the other of two simultaneous clicks was first: its draft is ours
    if (isUniqueViolation(erreur)) return commencer(acteur, demandeur, slug, at);
    throw erreur;
  }
}

/** The draft of this ground for this person, if there is one: at most one (unique index). */
async function brouillonDe(base: Pick<Sql, '$queryRaw'>, { compteId, representation }: Demandeur, slug: string): Promise<string | null> {
  const [brouillon] = await base.$queryRaw<{ id: string }[]>`
    SELECT id FROM dossier WHERE compte_id = ${compteId}::uuid AND procedure = ${slug} AND statut = 'brouillon'
      AND representation->>'cle' IS NOT DISTINCT FROM ${representation?.cle ?? null}::text`;
  return brouillon?.id ?? null;
}

/**
 * "Modifier ma situation" (S-074): the draft moves to another procedure. Answers are carried by code of champ; what belongs to
 * the former branch, answers and files, is discarded (C44).
 */
export async function changerSituation({ acteur, portee, at }: Appel, dossierId: string, slug: string): Promise<Resultat<null>> {
  const cible = procedureActuelle(slug);
  if (!cible) return refuse('procedure_inconnue');
  try {
    return await deplacer({ acteur, portee, at }, dossierId, cible);
  } catch (erreur) {
    // another tab has just begun, or moved, a draft to the same ground
    if (isUniqueViolation(erreur)) return refuse('brouillon_deja_ouvert');
    throw erreur;
  }
}

function deplacer({ acteur, portee, at }: Appel, dossierId: string, cible: Procedure): Promise<Resultat<null>> {
  const { slug } = cible;
  return surBrouillon(portee, 'remplir', dossierId, async (dossier, tx) => {
    if (dossier.procedure.slug === slug) return ok(null);
    const numero = await dossierOuvert(tx, dossier, slug);
    if (numero) return refuse('dossier_deja_ouvert', { numero });
    // another draft of the target procedure would break the rule of one draft per ground
    if (await brouillonDe(tx, dossier, slug)) return refuse('brouillon_deja_ouvert');
    const jour = jourDe(at);
    const liste = await listeDuJour(tx, slug, jour);
    const etapes = etapesAChamps(cible);
    const reponses = elaguer(etapes, dossier.reponses, { jour, email: dossier.email });
    const validees = etapes
      .filter((e) => dossier.etapesValidees.includes(e.code) && estValide(e, reponses, { jour, email: dossier.email }))
      .map((e) => e.code);
    await tx.saisie.deleteMany({ where: { dossierId, etape: { notIn: validees } } });
    await retirerPieces(
      tx,
      dossierId,
      liste.pieces.map((p) => p.code),
    );
    await changerDeProcedure(
      tx,
      dossier,
      { procedure: cible, listeVersion: liste.version, reponses, etapesValidees: validees },
      acteur,
      at,
    );
    return ok(null);
  });
}

/** Removes the pieces that are not in `gardees`; their bytes are left to the cleaning job, in the same transaction. */
async function retirerPieces(tx: Tx, dossierId: string, gardees: readonly string[]): Promise<void> {
  const retirees = await tx.piece.findMany({
    where: { dossierId, code: { notIn: [...gardees] } },
    select: { id: true, fichiers: { select: { cle: true } } },
  });
  if (retirees.length === 0) return;
  await tx.fichierOrphelin.createMany({ data: retirees.flatMap((p) => p.fichiers.map((f) => ({ cle: f.cle }))), skipDuplicates: true });
  await tx.piece.deleteMany({ where: { id: { in: retirees.map((p) => p.id) } } });
}

/** Abandons a draft: what was typed and given is erased, the row stays as an abandoned dossier without content (C44). */
export async function abandonner({ acteur, portee, at }: Appel, dossierId: string): Promise<Resultat<'abandonne'>> {
  return executer(
    { action: 'abandonner', dossierId, portee, acteur, at },
    async (dossier, tx) => {
      await tx.saisie.deleteMany({ where: { dossierId: dossier.id } });
      await retirerPieces(tx, dossier.id, []);
      return ok({ colonnes: { reponses: {}, etapesValidees: [], observations: null, reprise: null }, faits: {}, valeur: 'abandonne' });
    },
    (dossier) => (dossier.statut === 'abandonne' ? 'abandonne' : null),
  );
}
