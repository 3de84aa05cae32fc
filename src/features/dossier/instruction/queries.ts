// What an agent reads of one dossier: one query whatever is in it.
// Nothing of a draft, nothing of another prefecture.
import 'server-only';
import type { PorteeLecture } from '#domain/access/scope.ts';
import { adresseMontree } from '#domain/compte/identifiant.ts';
import { jourDuDepot } from '#domain/delais/fenetre.ts';
import { type Alerte, alertesDuDossier, alertesDuRegistre } from '#domain/dossier/alertes.ts';
import { type Saisine, saisineDe } from '#domain/dossier/commission.ts';
import type { FaitsControles } from '#domain/dossier/controles.ts';
import { ATTENTES, type Attente, STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { type Identite, identiteDe } from '#domain/personne/identite.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { lireReference } from '#domain/procedure/liste-suivie.ts';
import { piecesAttendues } from '#domain/procedure/pieces.ts';
import type { Reprise } from '#domain/procedure/preremplir.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import type { Transcript } from '#domain/procedure/transcript.ts';
import { lirePieces } from '#features/configuration/queries.ts';
import { driver } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { COMPLEMENTS_DE_D, type ComplementLu, complementsLus, type LigneComplement } from '../complements/suites/queries.ts';
import { lisible, NUMERO_DU_DEMANDEUR } from '../queries.ts';
import type { Proposition } from '../store.ts';
import { type LignePiece, PIECES_DE_D, type PieceLue, piecesLues } from './pieces/queries.ts';
import {
  DOCUMENTS_DE_D,
  type DocumentLu,
  documentsLus,
  HISTORIQUE_DE_D,
  type Histoire,
  historiqueLu,
  type LigneDocument,
  type LigneHistorique,
  type LigneNote,
  NOTES_DE_D,
  type NoteLue,
  notesLues,
  remarquesDeclarees,
} from './suivi/queries.ts';

export type Titre = { libelle: string; duree: string };

export type DossierInstruit = {
  id: string;
  numero: string;
  statut: Statut;
  version: number;
  demandeur: string;
  email: string;
  numeroEtranger: string | null;
  procedure: string;
  baseLegale: string;
  /** for which refusals the commission du titre de séjour is asked */
  saisine: Saisine;
  /** decided after the opinion of the doctors of the OFII (L.425-9) */
  attendOfii: boolean;
  titre: Titre;
  prefecture: { nom: string; autorite: string };
  /** the list of pieces under which it was filed, with what its préfecture added */
  liste: { version: number; effetLe: Jour | null; locale: { version: number; effetLe: Jour | null } | null };
  agent: string | null;
  /** what it waits for, when it is not its agent */
  attente: Attente | null;
  agentId: string | null;
  /** vulnerable person: only the agents who are habilitated see it, its address is not printed */
  estRestreint: boolean;
  deposeLe: Date;
  decideLe: Date | null;
  observations: string | null;
  identite: Identite;
  transcript: Transcript;
  proposition: (Proposition & { nom: string }) | null;
  pieces: readonly PieceLue[];
  /** pieces that the rules ask from this person and that were not given */
  manquantes: readonly { code: string; libelle: string }[];
  complements: readonly ComplementLu[];
  historique: readonly LigneHistorique[];
  /** last event, which a form sends back; '' when there is none */
  dernier: string;
  /** between agents */
  notes: readonly NoteLue[];
  /** numbers of the requests that an agent said are of somebody else */
  ecartes: readonly string[];
  /** what is to be checked, as the facts say it today */
  faitsControles: Omit<FaitsControles, 'doublons'>;
  documents: readonly DocumentLu[];
  alertes: readonly Alerte[];
};

type Ligne = {
  numero: string;
  statut: string;
  attente: string | null;
  version: number;
  demandeur: string;
  email: string;
  numero_etranger: string | null;
  procedure: string;
  procedure_version: number;
  liste_version: number;
  liste_locale: string | null;
  prefecture_code: string;
  prefecture_nom: string;
  prefecture_autorite: string;
  agent: string | null;
  agent_id: string | null;
  depose_le: Date;
  decide_le: Date | null;
  observations: string | null;
  reponses: Reponses;
  reprise: Reprise | null;
  transcript: Transcript | null;
  proposition: Proposition | null;
  restreint: boolean;
  proposant: string | null;
  liste: string | null;
  liste_effet: string | null;
  ajouts: string | null;
  ajouts_effet: string | null;
  pieces: LignePiece[] | null;
  complements: LigneComplement[] | null;
  histoire: Histoire;
  notes: LigneNote[] | null;
  documents: LigneDocument[] | null;
};

/** What is many of a dossier comes as JSON beside it: a single row to read, and the scope is said once. */
function lireLigne(portee: PorteeLecture, id: string): Promise<Ligne[]> {
  return driver().$queryRaw<Ligne[]>`
    SELECT d.numero, d.statut::text, d.attente, d.version, d.demandeur, c.email, ${NUMERO_DU_DEMANDEUR} AS numero_etranger, d.procedure, d.procedure_version, d.liste_version, d.liste_locale,
      p.code AS prefecture_code, p.nom AS prefecture_nom, p.autorite AS prefecture_autorite, a.prenom || ' ' || a.nom AS agent, d.agent_id,
      d.depose_le, d.decide_le, d.observations, d.reponses, d.reprise, d.transcript, d.proposition, d.restreint, b.prenom || ' ' || b.nom AS proposant, l.pieces::text AS liste,
      to_char(l.effet_le, 'YYYY-MM-DD') AS liste_effet, ll.pieces::text AS ajouts, to_char(ll.effet_le, 'YYYY-MM-DD') AS ajouts_effet,
      ${PIECES_DE_D} AS pieces, ${COMPLEMENTS_DE_D} AS complements, ${HISTORIQUE_DE_D} AS histoire, ${NOTES_DE_D} AS notes, ${DOCUMENTS_DE_D} AS documents
    FROM dossier d JOIN compte c ON c.id = d.compte_id JOIN prefecture p ON p.code = d.prefecture_code
      LEFT JOIN agent a ON a.id = d.agent_id
      LEFT JOIN agent b ON b.id = (d.proposition->>'par')::uuid
      LEFT JOIN liste_pieces l ON l.procedure = d.procedure AND l.version = d.liste_version
      LEFT JOIN liste_pieces ll ON ll.procedure = split_part(d.liste_locale, '#', 1) AND ll.version = split_part(d.liste_locale, '#', 2)::int
    WHERE d.id = ${id}::uuid AND ${lisible(portee)}`;
}

export type DossierEnBref = { id: string; numero: string; statut: Statut; version: number; estRestreint: boolean };

/** What the small pages of a dossier need. Null as below. */
export async function dossierEnBref(portee: PorteeLecture, id: string): Promise<DossierEnBref | null> {
  if (!isId(id)) return null;
  const [ligne] = await driver().$queryRaw<DossierEnBref[]>`
    SELECT d.id, d.numero, d.statut::text AS statut, d.version, d.restreint AS "estRestreint" FROM dossier d WHERE d.id = ${id}::uuid AND ${lisible(portee)}`;
  return ligne ?? null;
}

/** Null when the dossier is not there, is still a draft, or belongs to another prefecture: nothing tells which. */
export async function dossierInstruit(portee: PorteeLecture, id: string): Promise<DossierInstruit | null> {
  if (!isId(id)) return null;
  const [ligne] = await lireLigne(portee, id);
  const statut = STATUTS.find((s) => s === ligne?.statut);
  const procedure = ligne && procedureDe(ligne.procedure, ligne.procedure_version);
  if (!ligne || !statut || !procedure) return null;
  const nationale = ligne.liste ? lirePieces(ligne.liste) : (procedure.listes.find((l) => l.version === ligne.liste_version)?.pieces ?? []);
  const ajouts = ligne.ajouts ? lirePieces(ligne.ajouts).filter((p) => !nationale.some((n) => n.code === p.code)) : [];
  const liste = [...nationale, ...ajouts];
  const identite = identiteDe(ligne.reponses);
  const pieces = piecesLues(ligne.pieces ?? [], liste);
  const contexte = { reponses: ligne.reponses, jour: jourDe(ligne.depose_le) };
  const manquantes = piecesAttendues(liste, contexte, 'depot')
    .map((a) => a.piece)
    .filter((p) => p.mode.sorte !== 'declaration' && !pieces.some((d) => d.code === p.code))
    .map(({ code, libelle }) => ({ code, libelle }));
  const complements = complementsLus(ligne.complements ?? [], liste);
  const historique = historiqueLu(ligne.histoire, liste, complements);
  const numeroEtranger = procedure.demandeur === 'salarie' ? null : ligne.numero_etranger;
  const aRefournir = pieces.filter((p) => p.aRefournir).map((p) => p.libelle);
  const alertes = alertesDuDossier(liste, contexte, aRefournir).concat(
    adresseMontree(ligne.email) ? [] : [{ code: 'sans_adresse' }],
    alertesDuRegistre(procedure, ligne.reprise, { ...contexte, jour: jourDuDepot(ligne.depose_le, ligne.prefecture_code) }),
    changementsDeclares(ligne.histoire),
  );
  return {
    id,
    statut,
    attente: ATTENTES.find((a) => a === ligne.attente) ?? null,
    numero: ligne.numero,
    version: ligne.version,
    demandeur: ligne.demandeur,
    email: adresseMontree(ligne.email),
    numeroEtranger,
    procedure: procedure.nom,
    baseLegale: procedure.baseLegale,
    saisine: saisineDe(procedure, contexte),
    attendOfii: procedure.suiteDuDepot === 'certificat_ofii',
    titre: titreAccorde(procedure, contexte),
    prefecture: { nom: ligne.prefecture_nom, autorite: ligne.prefecture_autorite },
    liste: {
      version: ligne.liste_version,
      effetLe: ligne.liste_effet,
      locale: ajouts.length ? { version: lireReference(ligne.liste_locale)?.version ?? 0, effetLe: ligne.ajouts_effet } : null,
    },
    agent: ligne.agent,
    agentId: ligne.agent_id,
    estRestreint: ligne.restreint,
    deposeLe: ligne.depose_le,
    decideLe: ligne.decide_le,
    observations: ligne.observations,
    identite,
    transcript: ligne.transcript ?? [],
    proposition: ligne.proposition && { ...ligne.proposition, nom: ligne.proposant ?? '' },
    pieces,
    manquantes,
    complements,
    historique,
    dernier: ligne.histoire.lignes?.[0]?.id ?? '',
    notes: notesLues(ligne.notes ?? []),
    ecartes: (ligne.histoire.lignes ?? []).flatMap((e) => ('numero' in e.faits && e.type === 'doublon_ecarte' ? [e.faits.numero] : [])),
    documents: documentsLus(ligne.documents ?? []),
    alertes,
    faitsControles: {
      procedure,
      contexte,
      prefecture: { code: ligne.prefecture_code, nom: ligne.prefecture_nom },
      numeroEtranger,
      pieces,
      manquantes: manquantes.map((m) => m.libelle),
      alertes,
    },
  };
}

/** What the person declared elsewhere since: told before anything is decided here. */
function changementsDeclares(histoire: Histoire): Alerte[] {
  const remarques = remarquesDeclarees(histoire);
  return remarques.length > 0 ? [{ code: 'changement_declare', remarques: [...new Set(remarques)] }] : [];
}
