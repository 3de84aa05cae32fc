// What a person reads of their own dossiers. The number of queries does not depend on the number of rows.
import 'server-only';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import { nomDuRepresente, type Representation } from '#domain/access/representation.ts';
import { confiesAvec, type PorteeDossiers, type PorteeUsager } from '#domain/access/scope.ts';
import { type Fuseau, fuseauDe } from '#domain/adresse/fuseau.ts';
import { type Consentement, type Echeance, echeanceComplement } from '#domain/delais/complement.ts';
import type { DateDite } from '#domain/delais/usager.ts';
import { roleDeLActe } from '#domain/dossier/decide.ts';
import { LIBELLE_EVENEMENT, type TypeEvenement } from '#domain/dossier/evenements.ts';
import { ATTENTES, type Attente, type Objet, STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { heureLisible, jourLocal } from '#domain/horloge.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { etapeCourante } from '#domain/procedure/navigate.ts';
import { objetDe } from '#domain/procedure/suites.ts';
import type { Transcript } from '#domain/procedure/transcript.ts';
import { listeVersion } from '#features/configuration/queries.ts';
import { NOTIFICATION_DU_COMPLEMENT } from '#features/dossier/queries.ts';
import { echeancesDe } from '#features/horloge/queries.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';

export type DocumentRemis = { id: string; nom: string; taille: number; produitLe: Date };

/** A complement that waits for the person. Its content is read by opening the notification, which is its acknowledgement. */
export type ComplementOuvert = { demandeLe: Date; notificationId: string | null; estLue: boolean; echeance: Echeance | null };

export type DossierSuivi = {
  id: string;
  nom: string;
  numero: string | null;
  statut: Statut;
  /** what is asked for: the words of the statut depend on it */
  objet: Objet;
  /** what an accepted one waits for: the titre made, or the person */
  attente: Attente | null;
  /** where to resume a draft */
  reprise: string | null;
  modifieLe: Date;
  deposeLe: Date | null;
  complement: ComplementOuvert | null;
  documents: readonly DocumentRemis[];
  /** when the person is expected at the préfecture, by the clock of the place */
  rendezVous: { jour: Jour; heure: string } | null;
  /** the minor, when the demandeur is not the usager (D-11) */
  mineur: string | null;
};

type Ligne = {
  id: string;
  numero: string | null;
  statut: string;
  attente: string | null;
  procedure: string;
  procedure_version: number;
  etapes_validees: string[];
  modifie_le: Date;
  depose_le: Date | null;
  demande_le: Date | null;
  prolonge_jusqu: Jour | null;
  recommande_le: Jour | null;
  notification_id: string | null;
  disponible_le: Date | null;
  ouverte_le: Date | null;
  consentement_le: Date | null;
  consentement_fin_le: Date | null;
  representation: Representation | null;
  rendez_vous: Date | null;
  prefecture: string | null;
};

const rendezVousA = (debut: Date, fuseau: Fuseau) => ({ jour: jourLocal(debut, fuseau), heure: heureLisible(debut, fuseau) });

/** Every dossier of the compte that was not abandoned, those that wait for the person first, then the latest; `id` keeps one. Two queries. */
async function lireDossiers(portee: PorteeDossiers, at: Date, id: string | null): Promise<DossierSuivi[]> {
  // the list is one's own; what is confided is opened one by one
  const confies = id === null ? [] : confiesAvec(portee, 'voir');
  const lignes = await db().$queryRaw<Ligne[]>`
    SELECT d.id, d.numero, d.statut::text, d.attente, d.procedure, d.procedure_version, d.etapes_validees, d.modifie_le, d.depose_le, d.prefecture_code AS prefecture,
      m.demande_le, to_char(m.prolonge_jusqu, 'YYYY-MM-DD') AS prolonge_jusqu, to_char(m.recommande_le, 'YYYY-MM-DD') AS recommande_le, n.id AS notification_id, n.disponible_le, n.ouverte_le, c.consentement_le, c.consentement_fin_le, d.representation,
      (SELECT min(v.debut_le) FROM convocation v WHERE v.dossier_id = d.id AND v.etat = 'prevue') AS rendez_vous
    FROM dossier d JOIN compte c ON c.id = d.compte_id
    LEFT JOIN complement m ON m.dossier_id = d.id AND m.repondu_le IS NULL AND m.leve_le IS NULL
    LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true
    WHERE (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confies}::uuid[])) AND d.statut <> 'abandonne'
      AND (${id}::uuid IS NULL OR d.id = ${id}::uuid)
    ORDER BY (m.id IS NOT NULL) DESC, d.cree_le DESC, d.id DESC`;
  const documents = await db().document.findMany({
    where: { dossierId: { in: lignes.map((l) => l.id) }, revoqueLe: null },
    orderBy: { produitLe: 'desc' },
    select: { id: true, nom: true, taille: true, produitLe: true, dossierId: true },
  });
  return lignes.map((l) =>
    resumer(
      l,
      documents.filter((d) => d.dossierId === l.id),
      at,
    ),
  );
}

function resumer(ligne: Ligne, documents: readonly DocumentRemis[], at: Date): DossierSuivi {
  const procedure = procedureDe(ligne.procedure, ligne.procedure_version);
  const statut = STATUTS.find((s) => s === ligne.statut);
  if (!procedure || !statut) throw new Error(`dossier ${ligne.id} : procédure ou statut inconnu`);
  const etape = etapeCourante(procedure, { etapesValidees: ligne.etapes_validees, estDepose: ligne.depose_le !== null });
  return {
    id: ligne.id,
    nom: procedure.nom,
    numero: ligne.numero,
    statut,
    objet: objetDe(procedure),
    attente: ATTENTES.find((a) => a === ligne.attente) ?? null,
    reprise: statut === 'brouillon' ? `/demarches/${ligne.id}/${etape.code}` : null,
    modifieLe: ligne.modifie_le,
    deposeLe: ligne.depose_le,
    complement: ligne.demande_le === null ? null : complementDe(ligne, ligne.demande_le, at),
    documents,
    rendezVous: ligne.rendez_vous && rendezVousA(ligne.rendez_vous, fuseauDe(ligne.prefecture ?? '')),
    mineur: ligne.representation && nomDuRepresente(ligne.representation),
  };
}

function complementDe(ligne: Ligne, demandeLe: Date, at: Date): ComplementOuvert {
  const consentement: Consentement = { le: ligne.consentement_le, finLe: ligne.consentement_fin_le };
  const { disponible_le: disponibleLe, ouverte_le: ouverteLe, prolonge_jusqu: prolongeJusqu, recommande_le: recommandeLe } = ligne;
  const faits = disponibleLe === null ? null : { disponibleLe, ouverteLe, consentement, prolongeJusqu, recommandeLe };
  return {
    demandeLe,
    notificationId: ligne.notification_id,
    estLue: ligne.ouverte_le !== null,
    echeance: faits && echeanceComplement(faits, jourDe(at)),
  };
}

export function dossiersDe(portee: PorteeUsager, at: Date): Promise<DossierSuivi[]> {
  return lireDossiers(portee, at, null);
}

export type Coordonnees = { email: string; telephone: string | null };

/** The compte itself. */
export async function coordonneesDe(portee: PorteeUsager): Promise<Coordonnees> {
  return db().compte.findUniqueOrThrow({ where: { id: portee.compteId }, select: { email: true, telephone: true } });
}

/** `qui`: who did it for the person, put in the {qui} of the label. */
export type Fait = { id: string; libelle: string; qui: string | null; le: Date };
export type FichierDepose = { id: string; nom: string; taille: number; deposeLe: Date; remplaceLe: Date | null };
export type PieceDeposee = { code: string; libelle: string; valeur: string | null; fichiers: readonly FichierDepose[] };
export type Contact = { nom: string; adresse: string; courriel: string | null; telephone: string | null };
export type Detail = {
  transcript: Transcript;
  observations: string | null;
  /** of the administration, not read by the holder */
  messagesNonLus: number;
  contact: Contact | null;
  /** the days that concern the person, in plain words */
  dates: readonly DateDite[];
  pieces: readonly PieceDeposee[];
  historique: readonly Fait[];
};

/** One dossier of the person, whole; null when it is not theirs. Nine queries whatever the number of rows. */
export async function dossierDe(portee: PorteeDossiers, id: string, at: Date): Promise<(DossierSuivi & Detail) | null> {
  if (!isId(id)) return null;
  const [dossier] = await lireDossiers(portee, at, id);
  if (!dossier) return null;
  const [depot, pieces, historique, echeances] = await Promise.all([
    depotDe(id),
    piecesDe(id),
    historiqueDe(id),
    echeancesDe(id, jourDe(at)),
  ]);
  const { pieces: demandees } = await listeVersion(depot.procedure, depot.liste_version, depot.liste_locale);
  const libelles = new Map(demandees.map((p) => [p.code, p.libelle]));
  const rangs = new Map(demandees.map((p, i) => [p.code, i]));
  return {
    ...dossier,
    transcript: depot.transcript ?? [],
    observations: depot.observations,
    messagesNonLus: depot.messages_non_lus,
    contact: depot.prefecture
      ? { nom: depot.prefecture, adresse: depot.adresse ?? '', courriel: depot.courriel, telephone: depot.telephone }
      : null,
    pieces: pieces
      .map((p) => ({ ...p, libelle: libelles.get(p.code) ?? p.code }))
      .toSorted((a, b) => (rangs.get(a.code) ?? 0) - (rangs.get(b.code) ?? 0)),
    historique,
    // who has an appointment reads it above: not that one is to be asked for
    dates: (echeances?.dites ?? []).filter(({ code }) => !(code === 'retrait_du_titre' && dossier.rendezVous !== null)),
  };
}

type LigneDepot = {
  procedure: string;
  liste_version: number;
  liste_locale: string | null;
  transcript: Transcript | null;
  observations: string | null;
  prefecture: string | null;
  adresse: string | null;
  courriel: string | null;
  telephone: string | null;
  messages_non_lus: number;
};

/** C40: where the request of a person protected is followed says where they went. */
async function depotDe(id: string): Promise<LigneDepot> {
  const [ligne] = await db().$queryRaw<LigneDepot[]>`
    SELECT d.procedure, d.liste_version, d.liste_locale, d.transcript, d.observations, CASE WHEN NOT d.restreint THEN p.nom END AS prefecture, p.adresse, p.courriel, p.telephone,
      (SELECT count(*)::int FROM message s WHERE s.dossier_id = d.id AND s.auteur_sorte = 'agent' AND s.envoye_le IS NOT NULL AND s.lu_le IS NULL) AS messages_non_lus
    FROM dossier d LEFT JOIN prefecture p ON p.code = d.prefecture_code WHERE d.id = ${id}::uuid`;
  if (!ligne) throw new Error(`dossier ${id} disparu entre deux lectures`);
  return ligne;
}

type LigneFichier = {
  code: string;
  valeur: string | null;
  id: string | null;
  nom: string;
  taille: number;
  depose_le: Date;
  remplace_le: Date | null;
};

/** What was sent, piece by piece: a file joined to an answer that is still being written is not sent yet. */
async function piecesDe(dossierId: string): Promise<Omit<PieceDeposee, 'libelle'>[]> {
  const lignes = await db().$queryRaw<LigneFichier[]>`
    SELECT p.code, p.valeur, f.id, f.nom, f.taille, f.depose_le, f.remplace_le
    FROM piece p LEFT JOIN LATERAL (
      SELECT f.* FROM fichier f LEFT JOIN complement_item i ON i.id = f.complement_item_id LEFT JOIN complement m ON m.id = i.complement_id
      WHERE f.piece_id = p.id AND (f.complement_item_id IS NULL OR m.repondu_le IS NOT NULL)) f ON true
    WHERE p.dossier_id = ${dossierId}::uuid AND (f.id IS NOT NULL OR p.valeur IS NOT NULL) ORDER BY f.depose_le, f.id`;
  const parCode = Map.groupBy(lignes, (l) => l.code);
  return [...parCode].map(([code, siennes]) => ({
    code,
    valeur: siennes[0]?.valeur ?? null,
    fichiers: siennes.flatMap((l) =>
      l.id === null ? [] : [{ id: l.id, nom: l.nom, taille: l.taille, deposeLe: l.depose_le, remplaceLe: l.remplace_le }],
    ),
  }));
}

const TYPES = Object.keys(LIBELLE_EVENEMENT);
const estType = (type: string): type is TypeEvenement => TYPES.includes(type);

type LigneHistorique = {
  id: bigint;
  type: string;
  cree_le: Date;
  acteur_sorte: string;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  roles: string[] | null;
  prefecture: string | null;
};

/** The history in plain words, oldest first; what is not told to the person is left out. Who acted for them is named. */
async function historiqueDe(dossierId: string): Promise<Fait[]> {
  const evenements = await db().$queryRaw<LigneHistorique[]>`
    SELECT e.id, e.type, e.cree_le, e.acteur_sorte, m.mandataire_nom AS mandataire, m.qualite, m.organisme, a.roles::text[] AS roles,
      CASE WHEN NOT d.restreint THEN p.nom END AS prefecture
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id LEFT JOIN mandat m ON m.id = e.mandat_id
      LEFT JOIN agent a ON e.acteur_sorte = 'agent' AND a.id = e.acteur_id LEFT JOIN prefecture p ON p.code = a.prefecture_code
    WHERE e.dossier_id = ${dossierId}::uuid ORDER BY e.id`;
  return evenements.flatMap((e) => {
    const libelle = estType(e.type) ? raconter(e.type, quiPourAutrui(e.type, e)) : null;
    return libelle === null ? [] : [{ id: String(e.id), le: e.cree_le, ...libelle }];
  });
}

/** Who acted for the person, if it was somebody else: a mandataire, or an agent by their quality, never by their name. */
function quiPourAutrui(
  type: TypeEvenement,
  { mandataire, qualite, organisme, acteur_sorte, roles, prefecture }: LigneHistorique,
): string | null {
  if (mandataire)
    return nomDuMandataire({ nom: mandataire, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme });
  if (acteur_sorte !== 'agent') return null;
  const agent = MOT_AGENT[roleDeLActe(type, roles ?? []) ?? 'agent'];
  return prefecture ? `${agent} (${prefecture})` : agent;
}

const MOT_AGENT = { accueil: 'Un agent d’accueil', instructeur: 'Un agent instructeur', agent: 'Un agent de la préfecture' } as const;

function raconter(type: TypeEvenement, qui: string | null): Pick<Fait, 'libelle' | 'qui'> | null {
  const { usager, autrui } = LIBELLE_EVENEMENT[type];
  if (qui !== null && autrui !== undefined) return { libelle: autrui, qui };
  return usager === null ? null : { libelle: usager, qui: null };
}
