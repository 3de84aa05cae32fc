// What happened to a dossier, for an agent: history in plain words, documents issued (complements: complements/suites). Values of the one
// query of the dossier, as Postgres writes them in JSON.
import 'server-only';
import { motDeFinalite } from '#domain/access/finalites.ts';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import type { PorteeAgent, PorteeLecture } from '#domain/access/scope.ts';
import { fuseauDe } from '#domain/adresse/fuseau.ts';
import { CONTROLES, estControle } from '#domain/dossier/controles.ts';
import { type FaitsEvenement, LIBELLE_EVENEMENT, type TypeEvenement } from '#domain/dossier/evenements.ts';
import { FAMILLE_DE, type FamilleEvenement, type Noms, precisionDe } from '#domain/dossier/histoire.ts';
import { heureLisible, jourLocal } from '#domain/horloge.ts';
import { jourLisible } from '#domain/jour.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import type { ComplementLu } from '../../complements/suites/queries.ts';
import { lisible } from '../../queries.ts';

export type LigneHistorique = { id: string; le: Date; famille: FamilleEvenement; phrase: string; precision: string | null; auteur: string };

type LigneEvenement<E extends TypeEvenement = TypeEvenement> = {
  id: string;
  type: E;
  le: string;
  acteur: string;
  agent: string | null;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  faits: FaitsEvenement[E];
};

/** The events, and the names of what their facts name by an identifier. */
export type Histoire = {
  lignes: LigneEvenement[] | null;
  agents: Record<string, string> | null;
  prefectures: Record<string, string> | null;
  rendezVous: Record<string, { debut: string; lieu: string; prefecture: string }> | null;
};

const libellePiece = (liste: readonly PieceDemandee[], code: string | null) => liste.find((p) => p.code === code)?.libelle ?? code ?? '';

/** SQL value: what happened to `d`, a dossier, after an event (null: since ever). */
const histoireDeD = (depuis: string | null) => Prisma.sql`json_build_object(
  'lignes', (SELECT json_agg(x) FROM (
    SELECT e.id::text, e.type, e.cree_le AS le, e.acteur_sorte AS acteur, a.prenom || ' ' || a.nom AS agent,
      m.mandataire_nom AS mandataire, m.qualite, m.organisme, e.faits
    FROM evenement e LEFT JOIN agent a ON e.acteur_sorte = 'agent' AND a.id = e.acteur_id
      LEFT JOIN mandat m ON m.id = e.mandat_id
    WHERE e.dossier_id = d.id AND e.id > coalesce(${depuis}::bigint, 0) ORDER BY e.id DESC) x),
  'agents', (SELECT json_object_agg(a.id, a.prenom || ' ' || a.nom) FROM agent a WHERE a.id::text IN (
    SELECT e.faits->>'agent' FROM evenement e WHERE e.dossier_id = d.id AND e.type = 'attribue'
    UNION SELECT h FROM evenement e, jsonb_array_elements_text(e.faits->'habilites') h
      WHERE e.dossier_id = d.id AND e.type IN ('acces_restreint', 'habilitations_modifiees'))),
  'prefectures', (SELECT json_object_agg(p.code, p.nom) FROM prefecture p WHERE p.code IN (
    SELECT unnest(ARRAY[e.faits->>'de', e.faits->>'vers', e.faits->>'prefecture']) FROM evenement e
    WHERE e.dossier_id = d.id AND e.type IN ('transfere', 'depose'))),
  'rendezVous', (SELECT json_object_agg(v.id, json_build_object('debut', v.debut_le, 'lieu', l.nom, 'prefecture', l.prefecture_code))
    FROM convocation v JOIN lieu l ON l.id = v.lieu_id WHERE v.dossier_id = d.id))`;

export const HISTORIQUE_DE_D = histoireDeD(null);

/** What a complement asks, in a line: its pieces and its questions. */
function resumeComplement({ items }: ComplementLu): string {
  const pieces = items.filter((i) => i.sujet !== '').map((i) => i.sujet);
  const questions = items.length - pieces.length;
  return [...pieces, ...(questions > 0 ? [questions === 1 ? 'une information' : `${questions} informations`] : [])].join(' ; ');
}

/** « 08/12/2026 à 09:00, Accueil des étrangers – Lille ». */
function quandEtOu(rendezVous: { debut: string; lieu: string; prefecture: string } | undefined): string | undefined {
  if (!rendezVous) return undefined;
  const [debut, fuseau] = [new Date(rendezVous.debut), fuseauDe(rendezVous.prefecture)];
  return `${jourLisible(jourLocal(debut, fuseau))} à ${heureLisible(debut, fuseau)}, ${rendezVous.lieu}`;
}

function nomsDe(
  { agents, prefectures, rendezVous }: Histoire,
  liste: readonly PieceDemandee[],
  complements: readonly ComplementLu[],
): Noms {
  return {
    piece: (code) => libellePiece(liste, code),
    agent: (id) => agents?.[id],
    prefecture: (code) => prefectures?.[code] ?? code,
    complement: (id) => complements.filter((c) => c.id === id).map(resumeComplement)[0],
    convocation: (id) => quandEtOu(rendezVous?.[id]),
    controle: (code) => (estControle(code) ? CONTROLES[code].titre : code),
  };
}

/** Latest first, with the name of who acted. */
export function historiqueLu(
  histoire: Histoire,
  liste: readonly PieceDemandee[],
  complements: readonly ComplementLu[] = [],
): LigneHistorique[] {
  const noms = nomsDe(histoire, liste, complements);
  return (histoire.lignes ?? []).flatMap((l): LigneHistorique[] => {
    const { agent, autrui } = LIBELLE_EVENEMENT[l.type];
    // an act done for somebody else bears both names
    const qui = l.mandataire === null ? null : mandataireDe(l, l.mandataire);
    const phrase = qui !== null && autrui !== undefined ? autrui.replace('{qui}', qui) : agent;
    if (phrase === null) return [];
    const precision = precisionDe(l.type, l.faits, noms);
    return [{ id: l.id, le: new Date(l.le), famille: FAMILLE_DE[l.type], phrase, precision, auteur: auteurDe(l) }];
  });
}

const mandataireDe = ({ qualite, organisme }: LigneEvenement, nom: string): string =>
  `${nomDuMandataire({ nom, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme })}, pour la personne,`;

function auteurDe({ acteur, agent }: LigneEvenement): string {
  if (agent) return agent;
  return acteur === 'usager' ? 'la personne' : 'le portail';
}

/** What the person declared elsewhere since, in words. */
export const remarquesDeclarees = ({ lignes }: Histoire): string[] =>
  (lignes ?? []).flatMap((e) => ('remarque' in e.faits && e.type === 'changement_signale' && e.faits.remarque ? [e.faits.remarque] : []));

/** Who changed what since the page was read, and the version that it now has; null: not theirs. `depuis` absent: the last thing alone. */
export async function changementsDepuis(
  portee: PorteeLecture,
  dossierId: string,
  depuis?: string,
): Promise<{ version: number; lignes: LigneHistorique[] } | null> {
  if (!isId(dossierId)) return null;
  const [ligne] = await driver().$queryRaw<{ version: number; procedure: string; procedure_version: number; histoire: Histoire }[]>`
    SELECT d.version, d.procedure, d.procedure_version, ${histoireDeD(depuis ?? null)} AS histoire
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  if (!ligne) return null;
  const pieces = procedureDe(ligne.procedure, ligne.procedure_version)?.listes.flatMap((l) => l.pieces) ?? [];
  const lignes = historiqueLu(ligne.histoire, pieces);
  return { version: ligne.version, lignes: depuis === undefined ? lignes.slice(0, 1) : lignes };
}

/** One line of the history as a sentence: "Pièce vérifiée. Passeport : conforme (Camille TESTAGENT)". */
export const enPhrase = ({ phrase, precision, auteur }: LigneHistorique): string =>
  `${[phrase, precision].filter(Boolean).join(' ')} (${auteur})`;

export type LectureAgent = { le: Date; agent: string; objet: string; finalite: string };

/** Who of the service opened it lately, latest first: told to the chef alone. One query. */
export async function dernieresLectures(portee: PorteeAgent, dossierId: string, combien = 15): Promise<LectureAgent[]> {
  const lues = await driver().$queryRaw<{ le: Date; agent: string | null; objet: string; finalite: string | null }[]>`
    SELECT max(c.le) AS le, a.prenom || ' ' || a.nom AS agent, c.objet, c.finalite
    FROM consultation c JOIN dossier d ON d.id = c.dossier_id LEFT JOIN agent a ON a.id = c.agent_id
    WHERE c.dossier_id = ${dossierId}::uuid AND ${lisible(portee)}
    GROUP BY a.id, c.objet, c.finalite, date_trunc('hour', c.le) ORDER BY 1 DESC LIMIT ${combien}`;
  return lues.map((l) => ({ ...l, agent: l.agent ?? '', finalite: motDeFinalite(l.finalite) }));
}

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

export type DocumentLu = { id: string; nom: string; produitLe: Date; taille: number; revoqueLe: Date | null };
export type LigneDocument = Omit<DocumentLu, 'produitLe' | 'revoqueLe'> & { produitLe: string; revoqueLe: string | null };

/** SQL value: the documents issued for `d`, a dossier. */
export const DOCUMENTS_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT o.id, o.nom, o.produit_le AS "produitLe", o.taille, o.revoque_le AS "revoqueLe"
  FROM document o WHERE o.dossier_id = d.id ORDER BY o.produit_le DESC) x)`;

export function documentsLus(lignes: readonly LigneDocument[]): DocumentLu[] {
  return lignes.map((l) => ({ ...l, produitLe: new Date(l.produitLe), revoqueLe: enDate(l.revoqueLe) }));
}

/** `controle`: it says where a check stands. */
export type NoteLue = { id: string; le: Date; auteur: string; texte: string; controle: string | null; etat: 'vu' | 'a_reprendre' | null };
export type LigneNote = Omit<NoteLue, 'le'> & { le: string };

/** SQL value: what agents wrote for each other on `d`, a dossier. */
export const NOTES_DE_D = Prisma.sql`(SELECT json_agg(x) FROM (
  SELECT n.id, n.cree_le AS le, a.prenom || ' ' || a.nom AS auteur, n.texte, n.controle, n.etat
  FROM note n JOIN agent a ON a.id = n.agent_id WHERE n.dossier_id = d.id ORDER BY n.cree_le DESC, n.id DESC) x)`;

/** Latest first. */
export const notesLues = (lignes: readonly LigneNote[]): NoteLue[] => lignes.map((l) => ({ ...l, le: new Date(l.le) }));
