// The whole history of a dossier, as a judge asks for it: every event, even those that no page shows, with who acted; what was handed in
// and issued, with its fingerprint; what was told and opened; who read. Five queries whatever it holds.
import 'server-only';
import { motDeFinalite } from '#domain/access/finalites.ts';
import { nomDuMandataire, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { LIBELLE_EVENEMENT } from '#domain/dossier/evenements.ts';
import { STATUT_AGENT, STATUTS } from '#domain/dossier/statuts.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { lisible } from '../queries.ts';

export type EvenementConsigne = { id: string; le: Date; quoi: string; qui: string; faits: readonly { cle: string; valeur: string }[] };
export type Octets = { nom: string; le: Date; sha256: string; remarque: string | null };
export type Histoire = {
  dossierId: string;
  numero: string;
  demandeur: string;
  numeroEtranger: string | null;
  procedure: string;
  prefecture: string;
  statut: string;
  deposeLe: Date;
  evenements: readonly EvenementConsigne[];
  fichiers: readonly Octets[];
  documents: readonly Octets[];
  notifications: readonly { titre: string; disponibleLe: Date; ouverteLe: Date | null }[];
  consultations: readonly { le: Date; agent: string; service: string; objet: string; finalite: string; place: string }[];
};

type LigneDossier = {
  numero: string;
  demandeur: string | null;
  numero_etranger: string | null;
  procedure: string;
  procedure_version: number;
  prefecture: string | null;
  statut: string;
  depose_le: Date;
};
type LigneEvenement = {
  id: string;
  type: string;
  le: Date;
  acteur: string;
  agent: string | null;
  mandataire: string | null;
  qualite: string | null;
  organisme: string | null;
  faits: Record<string, unknown>;
};

/** What an event kept, in words; a fact that is not here keeps its code: nothing is left out of a proof. */
const FAITS: Readonly<Record<string, string>> = {
  numero: 'numéro',
  prefecture: 'préfecture',
  procedure: 'démarche',
  numeroEtranger: 'numéro étranger',
  piece: 'pièce',
  verdict: 'verdict',
  complement: 'demande de complément',
  signataire: 'signataire',
  delegation: 'délégation',
  etape: 'étape',
  sens: 'sens',
  motif: 'motif',
  remarque: 'remarque',
  agent: 'agent',
  habilites: 'agents habilités',
  ticket: 'demande d’aide',
  jusqu: 'jusqu’au',
  du: 'du',
  mandat: 'mandat',
  texte: 'texte signé, jamais notifié',
};

export async function histoireDuDossier(portee: PorteeAgent, id: string): Promise<Histoire | null> {
  if (!isId(id)) return null;
  const [dossier] = await db().$queryRaw<LigneDossier[]>`
    SELECT d.numero, d.demandeur, coalesce(p.numero_etranger, c.numero_etranger) AS numero_etranger, d.procedure, d.procedure_version,
      f.nom AS prefecture, d.statut::text, d.depose_le
    FROM dossier d JOIN compte c ON c.id = d.compte_id LEFT JOIN personne p ON p.id = d.personne_id LEFT JOIN prefecture f ON f.code = d.prefecture_code
    WHERE d.id = ${id}::uuid AND d.numero IS NOT NULL AND ${lisible(portee)}`;
  if (!dossier) return null;
  const [evenements, octets, notifications, consultations] = await Promise.all([
    db().$queryRaw<LigneEvenement[]>`
      SELECT e.id::text, e.type, e.cree_le AS le, e.acteur_sorte AS acteur, e.faits, m.mandataire_nom AS mandataire, m.qualite, m.organisme,
        a.prenom || ' ' || a.nom || ', ' || a.qualite || coalesce(', ' || f.nom, '') AS agent
      FROM evenement e LEFT JOIN agent a ON e.acteur_sorte = 'agent' AND a.id = e.acteur_id LEFT JOIN prefecture f ON f.code = a.prefecture_code
        LEFT JOIN mandat m ON m.id = e.mandat_id
      WHERE e.dossier_id = ${id}::uuid ORDER BY e.id`,
    db().$queryRaw<(Octets & { emis: boolean; piece: string | null })[]>`
      SELECT true AS emis, NULL AS piece, o.nom, o.produit_le AS le, o.sha256,
        concat_ws(' ; ', 'code de vérification ' || o.code_verification, CASE WHEN o.revoque_le IS NOT NULL THEN 'révoqué' END) AS remarque
      FROM document o WHERE o.dossier_id = ${id}::uuid
      UNION ALL SELECT false, p.code, x.nom, x.depose_le, x.sha256, CASE WHEN x.remplace_le IS NOT NULL THEN 'remplacé depuis' END
      FROM piece p JOIN fichier x ON x.piece_id = p.id WHERE p.dossier_id = ${id}::uuid ORDER BY le`,
    db().$queryRaw<{ titre: string; disponibleLe: Date; ouverteLe: Date | null }[]>`
      SELECT titre, disponible_le AS "disponibleLe", ouverte_le AS "ouverteLe" FROM notification WHERE dossier_id = ${id}::uuid ORDER BY disponible_le`,
    db().$queryRaw<
      { le: Date; agent: string | null; service: string | null; objet: string; finalite: string | null; place: string | null }[]
    >`
      SELECT k.le, a.prenom || ' ' || a.nom AS agent, k.service, k.objet, k.finalite, k.chaine || ':' || k.rang AS place
      FROM consultation k LEFT JOIN agent a ON a.id = k.agent_id WHERE k.dossier_id = ${id}::uuid ORDER BY k.le, k.id`,
  ]);
  const procedure = procedureDe(dossier.procedure, dossier.procedure_version);
  const pieces = (procedure?.listes ?? []).flatMap((l) => l.pieces.map((p): [string, string] => [p.code, p.libelle]));
  const mots: Mots = new Map([
    ...VERDICTS,
    ...pieces,
    [dossier.procedure, procedure?.nom ?? dossier.procedure],
    ...(await nomsDesAgents(evenements)),
  ]);
  const libellePiece = new Map(pieces);
  return {
    dossierId: id,
    numero: dossier.numero,
    demandeur: dossier.demandeur ?? '',
    numeroEtranger: dossier.numero_etranger,
    procedure: procedure?.nom ?? dossier.procedure,
    prefecture: dossier.prefecture ?? '',
    statut: STATUTS.filter((s) => s === dossier.statut).map((s) => STATUT_AGENT[s])[0] ?? dossier.statut,
    deposeLe: dossier.depose_le,
    evenements: evenements.map((e) => consigne(e, mots)),
    fichiers: octets
      .filter((o) => !o.emis)
      .map(({ piece, nom, ...o }) => ({ ...o, nom: piece === null ? nom : `${libellePiece.get(piece) ?? piece} – ${nom}` })),
    documents: octets.filter((o) => o.emis),
    notifications,
    consultations: consultations.map((c) => ({
      le: c.le,
      agent: c.agent ?? '',
      service: c.service ?? '',
      objet: c.objet,
      finalite: motDeFinalite(c.finalite),
      place: c.place ?? '',
    })),
  };
}

/** What a code kept by an event says: an agent, a piece, a démarche, a verdict. */
type Mots = ReadonlyMap<string, string>;

const VERDICTS: readonly [string, string][] = [
  ['non_conforme', 'non conforme'],
  ['cloture', 'clôture'],
];

const textes = (valeur: unknown): string[] => (Array.isArray(valeur) ? valeur : [valeur]).filter((v) => typeof v === 'string');

/** Names of the agents that the facts of the events point to. */
async function nomsDesAgents(evenements: readonly LigneEvenement[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(evenements.flatMap((e) => Object.values(e.faits).flatMap(textes).filter(isId)));
  if (ids.size === 0) return new Map();
  const agents = await db().agent.findMany({ where: { id: { in: [...ids] } }, select: { id: true, prenom: true, nom: true } });
  return new Map(agents.map((a) => [a.id, `${a.prenom} ${a.nom}`]));
}

function consigne({ id, type, le, acteur, faits, agent, mandataire, qualite, organisme }: LigneEvenement, mots: Mots) {
  const connu = Object.entries(LIBELLE_EVENEMENT).find(([code]) => code === type)?.[1];
  // said of the person, never to them: a judge reads it
  const mot =
    connu?.agent ?? connu?.autrui?.replace('{qui}', mandataire ?? (acteur === 'agent' ? 'Un agent' : 'La personne')) ?? connu?.usager;
  const qui =
    mandataire !== null
      ? nomDuMandataire({ nom: mandataire, qualite: QUALITES_MANDATAIRE.find((q) => q === qualite) ?? 'proche', organisme })
      : (agent ?? (acteur === 'usager' ? 'la personne, depuis son compte' : 'le portail, sans intervention'));
  return {
    id,
    le,
    quoi: mot ? `${mot} [${type}]` : `[${type}]`,
    qui,
    faits: Object.entries(faits).map(([cle, valeur]) => ({ cle: FAITS[cle] ?? cle, valeur: lisibleEnClair(valeur, mots) })),
  };
}

function lisibleEnClair(valeur: unknown, mots: Mots): string {
  if (Array.isArray(valeur)) return valeur.map((v) => lisibleEnClair(v, mots)).join(', ') || 'aucun';
  if (typeof valeur === 'string') return mots.get(valeur) ?? valeur;
  return valeur === null || valeur === undefined ? 'aucun' : JSON.stringify(valeur);
}

/** The dossier as the page that asks for the reason names it. */
export async function dossierAExporter(portee: PorteeAgent, id: string): Promise<{ id: string; numero: string } | null> {
  if (!isId(id)) return null;
  const [dossier] = await db().$queryRaw<{ id: string; numero: string }[]>`
    SELECT d.id, d.numero FROM dossier d WHERE d.id = ${id}::uuid AND d.numero IS NOT NULL AND ${lisible(portee)}`;
  return dossier ?? null;
}
