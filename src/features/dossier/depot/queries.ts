import 'server-only';
import { estRepresentation, nomDuRepresente, type Representation } from '#domain/access/representation.ts';
import { confiesAvec, type PorteeDossiers, type PorteeUsager } from '#domain/access/scope.ts';
import { adresseMontree } from '#domain/compte/identifiant.ts';
import { ECHECS_POUR_ATTESTER } from '#domain/dossier/blocage.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import type { Jour } from '#domain/jour.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { aChange, type ChangementDeListe, changementPour, type ListeSuivie } from '#domain/procedure/liste-suivie.ts';
import { etapeCourante } from '#domain/procedure/navigate.ts';
import type { PieceDonnee } from '#domain/procedure/pieces.ts';
import type { Reprise } from '#domain/procedure/preremplir.ts';
import { type LigneListe, type ListeNommee, listeDuJour, listesLe, listesNommees, listeVersion } from '#features/configuration/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db, driver, Prisma, type Sql } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { sequenceDe } from './suite/commands.ts';

export type DossierEnCours = {
  id: string;
  statut: Statut;
  numero: string | null;
  procedure: Procedure;
  listeVersion: number;
  listeLocale: string | null;
  reponses: Reponses;
  etapesValidees: readonly string[];
  observations: string | null;
  version: number;
  deposeLe: Date | null;
  /** what is being typed in the etape asked for; absent before the first save */
  saisie: { valeurs: Brut; version: number } | null;
  /** the portal failed several times on this etape: whether lately is still to be seen (features/blocages) */
  aEchoue: boolean;
  /** of the holder of the compte, whoever is filling */
  email: string;
  representation: Representation | null;
  /** what the draft was filled with */
  reprise: Reprise | null;
  /** the holder, when somebody else is filling for them */
  pour: string | null;
};

type Ligne = {
  statut: string;
  numero: string | null;
  procedure: string;
  procedure_version: number;
  liste_version: number;
  liste_locale: string | null;
  reponses: Reponses;
  etapes_validees: string[];
  observations: string | null;
  version: number;
  depose_le: Date | null;
  valeurs: Brut | null;
  saisie_version: number | null;
  a_echoue: boolean;
  email: string;
  representation: Representation | null;
  reprise: Reprise | null;
  compte_id: string;
  demandeur: string | null;
};

/** One dossier of the person with what is typed in one etape: one query. Null when it is not theirs. */
export async function dossierEnCours(portee: PorteeDossiers, id: string, etape: string): Promise<DossierEnCours | null> {
  if (!isId(id)) return null;
  const [ligne] = await driver().$queryRaw<Ligne[]>`
    SELECT d.statut::text, d.numero, d.procedure, d.procedure_version, d.liste_version, d.liste_locale, d.reponses, d.etapes_validees, d.observations,
      d.version, d.depose_le, s.valeurs, s.version AS saisie_version,
      (SELECT count(*) FROM blocage b WHERE b.dossier_id = d.id AND b.etape = ${etape}) >= ${ECHECS_POUR_ATTESTER} AS a_echoue,
      c.email, d.representation, d.reprise, d.compte_id, d.demandeur
    FROM dossier d JOIN compte c ON c.id = d.compte_id LEFT JOIN saisie s ON s.dossier_id = d.id AND s.etape = ${etape}
    WHERE d.id = ${id}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'voir')}::uuid[]))`;
  const statut = STATUTS.find((s) => s === ligne?.statut);
  const procedure = ligne && procedureDe(ligne.procedure, ligne.procedure_version);
  if (!ligne || !statut || !procedure) return null;
  return {
    id,
    statut,
    numero: ligne.numero,
    procedure,
    listeVersion: ligne.liste_version,
    listeLocale: ligne.liste_locale,
    reponses: ligne.reponses,
    etapesValidees: ligne.etapes_validees,
    observations: ligne.observations,
    version: ligne.version,
    deposeLe: ligne.depose_le,
    saisie: ligne.saisie_version === null ? null : { valeurs: ligne.valeurs, version: ligne.saisie_version },
    aEchoue: ligne.a_echoue,
    email: adresseMontree(ligne.email),
    representation: ligne.representation,
    reprise: ligne.reprise,
    pour: ligne.compte_id === portee.compteId ? null : (ligne.demandeur ?? (adresseMontree(ligne.email) || 'la personne présente')),
  };
}

/** `pour`: the minor, when the draft is for one. */
export type Brouillon = { id: string; nom: string; etape: string; pour: string | null };

/** The drafts of the person, the last one touched first, and the etape to resume each at (S-050). */
export async function brouillonsDe({ compteId }: PorteeUsager): Promise<Brouillon[]> {
  return lireBrouillons(compteId);
}

/** The same for who has just deposited; none at the desk, or for somebody else. */
export async function brouillonsEnAttente({ compteId }: PorteeDossiers): Promise<Brouillon[]> {
  return compteId === null ? [] : lireBrouillons(compteId);
}

async function lireBrouillons(compteId: string): Promise<Brouillon[]> {
  const lignes = await db().dossier.findMany({
    where: { compteId, statut: 'brouillon' },
    orderBy: { modifieLe: 'desc' },
    select: { id: true, procedure: true, procedureVersion: true, etapesValidees: true, representation: true },
  });
  return lignes.flatMap(({ id, procedure: slug, procedureVersion, etapesValidees, representation }) => {
    const procedure = procedureDe(slug, procedureVersion);
    if (!procedure) return [];
    const etape = etapeCourante(procedure, { etapesValidees, estDepose: false }).code;
    return [{ id, nom: procedure.nom, etape, pour: estRepresentation(representation) ? nomDuRepresente(representation) : null }];
  });
}

/** The list that a draft follows that day, outside a transaction. */
export function listeEnVigueurLe(
  { procedure, reponses }: Pick<DossierEnCours, 'procedure' | 'reponses'>,
  jour: Jour,
): Promise<ListeSuivie> {
  return listeDuJour(driver(), procedure.slug, jour, prefectureCompetente(reponses, procedure, jour));
}

/** What changed for this person since the list that the draft last followed; null when nothing moved. A query more when it did. */
export async function changementDeListe(dossier: DossierEnCours, liste: ListeSuivie, jour: Jour): Promise<ChangementDeListe | null> {
  const { procedure, listeVersion: version, listeLocale, reponses } = dossier;
  const aVuSesPieces = procedure.etapes.some((e) => e.sorte === 'pieces' && dossier.etapesValidees.includes(e.code));
  if (!aChange({ listeVersion: version, listeLocale, aVuSesPieces }, liste)) return null;
  return changementPour(await listeVersion(procedure.slug, version, listeLocale), liste, { reponses, jour });
}

type LignePiece = { code: string; variante: string | null; valeur: string | null; emplacements: string[] | null };

/** What was given, piece by piece: codes, variants, and the emplacements that hold a current file. */
export async function piecesDonnees(base: Pick<Sql, '$queryRaw'>, dossierId: string): Promise<PieceDonnee[]> {
  const lignes = await base.$queryRaw<LignePiece[]>`
    SELECT p.code, p.variante, p.valeur,
      (SELECT array_agg(DISTINCT f.emplacement) FROM fichier f WHERE f.piece_id = p.id AND f.remplace_le IS NULL AND f.analyse <> 'infecte') AS emplacements
    FROM piece p WHERE p.dossier_id = ${dossierId}::uuid`;
  return lignes.map((l) => ({ ...l, emplacements: l.emplacements ?? [] }));
}

type Demandeur = { compteId: string; representation: Representation | null };

/** SQL value: number of a request of the same ground for the same person, deposited and not decided; a second one would be a duplicate (D-09). */
const ouverte = (compteId: Prisma.Sql, procedure: Prisma.Sql, cle: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT o.numero FROM dossier o WHERE o.compte_id = ${compteId} AND o.procedure = ${procedure}
    AND o.representation->>'cle' IS NOT DISTINCT FROM ${cle} AND o.statut IN ('depose', 'en_instruction', 'propose') LIMIT 1)`;

export async function dossierOuvert(
  base: Pick<Sql, '$queryRaw'>,
  { compteId, representation }: Demandeur,
  procedure: string,
): Promise<string | null> {
  const numero = ouverte(Prisma.sql`${compteId}::uuid`, Prisma.sql`${procedure}`, Prisma.sql`${representation?.cle ?? null}::text`);
  const [ligne] = await base.$queryRaw<{ numero: string | null }[]>`SELECT ${numero} AS numero`;
  return ligne?.numero ?? null;
}

/** What a deposit looks at around its dossier. */
export type FaitsDuDepot = {
  emailConfirme: boolean;
  sansTelephone: boolean;
  /** the person to whom the compte belongs by now */
  personneId: string | null;
  /** number of a request of the same ground, still open (D-09) */
  ouverte: string | null;
  /** codes of the prefectures */
  prefectures: readonly string[];
  pieces: readonly PieceDonnee[];
  /** the list in force, and what each préfecture adds to it */
  listes: readonly LigneListe[];
  /** from which the numbers of the year come; null before the first one */
  sequence: string | null;
};

const OUVERTE = ouverte(Prisma.sql`d.compte_id`, Prisma.sql`d.procedure`, Prisma.sql`d.representation->>'cle'`);

/** One query, one more for a list not read yet, in the transaction that holds the dossier; whether it is theirs is judged with it. Null: no such dossier. */
export async function faitsDuDepot(tx: Pick<Sql, '$queryRaw'>, dossierId: string, jour: Jour): Promise<FaitsDuDepot | null> {
  if (!isId(dossierId)) return null;
  const [faits] = await tx.$queryRaw<(Omit<FaitsDuDepot, 'listes'> & { listes: readonly ListeNommee[] | null })[]>`
    SELECT c.email_confirme_le IS NOT NULL AS "emailConfirme", c.telephone IS NULL AS "sansTelephone", c.personne_id AS "personneId",
      ${OUVERTE} AS ouverte, (SELECT json_agg(code) FROM prefecture) AS prefectures,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'variante', p.variante, 'valeur', p.valeur, 'emplacements',
          ARRAY(SELECT DISTINCT f.emplacement FROM fichier f
            WHERE f.piece_id = p.id AND f.remplace_le IS NULL AND f.analyse <> 'infecte'))), '[]')
        FROM piece p WHERE p.dossier_id = d.id) AS pieces,
      ${listesLe(Prisma.sql`d.procedure`, jour)} AS listes, ${sequenceDe(Number(jour.slice(0, 4)))} AS sequence
    FROM dossier d JOIN compte c ON c.id = d.compte_id WHERE d.id = ${dossierId}::uuid`;
  return faits ? { ...faits, listes: await listesNommees(tx, faits.listes) } : null;
}

/** The proof of deposit, or of what the machine decided at once, when its PDF is made; null while it is in preparation. */
export async function confirmationDe(portee: PorteeDossiers, dossierId: string): Promise<string | null> {
  const document = await db().document.findFirst({
    where: { dossierId, sorte: { in: ['confirmation_depot', 'confirmation_vls_ts'] }, dossier: sienOuConfie(portee, 'voir') },
    select: { id: true },
  });
  return document?.id ?? null;
}
