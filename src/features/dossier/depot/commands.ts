import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { departementDe, prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { adresseDe, type Brut, texteDeReponse, textesDe } from '#domain/procedure/champs.ts';
import { elaguer, saisieInitiale, validerEtape } from '#domain/procedure/compile.ts';
import type { EtapeChamps, Procedure, Reponses } from '#domain/procedure/definition.ts';
import { estAccessible, etapeDe, etapeSuivante, etapesAChamps } from '#domain/procedure/navigate.ts';
import { piecesAttendues, piecesManquantes } from '#domain/procedure/pieces.ts';
import { propre, propreTexte } from '#domain/procedure/saisie.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { garderTelephone } from '#features/compte/commands.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db, isUniqueViolation, type Tx, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { changerDeProcedure, creer, type DossierVerrouille, enJson, executer, surBrouillon } from '../store.ts';
import { piecesDonnees } from './queries.ts';

type Appel = { usager: Usager; portee: PorteeDossiers; at: Date };

/** Same ground, still open: a second request would be a duplicate (D-09). */
async function dossierOuvert(base: Pick<Tx, 'dossier'>, compteId: string, procedure: string, sauf?: string): Promise<string | null> {
  const ouvert = await base.dossier.findFirst({
    where: { compteId, procedure, statut: { in: ['depose', 'en_instruction', 'propose'] }, NOT: sauf ? { id: sauf } : undefined },
    select: { numero: true },
  });
  return ouvert?.numero ?? null;
}

/** Starts a request, or comes back to the draft that exists already: pressing twice gives one dossier. Value: its identifier. */
export async function commencer({ usager, at }: Omit<Appel, 'portee'>, slug: string): Promise<Resultat<string>> {
  const procedure = procedureActuelle(slug);
  if (!procedure) return refuse('procedure_inconnue');
  const brouillon = await db().dossier.findFirst({
    where: { compteId: usager.compteId, procedure: slug, statut: 'brouillon' },
    select: { id: true },
  });
  if (brouillon) return ok(brouillon.id);
  const numero = await dossierOuvert(db(), usager.compteId, slug);
  if (numero) return refuse('dossier_deja_ouvert', { numero });
  const id = newId();
  try {
    await transaction(async (tx) => {
      const { version } = await listeDuJour(tx, slug, jourDe(at));
      const compte = await tx.compte.findUniqueOrThrow({ where: { id: usager.compteId }, select: { personneId: true } });
      await creer(tx, { id, procedure, listeVersion: version, compteId: usager.compteId, personneId: compte.personneId }, usager, at);
    });
    return ok(id);
  } catch (erreur) {
    // the other of two simultaneous clicks was first: its draft is ours
    if (isUniqueViolation(erreur)) return commencer({ usager, at }, slug);
    throw erreur;
  }
}

/**
 * Keeps what is being typed in one etape, valid or not. One statement: it writes only if nobody saved since `versionVue`
 * (0 before the first save). Value: the new version. Refusal `saisie_en_conflit`: another tab or device was here.
 */
export async function garderSaisie(
  { portee, at }: Pick<Appel, 'portee' | 'at'>,
  dossierId: string,
  etape: string,
  valeurs: Brut,
  versionVue: number,
): Promise<Resultat<number>> {
  if (!isId(dossierId)) return refuse('introuvable');
  if (!ETAPES_SAISIES.has(etape)) return refuse('etape_non_atteinte');
  return ecrireSaisie(db(), portee, dossierId, etape, propre(valeurs), versionVue, at);
}

/** Etapes in which something is typed, over every version of every procedure: nothing is kept under another name. */
const ETAPES_SAISIES = new Set(
  PROCEDURES.flat().flatMap(({ etapes }) => etapes.flatMap((e) => (e.sorte === 'champs' || e.sorte === 'depot' ? [e.code] : []))),
);

/** Characters of JSON kept for one etape: many times the longest honest one. */
const SAISIE_MAX = 200_000;

/** Highest version that the column holds, one being added to it. */
const VERSION_MAX = 2 ** 31 - 2;

async function ecrireSaisie(
  base: Pick<Tx, '$queryRaw'>,
  portee: PorteeDossiers,
  dossierId: string,
  etape: string,
  valeurs: Brut,
  versionVue: number,
  at: Date,
): Promise<Resultat<number>> {
  const json = JSON.stringify(valeurs ?? {});
  if (json.length > SAISIE_MAX) return refuse('saisie_trop_longue');
  if (versionVue > VERSION_MAX) return refuse('saisie_en_conflit');
  // FOR SHARE: who waits here for a deposit or an abandon looks at the statut again, and leaves nothing behind it.
  const [ligne] = await base.$queryRaw<{ trouve: boolean; version: number | null }[]>`
    WITH cible AS (SELECT id FROM dossier WHERE id = ${dossierId}::uuid AND (compte_id = ${portee.compteId}::uuid OR id = ANY(${confiesAvec(portee, 'remplir')}::uuid[])) AND statut = 'brouillon' FOR SHARE),
    ecrite AS (
      INSERT INTO saisie (dossier_id, etape, valeurs, version, modifie_le)
      SELECT id, ${etape}, ${json}::jsonb, ${versionVue}::int + 1, ${at} FROM cible
      WHERE ${versionVue}::int = 0 OR EXISTS (SELECT 1 FROM saisie s WHERE s.dossier_id = cible.id AND s.etape = ${etape})
      ON CONFLICT (dossier_id, etape) DO UPDATE
        SET valeurs = excluded.valeurs, version = greatest(saisie.version, excluded.version), modifie_le = excluded.modifie_le
      -- the same content saved twice (autosave in flight, then the button) is a repetition, not a conflict
      WHERE saisie.version = ${versionVue}::int OR saisie.valeurs = excluded.valeurs
      RETURNING version)
    SELECT EXISTS (SELECT 1 FROM cible) AS trouve, (SELECT version FROM ecrite) AS version`;
  if (!ligne?.trouve) return refuse('introuvable');
  return ligne.version === null ? refuse('saisie_en_conflit') : ok(ligne.version);
}

/** The version to show when a save was refused: what to overwrite if the person chooses to. */
export async function versionDeSaisie(portee: PorteeDossiers, dossierId: string, etape: string): Promise<number> {
  const saisie = await db().saisie.findFirst({
    where: { dossierId, etape, dossier: sienOuConfie(portee, 'remplir') },
    select: { version: true },
  });
  return saisie?.version ?? 0;
}

/** Where to go next, or what to correct. */
export type EtapeValidee = { suivante: string } | { erreurs: Record<string, string> };

/** Validates an etape of questions and moves on. Bad answers are a value, not a refusal: nothing is written. */
export async function validerEtapeChamps(
  { usager, portee, at }: Appel,
  dossierId: string,
  code: string,
  tape: Brut,
  versionVue: number,
): Promise<Resultat<EtapeValidee>> {
  const brut = propre(tape);
  const refusees: EtapeValidee[] = [];
  const resultat = await executer({ action: 'enregistrer', dossierId, portee, acteur: usager, at }, async (dossier, tx) => {
    const etape = etapeDe(dossier.procedure, code);
    if (etape?.sorte !== 'champs' || !estAccessible(dossier.procedure, code, { etapesValidees: dossier.etapesValidees, estDepose: false }))
      return refuse('etape_non_atteinte');
    const validation = validerEtape(etape, brut, { jour: jourDe(at), email: dossier.email, reponses: dossier.reponses });
    if (!validation.ok) {
      refusees.push({ erreurs: Object.fromEntries(validation.erreurs.map((e) => [e.chemin, e.message])) });
      return refuse('etapes_incompletes');
    }
    const saisie = await ecrireSaisie(tx, portee, dossierId, code, brut, versionVue, at);
    if (!saisie.ok) return saisie;
    return ok({
      colonnes: { reponses: enJson(validation.reponses), etapesValidees: avecEtape(dossier.etapesValidees, code) },
      faits: { etape: code },
      valeur: suivanteDe(dossier, code),
    });
  });
  const [refusee] = refusees;
  return refusee ? ok(refusee) : resultat;
}

const suivanteDe = (dossier: DossierVerrouille, code: string) => ({ suivante: etapeSuivante(dossier.procedure, code)?.code ?? code });

const avecEtape = (validees: readonly string[], code: string): string[] => [...new Set([...validees, code])];

/** Leaves the etape of pieces once every obligatory piece is given; the draft follows the list in force (D-05). */
export async function validerEtapePieces({ usager, portee, at }: Appel, dossierId: string, code: string): Promise<Resultat<EtapeValidee>> {
  const refusees: EtapeValidee[] = [];
  const resultat = await executer({ action: 'enregistrer', dossierId, portee, acteur: usager, at }, async (dossier, tx) => {
    const etape = etapeDe(dossier.procedure, code);
    if (etape?.sorte !== 'pieces' || !estAccessible(dossier.procedure, code, { etapesValidees: dossier.etapesValidees, estDepose: false }))
      return refuse('etape_non_atteinte');
    const { liste, manquantes } = await verifierPieces(tx, dossier, jourDe(at));
    if (manquantes.length > 0) {
      refusees.push({ erreurs: Object.fromEntries(manquantes.map((p) => [p.code, `Il manque « ${p.libelle} ».`])) });
      return refuse('pieces_manquantes');
    }
    return ok({
      colonnes: { listeVersion: liste.version, etapesValidees: avecEtape(dossier.etapesValidees, code) },
      faits: { etape: code },
      valeur: suivanteDe(dossier, code),
    });
  });
  const [refusee] = refusees;
  return refusee ? ok(refusee) : resultat;
}

async function verifierPieces(tx: Tx, dossier: DossierVerrouille, jour: Jour) {
  const liste = await listeDuJour(tx, dossier.procedure.slug, jour);
  const attendues = piecesAttendues(liste.pieces, { reponses: dossier.reponses, jour }, 'depot');
  return { liste, manquantes: piecesManquantes(attendues, await piecesDonnees(tx, dossier.id), dossier.reponses) };
}

/**
 * "Modifier ma situation" (S-074): the draft moves to another procedure. Answers are carried by code of champ; what belongs to
 * the former branch, answers and files, is discarded (C44).
 */
export async function changerSituation({ usager, portee, at }: Appel, dossierId: string, slug: string): Promise<Resultat<null>> {
  const cible = procedureActuelle(slug);
  if (!cible) return refuse('procedure_inconnue');
  try {
    return await deplacer({ usager, portee, at }, dossierId, cible);
  } catch (erreur) {
    // another tab has just begun, or moved, a draft to the same ground
    if (isUniqueViolation(erreur)) return refuse('brouillon_deja_ouvert');
    throw erreur;
  }
}

function deplacer({ usager, portee, at }: Appel, dossierId: string, cible: Procedure): Promise<Resultat<null>> {
  const { slug } = cible;
  return surBrouillon(portee, 'remplir', dossierId, async (dossier, tx) => {
    if (dossier.procedure.slug === slug) return ok(null);
    const numero = await dossierOuvert(tx, dossier.compteId, slug);
    if (numero) return refuse('dossier_deja_ouvert', { numero });
    // another draft of the target procedure would break the rule of one draft per ground
    const autre = await tx.dossier.findFirst({
      where: { compteId: dossier.compteId, procedure: slug, statut: 'brouillon' },
      select: { id: true },
    });
    if (autre) return refuse('brouillon_deja_ouvert');
    const jour = jourDe(at);
    const liste = await listeDuJour(tx, slug, jour);
    const etapes = etapesAChamps(cible);
    const reponses = elaguer(etapes, dossier.reponses, { jour, email: dossier.email });
    const validees = etapes
      .filter((e) => dossier.etapesValidees.includes(e.code) && estValide(e, reponses, jour, dossier.email))
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
      usager,
      at,
    );
    return ok(null);
  });
}

function estValide(etape: EtapeChamps, reponses: Reponses, jour: Jour, email: string): boolean {
  return validerEtape(etape, saisieInitiale(etape, reponses, email), { jour, email, reponses }).ok;
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
export async function abandonner({ usager, portee, at }: Appel, dossierId: string): Promise<Resultat<'abandonne'>> {
  return executer(
    { action: 'abandonner', dossierId, portee, acteur: usager, at },
    async (dossier, tx) => {
      await tx.saisie.deleteMany({ where: { dossierId: dossier.id } });
      await retirerPieces(tx, dossier.id, []);
      return ok({ colonnes: { reponses: {}, etapesValidees: [], observations: null }, faits: {}, valeur: 'abandonne' });
    },
    (dossier) => (dossier.statut === 'abandonne' ? 'abandonne' : null),
  );
}

/** What the person gets back at once; documents and mail follow from the event. */
export type Depot = { numero: string };

/**
 * "Déposer la demande": one transaction takes the number (D-03), freezes the answers with their transcript, writes the event and
 * its job. Repeating it (double click, back, retry after a cut) gives the same number.
 */
export async function deposer({ usager, portee, at }: Appel, dossierId: string, observations: string): Promise<Resultat<Depot>> {
  return executer(
    { action: 'deposer', dossierId, portee, acteur: usager, at },
    async (dossier, tx) => {
      const jour = jourDe(at);
      const compte = await tx.compte.findUniqueOrThrow({
        where: { id: dossier.compteId },
        select: { emailConfirmeLe: true, personneId: true },
      });
      if (!compte.emailConfirmeLe) return refuse('email_non_confirme');
      const autre = await dossierOuvert(tx, dossier.compteId, dossier.procedure.slug, dossier.id);
      if (autre) return refuse('dossier_deja_ouvert', { numero: autre });
      const etapes = etapesAChamps(dossier.procedure);
      const reponses = elaguer(etapes, dossier.reponses, { jour, email: dossier.email });
      const fautive = etapes.find((e) => !estValide(e, reponses, jour, dossier.email));
      if (fautive) return refuse('etapes_incompletes', { etape: fautive.titre });
      const { liste, manquantes } = await verifierPieces(tx, { ...dossier, reponses }, jour);
      if (manquantes.length > 0) return refuse('pieces_manquantes', { pieces: manquantes.map((p) => p.libelle).join(' ; ') });
      const departement = departementDe(adresseDe(reponses.adresse) ?? {});
      const prefecture =
        departement === null ? null : await tx.prefecture.findUnique({ where: { code: departement }, select: { code: true } });
      if (!prefecture) return refuse('adresse_sans_prefecture');
      await tx.saisie.deleteMany({ where: { dossierId: dossier.id } });
      await garderTelephone(tx, dossier.compteId, texteDeReponse(reponses.telephone));
      const numero = numeroDeDemande(prefixeNumeroDemande(prefecture.code), jour, await prochaineSequence(tx, jour));
      return ok({
        colonnes: {
          numero,
          reponses: enJson(reponses),
          listeVersion: liste.version,
          observations: propreTexte(observations).trim() || null,
          transcript: enJson(transcrire(dossier.procedure, reponses, jour)),
          demandeur: [texteDeReponse(reponses.nom_naissance), ...textesDe(reponses.prenoms)].join(' '),
          prefectureCode: prefecture.code,
          // a number given through another dossier since this one was begun
          personneId: compte.personneId,
          deposeLe: at,
        },
        faits: { numero, prefecture: prefecture.code },
        valeur: { numero },
      });
    },
    (dossier) => (dossier.numero ? { numero: dossier.numero } : null),
  );
}

/** Next of the national sequence of the year. The row lock is taken last and held until the commit: no gap, no twin. */
async function prochaineSequence(tx: Tx, jour: Jour): Promise<number> {
  const annee = Number(jour.slice(0, 4));
  const [ligne] = await tx.$queryRaw<{ dernier: number }[]>`
    INSERT INTO compteur_demande (annee, dernier) VALUES (${annee}, 1)
    ON CONFLICT (annee) DO UPDATE SET dernier = compteur_demande.dernier + 1 RETURNING dernier`;
  if (!ligne) throw new Error('la séquence des demandes ne répond pas');
  return ligne.dernier;
}
