import 'server-only';
import type { Readable } from 'node:stream';
// Reads of documents: their bytes, their verification, the facts that they print, and the list of pieces in force.
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import type { Representation } from '#domain/access/representation.ts';
import type { PorteeDossiers, PorteeLecture } from '#domain/access/scope.ts';
import { type TitreConnu, titreDetenu } from '#domain/delais/regime.ts';
import { DECISIONS, MOTIFS_ANNULATION, type TypeEvenement } from '#domain/dossier/evenements.ts';
import { OUVERTS } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { PieceDemandee, Procedure, Reponse, Reponses } from '#domain/procedure/definition.ts';
import type { AjoutLocal } from '#domain/procedure/liste-suivie.ts';
import { enVigueur } from '#domain/publication/vigueur.ts';
import { DOCUMENTS_JUSQU_A_LA_REMISE } from '#domain/titre/remise.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { chercherListeDuJour, listeVersion } from '#features/configuration/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { lisibleParAgent, type Proposition, sienOuConfie, TIENT } from '#features/dossier/queries.ts';
import { rendezVousDit } from '#features/rendez-vous/queries.ts';
import { remiseDite } from '#features/rendez-vous/remises/queries.ts';
import type { Octets } from '#guard/octets.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import type { FaitsDocument, ItemImprime } from './schema.ts';

type LigneEvenement = {
  evenement_id: bigint;
  type: TypeEvenement;
  faits: {
    complement?: string;
    convocation?: string;
    delegation?: string;
    fautes?: unknown;
    empreinte?: string;
    oqtf?: boolean;
    motif?: string;
  };
  cree_le: Date;
  dossier_id: string;
  numero: string | null;
  procedure: string;
  procedure_version: number;
  reponses: Reponses;
  restreint: boolean;
  depose_le: Date | null;
  proposition: Proposition | null;
  quittee: string | null;
  avis: FaitsDocument['avis'];
  piece: string | null;
  demandes: ItemImprime[] | null;
  compte_id: string;
  email: string;
  numero_etranger: string | null;
  numero_visa: string | null;
  representation: Representation | null;
  consentement: boolean;
  prefecture: FaitsDocument['prefecture'];
  guichet: string | null;
  signataire: FaitsDocument['signataire'];
  titres: (TitreConnu & { mention: string })[] | null;
};

/** Made or told only while the decision stands: the decision, and the titre that came of it. */
const TOMBENT_AVEC_LA_DECISION = [...DECISIONS, 'titre_recu'];

/**
 * What documents and messages print of an event; null when there is no such event, or when it is a decision annulled before anybody was
 * told of it: it was never opposable (CRPA L.221-8), and a paper that proves it would be shown. Its signature stays in the history.
 * One transaction at a time, until its end, for one event.
 */
export async function faitsDeLEvenement(tx: Tx, evenementId: string): Promise<FaitsDocument | null> {
  // not FOR UPDATE, which asks for the right to change the row: nobody has it on events
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('evenement', ${BigInt(evenementId)}))`;
  const [ligne] = await tx.$queryRaw<LigneEvenement[]>`
    SELECT e.id AS evenement_id, e.type, e.faits, e.cree_le, d.id AS dossier_id, d.numero, d.procedure, d.procedure_version, d.reponses, d.restreint,
      d.depose_le, d.proposition, c.id AS compte_id, c.email,
      CASE WHEN d.representation IS NULL THEN coalesce(c.numero_etranger, p.numero_etranger) ELSE p.numero_etranger END AS numero_etranger, c.numero_visa, d.representation,
      (c.consentement_le IS NOT NULL AND c.consentement_le <= e.cree_le AND (c.consentement_fin_le IS NULL OR c.consentement_fin_le > e.cree_le)) AS consentement,
      to_jsonb(f) AS prefecture,
      (SELECT g.nom FROM agent x JOIN prefecture g ON g.code = x.prefecture_code
        WHERE e.type = 'depose' AND e.acteur_sorte = 'agent' AND x.id = e.acteur_id) AS guichet,
      CASE WHEN e.type = 'transfere' THEN (SELECT g.nom FROM prefecture g WHERE g.code = e.faits->>'de') END AS quittee,
      CASE WHEN e.type IN ('avis_demande', 'avis_rendu') THEN (SELECT jsonb_build_object('sorte', v.sorte, 'sens', v.sens, 'texte', coalesce(v.texte, ''))
        FROM avis v WHERE v.id::text = e.faits->>'avis') END AS avis,
      (SELECT x->>'libelle' FROM liste_pieces l, jsonb_array_elements(l.pieces) x
        WHERE ((l.procedure = d.procedure AND l.version = d.liste_version) OR l.procedure || '#' || l.version = d.liste_locale)
          AND x->>'code' = e.faits->>'piece' LIMIT 1) AS piece,
      (SELECT jsonb_agg(jsonb_build_object('sorte', i.sorte, 'motif', i.motif, 'observation', i.observation, 'piece', coalesce(
          (SELECT x->>'libelle' FROM liste_pieces l, jsonb_array_elements(l.pieces) x
            WHERE ((l.procedure = d.procedure AND l.version = d.liste_version) OR l.procedure || '#' || l.version = d.liste_locale)
              AND x->>'code' = i.piece_code LIMIT 1), i.piece_code)) ORDER BY i.ordre)
        FROM complement_item i WHERE e.type = 'complement_demande' AND i.complement_id::text = e.faits->>'complement') AS demandes,
      CASE WHEN e.type = 'api_delivree' THEN (SELECT jsonb_agg(jsonb_build_object('type', t.type, 'mention', t.mention, 'debutLe', t.debut_le,
        'finLe', t.fin_le, 'invalideLe', t.invalide_le)) FROM titre t WHERE t.personne_id = d.personne_id) END AS titres,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('nom', a.nom, 'prenom', a.prenom, 'qualite', a.qualite) END AS signataire
    FROM evenement e
      JOIN dossier d ON d.id = e.dossier_id
      JOIN compte c ON c.id = d.compte_id
      LEFT JOIN personne p ON p.id = d.personne_id
      LEFT JOIN prefecture f ON f.code = d.prefecture_code
      LEFT JOIN agent a ON a.id::text = coalesce(e.faits->>'signataire', CASE WHEN e.type IN ('complement_demande', 'api_delivree') AND e.acteur_sorte = 'agent' THEN e.acteur_id::text END)
    WHERE e.id = ${BigInt(evenementId)} AND (e.type <> ALL(${TOMBENT_AVEC_LA_DECISION}::text[]) OR ${TIENT})`;
  if (!ligne) return null;
  const procedure = procedureDe(ligne.procedure, ligne.procedure_version);
  if (!procedure) throw new Error(`dossier ${ligne.dossier_id} : procédure inconnue`);
  return {
    evenementId: ligne.evenement_id,
    type: ligne.type,
    le: ligne.cree_le,
    details: ligne.faits,
    complement: ligne.faits.complement ?? null,
    demandes: ligne.demandes ?? [],
    blocage: blocageDe(ligne),
    rendezVous: ligne.faits.convocation ? await rendezVousDit(tx, ligne.dossier_id, ligne.faits.convocation) : null,
    remise: ligne.type === 'titre_recu' || ligne.type === 'titre_remis' ? await remiseDite(tx, ligne.dossier_id) : null,
    dossierId: ligne.dossier_id,
    numero: ligne.numero ?? '',
    procedure,
    // C40: the address of a person protected is printed on nothing
    reponses: ligne.restreint ? { ...ligne.reponses, adresse: '' } : ligne.reponses,
    deposeLe: ligne.depose_le ?? ligne.cree_le,
    motifs: ligne.proposition?.motifs ?? '',
    ...decisionDe(ligne),
    piece: ligne.piece,
    compteId: ligne.compte_id,
    estRestreint: ligne.restreint,
    email: ligne.email,
    // the number of the compte is the employer's, not the worker's
    numeroEtranger: procedure.demandeur === 'salarie' ? null : ligne.numero_etranger,
    numeroVisa: ligne.numero_visa,
    consentement: ligne.consentement,
    prefecture: ligne.prefecture,
    guichet: ligne.guichet,
    signataire: ligne.signataire,
    representation: ligne.representation,
    delegation: ligne.faits.delegation ?? null,
    titreTenu: ligne.type === 'api_delivree' ? titreTenu(ligne) : null,
    prefectureQuittee: ligne.quittee,
    avis: ligne.avis,
  };
}

/**
 * False when the decision of this event was annulled while its document was made; otherwise the dossier is held until the end of the
 * transaction: who annuls it after that finds the document, and revokes it.
 */
export async function tientEncore(tx: Tx, { evenementId, dossierId, type }: FaitsDocument): Promise<boolean> {
  if (!DECISIONS.includes(type)) return true;
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR SHARE`;
  const [tient] = await tx.$queryRaw<{ id: bigint }[]>`SELECT e.id FROM evenement e WHERE e.id = ${evenementId} AND ${TIENT}`;
  return tient !== undefined;
}

/** Throws when the text is not the one that was signed: nothing else is ever printed of a decision. */
function decisionDe({ type, faits, proposition }: LigneEvenement): Pick<FaitsDocument, 'lettre' | 'cloture' | 'oqtf' | 'annulation'> {
  const annulation = type === 'decision_annulee' ? (MOTIFS_ANNULATION.find((m) => m === faits.motif) ?? null) : null;
  const oqtf = faits.oqtf === true;
  if (!DECISIONS.includes(type)) return { lettre: null, cloture: null, oqtf, annulation };
  if (faits.empreinte !== undefined && faits.empreinte !== proposition?.empreinte)
    throw new Error('décision : le texte n’est plus celui qui a été signé');
  return { lettre: proposition?.lettre ?? null, cloture: proposition?.cloture ?? null, oqtf, annulation };
}

/** Its mention as the answers say it, otherwise as it is printed on the titre of the registre. */
function titreTenu({ reponses, titres, depose_le, cree_le }: LigneEvenement): FaitsDocument['titreTenu'] {
  const tenu = titreDetenu(reponses, titres ?? [], jourDe(depose_le ?? cree_le));
  if (!tenu) return null;
  const imprime = (titres ?? []).find((t) => t.finLe === tenu.finLe)?.mention;
  return { mention: tenu.type === null ? (imprime ?? '') : mentionDe(tenu.type), finLe: tenu.finLe };
}

const schemaBlocage = z.object({
  etape: z.string(),
  page: z.string(),
  fautes: z.array(z.object({ le: z.string(), erreur: z.string() })),
});

function blocageDe({ type, faits }: LigneEvenement): FaitsDocument['blocage'] {
  return type === 'blocage_atteste' ? schemaBlocage.parse(faits) : null;
}

export type Telechargement = { id: string; dossierId: string; estRestreint: boolean; contenu: Readable; octets: Octets };

const octetsPdf = (nom: string, taille: number): Octets => ({ type: 'application/pdf', nom, taille, affichage: 'a_enregistrer' });

/** Name of the file given to a reader: "Attestation-de-decision-favorable-5901….pdf". */
export function nomDuFichier(nom: string, numero: string | null): string {
  const mots = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${numero ? `${mots}-${numero}` : mots}.pdf`;
}

/** Opens a document inside a scope; null when it is not there or not theirs. */
export async function ouvrirDocument(portee: PorteeDossiers | PorteeLecture, id: string): Promise<Telechargement | null> {
  if (!isId(id)) return null;
  const dossier = 'confies' in portee ? sienOuConfie(portee, 'voir') : lisibleParAgent(portee);
  const ligne = await db().document.findFirst({
    where: { id, dossier },
    select: { id: true, dossierId: true, nom: true, cle: true, taille: true, dossier: { select: { numero: true, restreint: true } } },
  });
  if (!ligne) return null;
  const { cle, nom, taille, dossierId } = ligne;
  const { numero, restreint: estRestreint } = ligne.dossier;
  return { id, dossierId, estRestreint, contenu: await storage().get(cle), octets: octetsPdf(nomDuFichier(nom, numero), taille) };
}

/** The whole of a document, to attach it to a mail. Throws when the row or the bytes are missing. */
export async function octetsDuDocument(id: string, depot: Storage): Promise<{ fichier: string; contenu: Buffer }> {
  const { nom, cle, dossier } = await db().document.findUniqueOrThrow({
    where: { id },
    select: { nom: true, cle: true, dossier: { select: { numero: true } } },
  });
  return { fichier: nomDuFichier(nom, dossier.numero), contenu: await buffer(await depot.get(cle)) };
}

export type DocumentVerifie = { etat: 'valide' | 'revoque' | 'echu'; nom: string; numero: string; produitLe: Jour; finLe: Jour | null };

/** What anyone holding the code may learn of a document (nothing about the person); null when no document bears it. */
export async function verifier(code: string, jour: Jour): Promise<DocumentVerifie | null> {
  const ligne = await db().document.findUnique({
    where: { codeVerification: code },
    select: {
      sorte: true,
      nom: true,
      produitLe: true,
      valableJusqu: true,
      revoqueLe: true,
      dossier: { select: { numero: true, statut: true, decideLe: true } },
    },
  });
  if (!ligne) return null;
  const fin = ligne.valableJusqu ? ligne.valableJusqu.toISOString().slice(0, 10) : null;
  // R.431-15-1: the attestation holds until the title is handed over; what is only a fact stays one
  const estRemplace = ligne.dossier.statut === 'remis' && DOCUMENTS_JUSQU_A_LA_REMISE.includes(ligne.sorte);
  const estEchu = fin !== null && fin < jour;
  // the same article: it holds as long as nothing is decided, whatever the machine has had the time to write
  const aCesse = ligne.sorte === 'attestation_prolongation' && !OUVERTS.some((statut) => statut === ligne.dossier.statut);
  const revoqueLe = ligne.revoqueLe ?? (aCesse ? ligne.dossier.decideLe : null);
  return {
    etat: estRemplace ? 'echu' : ligne.revoqueLe || aCesse ? 'revoque' : estEchu ? 'echu' : 'valide',
    nom: ligne.nom,
    numero: masquer(ligne.dossier.numero ?? ''),
    produitLe: jourDe(ligne.produitLe),
    finLe: revoqueLe ? jourDe(revoqueLe) : fin,
  };
}

/** Only the department and the last digits: enough to compare with the paper in hand. */
function masquer(numero: string): string {
  return `${numero.slice(0, 4)}${'•'.repeat(Math.max(0, numero.length - 8))}${numero.slice(-4)}`;
}

/** `locale`: what a préfecture adds for its own dossiers; absent: nothing. */
export type ListeADelivrer = {
  procedure: Procedure;
  version: number;
  effetLe: Jour;
  source: string;
  pieces: readonly PieceDemandee[];
  locale?: AjoutLocal | null;
};

/** The list that a dossier follows: the one in force for a draft, the one of its deposit afterwards (D-05). */
export async function listeDuDossier(portee: PorteeDossiers, dossierId: string, jour: Jour): Promise<ListeADelivrer | null> {
  if (!isId(dossierId)) return null;
  const dossier = await db().dossier.findFirst({
    where: { id: dossierId, ...sienOuConfie(portee, 'voir') },
    select: { procedure: true, procedureVersion: true, listeVersion: true, listeLocale: true, statut: true, reponses: true },
  });
  const procedure = dossier && procedureDe(dossier.procedure, dossier.procedureVersion);
  if (!procedure) return null;
  const { statut, listeVersion: version, listeLocale, reponses } = dossier;
  const liste =
    statut === 'brouillon'
      ? await chercherListeDuJour(db(), procedure.slug, jour, prefectureCompetente(lireReponses(reponses), procedure, jour))
      : await listeVersion(procedure.slug, version, listeLocale);
  return liste && { procedure, ...liste };
}

// the store wrote them, validated
const lireReponses = (reponses: unknown): Reponses => z.record(z.string(), z.custom<Reponse>()).catch({}).parse(reponses);

/** The list in force on a day, whoever asks (public). Before the first publication of a procedure, the one it ships with. One statement. */
export async function listePublique(procedure: Procedure, jour: Jour): Promise<ListeADelivrer | null> {
  const liste = (await chercherListeDuJour(db(), procedure.slug, jour)) ?? enVigueur(procedure.listes, jour);
  return liste ? { procedure, ...liste } : null;
}
