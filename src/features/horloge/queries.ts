// What the clocks read: the facts of many dossiers at once, in one statement, whatever their number; and the people of the préfectures.
import 'server-only';
import type { RoleAgent } from '#domain/access/actors.ts';
import { aLePouvoir, vueRestreints } from '#domain/access/roles.ts';
import { echeanceComplement } from '#domain/delais/complement.ts';
import type { Membre } from '#domain/delais/destinataires.ts';
import { type EcheanceDue, echeances } from '#domain/delais/echeances.ts';
import type { AvisSuivi, ComplementSuivi, DecisionPrise, FaitsDelais } from '#domain/delais/faits.ts';
import { jourDuDepot } from '#domain/delais/fenetre.ts';
import { documentDe, regimeDe, type TitreConnu, titreDetenu } from '#domain/delais/regime.ts';
import { type DateDite, datesDites } from '#domain/delais/usager.ts';
import { type FaitsEvenement, SORTES_AVIS } from '#domain/dossier/evenements.ts';
import { STATUTS } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { type EcheanceLue, NOTIFICATION_DU_COMPLEMENT } from '#features/dossier/queries.ts';
import { driver, Prisma, type Sql } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';

/** Events from which a day is counted, and those that the clocks wrote themselves. An index holds exactly these (evenement_delais). */
const COMPTES = Prisma.sql`(e.type IN ('api_delivree', 'decision_annulee', 'decision_favorable', 'decision_refus', 'decision_cloture') OR e.cle IS NOT NULL)`;

type EvenementLu = {
  type: string;
  le: string;
  faits: Record<string, unknown>;
  cle: string | null;
  disponibleLe: string | null;
  ouverteLe: string | null;
};
type ComplementLu = Omit<ComplementSuivi, 'demandeLe' | 'disponibleLe' | 'ouverteLe' | 'consentement' | 'reponduLe' | 'leveLe'> & {
  demandeLe: string;
  disponibleLe: string | null;
  ouverteLe: string | null;
  reponduLe: string | null;
  leveLe: string | null;
};
type AvisLu = Omit<AvisSuivi, 'demandeLe' | 'sorte'> & { demandeLe: string; sorte: string };

type Ligne = {
  id: string;
  version: number;
  statut: string;
  procedure: string;
  procedure_version: number;
  prefecture_code: string | null;
  agent_id: string | null;
  compte_id: string;
  restreint: boolean;
  reponses: Reponses;
  modifie_le: Date;
  depose_le: Date | null;
  echeance_le: Jour | null;
  echeance_code: string | null;
  alertes: string[] | null;
  compte_durable: boolean;
  consentement_le: Date | null;
  consentement_fin_le: Date | null;
  titres: TitreConnu[] | null;
  complements: ComplementLu[] | null;
  avis: AvisLu[] | null;
  evenements: EvenementLu[] | null;
  accuse_le: Date | null;
  manques: { nombre: number; dernierLe: string | null };
  remise: { recuLe: string | null; remisLe: string | null; finLe: string | null } | null;
  habilites: string[] | null;
};

/** One dossier as the clocks see it on a day. */
export type DossierMinute = {
  id: string;
  version: number;
  compteId: string;
  prefecture: string | null;
  agentId: string | null;
  procedure: Procedure;
  /** null: an ordinary dossier; otherwise the agents who may open it */
  habilites: readonly string[] | null;
  faits: FaitsDelais;
  titre: TitreConnu | null;
  /** keys of what the machine has said already */
  dits: ReadonlySet<string>;
  /** what stands in the rows: the next day due, the keys of the alerts that are open */
  ecrit: { le: Jour | null; code: string | null; alertes: readonly string[] };
};

/** Dossiers that a clock may concern: filed and not over, after the last one of the former batch. In the order of their identifiers, which is that of their beginning. */
export async function idsDuLot(base: Sql, { apres, taille }: { apres: string; taille: number }): Promise<string[]> {
  const lignes = await base.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dossier d WHERE d.id > ${apres}::uuid AND d.statut IN ('depose', 'en_instruction', 'propose', 'accepte') ORDER BY d.id LIMIT ${taille}`;
  return lignes.map((l) => l.id);
}

/** One statement. Throws on a procedure that the portal no longer knows: a fault of ours. */
export async function lireLot(base: Sql, { ids }: { ids: readonly string[] }, jour: Jour): Promise<DossierMinute[]> {
  const lignes = await base.$queryRaw<Ligne[]>`
    SELECT d.id, d.version, d.statut::text, d.procedure, d.procedure_version, d.prefecture_code, d.agent_id, d.compte_id, d.restreint, d.reponses,
      d.modifie_le, d.depose_le, to_char(d.echeance_le, 'YYYY-MM-DD') AS echeance_le, d.echeance_code,
      (SELECT array_agg(a.cle) FROM alerte a WHERE a.dossier_id = d.id AND a.levee_le IS NULL) AS alertes, c.consentement_le, c.consentement_fin_le,
      (c.numero_etranger IS NOT NULL OR d.statut <> 'brouillon'
        OR EXISTS (SELECT 1 FROM dossier f WHERE f.compte_id = c.id AND f.numero IS NOT NULL)) AS compte_durable,
      (SELECT jsonb_agg(jsonb_build_object('type', t.type, 'debutLe', t.debut_le, 'finLe', t.fin_le, 'invalideLe', t.invalide_le))
        FROM titre t WHERE t.personne_id = d.personne_id) AS titres,
      (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'demandeLe', m.demande_le, 'disponibleLe', n.disponible_le, 'ouverteLe', n.ouverte_le,
          'prolongeJusqu', m.prolonge_jusqu, 'recommandeLe', m.recommande_le, 'reponduLe', m.repondu_le, 'leveLe', m.leve_le) ORDER BY m.demande_le)
        FROM complement m LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true WHERE m.dossier_id = d.id) AS complements,
      (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'sorte', v.sorte, 'demandeLe', v.demande_le, 'departLe', v.depart_le,
          'renduLe', v.rendu_le) ORDER BY v.demande_le, v.id) FROM avis v WHERE v.dossier_id = d.id) AS avis,
      (SELECT jsonb_agg(jsonb_build_object('type', e.type, 'le', e.cree_le, 'faits', e.faits, 'cle', e.cle,
          'disponibleLe', n.disponible_le, 'ouverteLe', n.ouverte_le) ORDER BY e.id)
        FROM evenement e LEFT JOIN notification n ON e.type IN ('decision_refus', 'decision_cloture') AND n.evenement_id = e.id AND n.compte_id = d.compte_id
        WHERE e.dossier_id = d.id AND ${COMPTES}) AS evenements,
      (SELECT min(o.produit_le) FROM document o WHERE o.dossier_id = d.id AND o.sorte = 'accuse_de_reception') AS accuse_le,
      (SELECT jsonb_build_object('nombre', count(*), 'dernierLe', max(v.debut_le)) FROM convocation v
        WHERE v.dossier_id = d.id AND v.etat = 'manquee' AND NOT EXISTS (SELECT 1 FROM convocation w
          WHERE w.dossier_id = d.id AND w.sorte = v.sorte AND w.debut_le > v.debut_le AND w.etat IN ('prevue', 'honoree'))) AS manques,
      CASE WHEN d.statut IN ('accepte', 'remis') THEN (SELECT jsonb_build_object('recuLe', r.recu_le, 'remisLe', r.remis_le, 'finLe', r.fin_le)
        FROM remise r WHERE r.dossier_id = d.id) END AS remise,
      CASE WHEN d.restreint THEN (SELECT coalesce(array_agg(h.agent_id::text), '{}') FROM habilitation h WHERE h.dossier_id = d.id) END AS habilites
    FROM dossier d JOIN compte c ON c.id = d.compte_id
    WHERE d.id = ANY(${[...ids]}::uuid[]) ORDER BY d.id`;
  return lignes.map((ligne) => minuter(ligne, jour));
}

/** Dossiers held in one order, before anything is written about several of them at once; those that somebody changed since `version` are not. */
export async function tenir(tx: Sql, lues: readonly EcheanceLue[]): Promise<ReadonlySet<string>> {
  const tenus = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dossier d JOIN jsonb_to_recordset(${JSON.stringify(lues)}::jsonb) AS x(id uuid, version int) ON x.id = d.id
    WHERE d.version = x.version ORDER BY d.id FOR NO KEY UPDATE OF d`;
  return new Set(tenus.map((d) => d.id));
}

const enJour = (instant: string | Date | null): Jour | null => (instant === null ? null : jourDe(new Date(instant)));
const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

function minuter(ligne: Ligne, jour: Jour): DossierMinute {
  const { id, version, reponses } = ligne;
  const procedure = procedureDe(ligne.procedure, ligne.procedure_version);
  const statut = STATUTS.find((s) => s === ligne.statut);
  if (!procedure || !statut) throw new Error(`dossier ${id} : procédure ou statut inconnu`);
  const deposeLe = enJour(ligne.depose_le);
  const reference = deposeLe ?? jour;
  const titre = titreDetenu(reponses, ligne.titres ?? [], reference);
  const evenements = ligne.evenements ?? [];
  const annulation = evenements.findLastIndex((e) => e.type === 'decision_annulee');
  const consentement = { le: ligne.consentement_le, finLe: ligne.consentement_fin_le };
  return {
    id,
    version,
    compteId: ligne.compte_id,
    prefecture: ligne.prefecture_code,
    agentId: ligne.agent_id,
    procedure,
    habilites: ligne.restreint ? (ligne.habilites ?? []) : null,
    titre,
    dits: new Set(evenements.flatMap(({ cle }) => (cle === null ? [] : [cle]))),
    ecrit: { le: ligne.echeance_le, code: ligne.echeance_code, alertes: ligne.alertes ?? [] },
    faits: {
      statut,
      departement: ligne.prefecture_code,
      modifieLe: jourDe(ligne.modifie_le),
      compteDurable: ligne.compte_durable,
      deposeLe,
      rouvertLe: enJour(evenements[annulation]?.le ?? null),
      accuseLe: enJour(ligne.accuse_le),
      regime: regimeDe(procedure, reponses, titre, ligne.depose_le ? jourDuDepot(ligne.depose_le, ligne.prefecture_code) : jour),
      document: titre && documentDe(titre, procedure),
      complements: (ligne.complements ?? []).map((c) => ({
        id: c.id,
        prolongeJusqu: c.prolongeJusqu,
        recommandeLe: c.recommandeLe,
        demandeLe: enJour(c.demandeLe) ?? reference,
        disponibleLe: enDate(c.disponibleLe),
        ouverteLe: enDate(c.ouverteLe),
        reponduLe: enJour(c.reponduLe),
        leveLe: enJour(c.leveLe),
        consentement,
      })),
      avis: (ligne.avis ?? []).flatMap((a) => {
        const sorte = SORTES_AVIS.find((s) => s === a.sorte);
        return sorte ? [{ ...a, sorte, demandeLe: enJour(a.demandeLe) ?? reference }] : [];
      }),
      // those issued before the decision that was annulled have stopped with it
      attestations: evenements.slice(annulation + 1).flatMap((e) => {
        const { du, jusqu } = e.faits;
        return e.type === 'api_delivree' && typeof du === 'string' && typeof jusqu === 'string' ? [{ du, jusqu }] : [];
      }),
      decision: decisionDe(evenements.slice(annulation + 1), consentement, jour),
      manques: manquesDe(ligne.manques),
      titre: {
        recuLe: enJour(ligne.remise?.recuLe ?? null),
        remisLe: enJour(ligne.remise?.remisLe ?? null),
        finLe: ligne.remise?.finLe ?? null,
      },
    },
  };
}

function manquesDe({ nombre, dernierLe }: Ligne['manques']): FaitsDelais['manques'] {
  const dernier = enJour(dernierLe);
  return dernier === null ? null : { nombre, dernierLe: dernier };
}

const SENS = { decision_refus: 'refus', decision_cloture: 'cloture' } as const satisfies Partial<
  Record<keyof FaitsEvenement, DecisionPrise['sens']>
>;

/** The decision that the person was told, and the day from which its appeal runs; null while it is not notified. */
function decisionDe(evenements: readonly EvenementLu[], consentement: ComplementSuivi['consentement'], jour: Jour): DecisionPrise | null {
  const prise = evenements.findLast((e) => e.type in SENS);
  const disponibleLe = enDate(prise?.disponibleLe ?? null);
  if (!prise || !disponibleLe) return null;
  const sens = prise.type === 'decision_refus' ? SENS.decision_refus : SENS.decision_cloture;
  // the same rule for a decision and for a complement: first reading, or deemed (CRPA R.112-20)
  const notifiee = echeanceComplement({ disponibleLe, ouverteLe: enDate(prise.ouverteLe), consentement }, jour);
  return notifiee && { sens, notifieeLe: notifiee.notifieLe, oqtf: prise.faits.oqtf === true };
}

/** A member of a préfecture, and whether they read ordinary dossiers. */
export type MembreDeService = Membre & { litOrdinaires: boolean; litTousRestreints: boolean };
export type Equipes = ReadonlyMap<string, readonly MembreDeService[]>;

/** Who works that day, by préfecture; of one, or of all. One statement. */
export async function lireEquipes(prefecture: string | null, jour: Jour): Promise<Equipes> {
  const agents = await driver().$queryRaw<
    { id: string; prefecture: string; roles: RoleAgent[]; absent: boolean; remplacant: string | null }[]
  >`
    SELECT a.id, a.prefecture_code AS prefecture, to_jsonb(a.roles) AS roles, b.agent_id IS NOT NULL AS absent, b.remplacant_id AS remplacant
    FROM agent a LEFT JOIN LATERAL (SELECT x.agent_id, x.remplacant_id FROM absence x
      WHERE x.agent_id = a.id AND ${jour}::date BETWEEN x.debut_le AND x.fin_le ORDER BY x.debut_le DESC LIMIT 1) b ON true
    WHERE a.actif AND a.prefecture_code IS NOT NULL AND (${prefecture}::text IS NULL OR a.prefecture_code = ${prefecture})
    ORDER BY a.id`;
  const membres = agents.map(({ id, prefecture: code, roles, absent, remplacant }) => ({
    code,
    id,
    roles,
    estAbsent: absent,
    remplacantId: remplacant,
    litOrdinaires: aLePouvoir(roles, 'lire_dossiers'),
    litTousRestreints: vueRestreints(roles) === 'tous',
  }));
  return Map.groupBy(membres, (m) => m.code);
}

/** Those of a préfecture who may open this dossier: an alert is never told to somebody who cannot read it (C40). */
export function lecteursDe({ prefecture, habilites }: DossierMinute, equipes: Equipes): readonly MembreDeService[] {
  const equipe = prefecture === null ? [] : (equipes.get(prefecture) ?? []);
  if (habilites === null) return equipe.filter((m) => m.litOrdinaires);
  return equipe.filter((m) => m.litTousRestreints || (m.litOrdinaires && habilites.includes(m.id)));
}

/** What is due to one dossier; the caller has read it in its own scope. One statement. */
export async function echeancesDe(
  dossierId: string,
  jour: Jour,
): Promise<{ dues: EcheanceDue[]; dites: DateDite[]; articles: Articles } | null> {
  const [lu] = await lireLot(driver(), { ids: [dossierId] }, jour);
  if (!lu) return null;
  const dues = echeances(lu.faits, jour);
  const { silence, provisoire } = lu.faits.regime ?? {};
  return {
    dues,
    dites: datesDites(dues, lu.faits, jour),
    articles: { silence: silence?.article ?? null, attestation: provisoire?.article ?? null },
  };
}

/** Where its own procedure says better than the table under which text. */
export type Articles = { silence: string | null; attestation: string | null };
