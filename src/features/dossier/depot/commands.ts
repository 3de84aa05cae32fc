import 'server-only';
import type { Acteur } from '#domain/access/actors.ts';
import { empechementDAge, sectionRepresentation } from '#domain/access/representation.ts';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { jourDuDepot } from '#domain/delais/fenetre.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { type Brut, texteDeReponse, textesDe } from '#domain/procedure/champs.ts';
import { elaguer, estValide, validerEtape } from '#domain/procedure/compile.ts';
import { CHAMP_NAISSANCE } from '#domain/procedure/condition.ts';
import type { ListeDePieces, PieceDemandee, Reponses } from '#domain/procedure/definition.ts';
import { empechementDeLaDate, empechementDuDepot } from '#domain/procedure/empechement.ts';
import { prefectureDesReponses } from '#domain/procedure/liste-suivie.ts';
import { estAccessible, etapeDe, etapeSuivante, etapesAChamps } from '#domain/procedure/navigate.ts';
import { type PieceDonnee, piecesAttendues, piecesManquantes } from '#domain/procedure/pieces.ts';
import { propre, propreTexte } from '#domain/procedure/saisie.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { telephoneGarde } from '#features/compte/commands.ts';
import { listeDuJour, listeParmi } from '#features/configuration/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { codeDejaDonne } from '#features/pieces/code/queries.ts';
import { driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { PROCEDURES } from '#procedures/index.ts';
import type { Avance } from '../queries.ts';
import { type DossierVerrouille, executerEnSql, type Inscription, inscrire, type Saisie } from '../store.ts';
import { faitsDuDepot, piecesDonnees } from './queries.ts';
import { prendreSuite } from './suite/commands.ts';

/** `acteur`: the holder of the compte, a mandataire, or the agent d'accueil at the desk; `portee` says which dossiers. */
type Appel = { acteur: Acteur; portee: PorteeDossiers; at: Date };

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
  const saisie = saisieAGarder(etape, propre(valeurs), versionVue);
  if (!saisie.ok) return saisie;
  const { json } = saisie.valeur;
  // FOR SHARE: who waits here for a deposit or an abandon looks at the statut again, and leaves nothing behind it.
  const [ligne] = await driver().$queryRaw<{ trouve: boolean; version: number | null }[]>`
    WITH cible AS (SELECT id FROM dossier WHERE id = ${dossierId}::uuid AND statut = 'brouillon'
      AND (compte_id = ${portee.compteId}::uuid OR id = ANY(${confiesAvec(portee, 'remplir')}::uuid[])) FOR SHARE),
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

/** Etapes in which something is typed, over every version of every procedure: nothing is kept under another name. */
const ETAPES_SAISIES = new Set(
  PROCEDURES.flat().flatMap(({ etapes }) => etapes.flatMap((e) => (e.sorte === 'champs' || e.sorte === 'depot' ? [e.code] : []))),
);

/** Characters of JSON kept for one etape: many times the longest honest one. */
const SAISIE_MAX = 200_000;

/** Highest version that the column holds, one being added to it. */
const VERSION_MAX = 2 ** 31 - 2;

/** What is typed as the database takes it. */
function saisieAGarder(etape: string, valeurs: Brut, versionVue: number): Resultat<Saisie> {
  const json = JSON.stringify(valeurs ?? {});
  if (json.length > SAISIE_MAX) return refuse('saisie_trop_longue');
  return versionVue > VERSION_MAX ? refuse('saisie_en_conflit') : ok({ etape, json, versionVue });
}

/** The version to show when a save was refused: what to overwrite if the person chooses to. */
export async function versionDeSaisie(portee: PorteeDossiers, dossierId: string, etape: string): Promise<number> {
  const [saisie] = await driver().$queryRaw<{ version: number }[]>`
    SELECT s.version FROM saisie s JOIN dossier d ON d.id = s.dossier_id
    WHERE d.id = ${dossierId}::uuid AND s.etape = ${etape}
      AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'remplir')}::uuid[]))`;
  return saisie?.version ?? 0;
}

/** D-11: said beside the birth date. */
const EMPECHEMENTS = {
  majeur: 'Cette personne est majeure : elle fait sa demande avec son propre compte. Elle peut vous donner un mandat pour l’aider.',
  trop_jeune:
    'Avant 16 ans, c’est un parent ou le représentant légal qui fait la demande, avec son compte : commencez une nouvelle demande « pour un mineur ».',
} as const;

/** Where to go next, or what to correct. */
export type EtapeValidee = { suivante: string } | { erreurs: Record<string, string> };

/** Validates an etape of questions and moves on. Bad answers are a value, not a refusal: nothing is written. */
export async function validerEtapeChamps(
  { acteur, portee, at, lu }: Appel & { lu?: Avance | null },
  dossierId: string,
  code: string,
  tape: Brut,
  versionVue: number,
): Promise<Resultat<EtapeValidee>> {
  const brut = propre(tape);
  const refusees: EtapeValidee[] = [];
  const resultat = await inscrire({ dossierId, portee, acteur, at, lu }, (dossier): Resultat<Inscription<EtapeValidee>> => {
    const etape = etapeDe(dossier.procedure, code);
    if (etape?.sorte !== 'champs' || !estAccessible(dossier.procedure, code, { etapesValidees: dossier.etapesValidees, estDepose: false }))
      return refuse('etape_non_atteinte');
    const validation = validerEtape(etape, brut, { jour: jourDe(at), email: dossier.email, reponses: dossier.reponses });
    if (!validation.ok) {
      refusees.push({ erreurs: Object.fromEntries(validation.erreurs.map((e) => [e.chemin, e.message])) });
      return refuse('etapes_incompletes');
    }
    const naissance = texteDeReponse(validation.reponses[CHAMP_NAISSANCE]);
    // the worker of an employer's request has no compte here, whatever their age
    const empechement =
      dossier.procedure.demandeur === 'salarie' ? null : empechementDAge(dossier.representation !== null, naissance, jourDe(at));
    if (empechement) {
      refusees.push({ erreurs: { [`${CHAMP_NAISSANCE}.annee`]: EMPECHEMENTS[empechement] } });
      return refuse('etapes_incompletes');
    }
    const ferme = empechementDeLaDate(
      dossier.procedure,
      etape,
      validation.reponses,
      jourDuDepot(at, prefectureDesReponses(validation.reponses, dossier.procedure)),
    );
    if (ferme) {
      refusees.push({ erreurs: { [`${ferme.champ}.jour`]: phraseDuRefus(ferme.refus, ferme.details) } });
      return refuse('etapes_incompletes');
    }
    const saisie = saisieAGarder(code, brut, versionVue);
    if (!saisie.ok) return saisie;
    return ok({
      reponses: validation.reponses,
      etapesValidees: avecEtape(dossier.etapesValidees, code),
      saisie: saisie.valeur,
      faits: { etape: code },
      valeur: suivanteDe(dossier, code),
    });
  });
  const [refusee] = refusees;
  return refusee ? ok(refusee) : resultat;
}

const suivanteDe = (dossier: DossierVerrouille, code: string) => ({ suivante: etapeSuivante(dossier.procedure, code)?.code ?? code });

const avecEtape = (validees: readonly string[], code: string): string[] => [...new Set([...validees, code])];

const rienDeplus = async () => undefined;

/** Leaves the etape of pieces once every obligatory piece is given; the draft follows the list in force (D-05). */
export async function validerEtapePieces({ acteur, portee, at }: Appel, dossierId: string, code: string): Promise<Resultat<EtapeValidee>> {
  const refusees: EtapeValidee[] = [];
  const ordre = { action: 'enregistrer', dossierId, portee, acteur, at } as const;
  const resultat = await executerEnSql(ordre, rienDeplus, async (dossier, tx) => {
    const etape = etapeDe(dossier.procedure, code);
    if (etape?.sorte !== 'pieces' || !estAccessible(dossier.procedure, code, { etapesValidees: dossier.etapesValidees, estDepose: false }))
      return refuse('etape_non_atteinte');
    const jour = jourDe(at);
    const liste = await listeDuJour(tx, dossier.procedure.slug, jour, prefectureCompetente(dossier.reponses, dossier.procedure, jour));
    const manquantes = manquantesDe(liste, dossier.reponses, await piecesDonnees(tx, dossier.id), jour);
    if (manquantes.length > 0) {
      refusees.push({ erreurs: Object.fromEntries(manquantes.map((p) => [p.code, `Il manque « ${p.libelle} ».`])) });
      return refuse('pieces_manquantes');
    }
    return ok({
      colonnes: {
        listeVersion: liste.version,
        listeLocale: liste.locale?.reference ?? null,
        etapesValidees: avecEtape(dossier.etapesValidees, code),
      },
      faits: { etape: code },
      valeur: suivanteDe(dossier, code),
    });
  });
  const [refusee] = refusees;
  return refusee ? ok(refusee) : resultat;
}

/** Obligatory pieces of this list that are not given. */
function manquantesDe(liste: ListeDePieces, reponses: Reponses, donnees: readonly PieceDonnee[], jour: Jour): readonly PieceDemandee[] {
  return piecesManquantes(piecesAttendues(liste.pieces, { reponses, jour }, 'depot'), donnees, reponses);
}

/** The number of the stamp given with the request, when its list asks one. */
function timbreDonne({ pieces }: ListeDePieces, donnees: readonly PieceDonnee[]): string | null {
  const timbres = pieces.filter((p) => p.mode.sorte === 'code' && p.mode.fournisseur === 'timbre').map((p) => p.code);
  return donnees.find((d) => timbres.includes(d.code))?.valeur ?? null;
}

/** What the person gets back at once; documents and mail follow from the event. */
export type Depot = { numero: string };

/**
 * "Déposer la demande": one transaction takes the number (D-03), freezes the answers with their transcript, writes the event and
 * its job. Repeating it (double click, back, retry after a cut) gives the same number.
 */
export async function deposer({ acteur, portee, at }: Appel, dossierId: string, observations: string): Promise<Resultat<Depot>> {
  const jour = jourDe(at);
  return executerEnSql(
    { action: 'deposer', dossierId, portee, acteur, at },
    (tx) => faitsDuDepot(tx, dossierId, jour),
    async (dossier, tx, _, faits) => {
      const contexte = { jour, email: dossier.email };
      const etapes = etapesAChamps(dossier.procedure);
      const reponses = elaguer(etapes, dossier.reponses, contexte);
      const prefecture = prefectureCompetente(reponses, dossier.procedure, jour);
      // D-03: the number keeps the department of the address, whoever receives the request
      const departement = prefectureDesReponses(reponses, dossier.procedure);
      const liste = faits && listeParmi(faits.listes, dossier.procedure.slug, prefecture);
      if (!faits || !liste) throw new Error(`aucune liste de pièces en vigueur pour ${dossier.procedure.slug} au ${jour}`);
      if (!faits.emailConfirme) return refuse('email_non_confirme');
      const empechement = empechementDuDepot(dossier.procedure, reponses, jourDuDepot(at, departement));
      if (empechement) return refuse(empechement.refus, empechement.details);
      // an employer asks for several workers at once
      if (faits.ouverte && dossier.procedure.demandeur !== 'salarie') return refuse('dossier_deja_ouvert', { numero: faits.ouverte });
      const fautive = etapes.find((e) => !estValide(e, reponses, contexte));
      if (fautive) return refuse('etapes_incompletes', { etape: fautive.titre });
      const manquantes = manquantesDe(liste, reponses, faits.pieces, jour);
      if (manquantes.length > 0) return refuse('pieces_manquantes', { pieces: manquantes.map((p) => p.libelle).join(' ; ') });
      const timbre = timbreDonne(liste, faits.pieces);
      if (timbre && (await codeDejaDonne(tx, dossier.id, timbre))) return refuse('timbre_deja_utilise');
      if (prefecture === null || departement === null || !faits.prefectures.includes(prefecture)) return refuse('adresse_sans_prefecture');
      const telephone = faits.sansTelephone ? texteDeReponse(reponses.telephone) : '';
      const suite = await prendreSuite(tx, Number(jour.slice(0, 4)), faits.sequence);
      const numero = numeroDeDemande(prefixeNumeroDemande(departement), jour, suite);
      return ok({
        colonnes: {
          numero,
          reponses,
          listeVersion: liste.version,
          listeLocale: liste.locale?.reference ?? null,
          observations: propreTexte(observations).trim() || null,
          transcript: [...sectionRepresentation(dossier.representation), ...transcrire(dossier.procedure, reponses, jour)],
          demandeur: [texteDeReponse(reponses.nom_naissance), ...textesDe(reponses.prenoms)].join(' '),
          prefectureCode: prefecture,
          // a number given through another dossier since this one was begun
          personneId: dossier.representation ? dossier.personneId : dossier.procedure.demandeur === 'salarie' ? null : faits.personneId,
          deposeLe: at,
          // vulnerable persons: from now on only the agents of the list see it (C40)
          restreint: dossier.procedure.accesRestreint,
        },
        faits: { numero, prefecture },
        valeur: { numero },
        avec: [sansSaisies(dossier.id), ...(telephone === '' ? [] : [telephoneGarde(dossier.compteId, telephone)])],
      });
    },
    (dossier) => (dossier.numero ? { numero: dossier.numero } : null),
  );
}

/** SQL, for the same statement: of what was being typed nothing stays, the answers are in the dossier. */
const sansSaisies = (dossierId: string) => Prisma.sql`saisies AS (DELETE FROM saisie WHERE dossier_id = ${dossierId}::uuid)`;
