// What is past its period, read a batch at a time along identifiers: the memory does not grow with the base.
import 'server-only';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { type Effacement, effacementDe, termeDuBrouillon } from '#domain/delais/conservation.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { db } from '#platform/db.ts';

const LOT = 500;
const ZERO = '00000000-0000-0000-0000-000000000000';
const JOUR = 86_400_000;

export type BrouillonAncien = {
  id: string;
  compteId: string;
  procedure: string;
  procedureVersion: number;
  email: string;
  estJoignable: boolean;
  sauveLe: Jour;
  regle: 'brouillon' | 'brouillon_temporaire';
  avertirLe: Jour;
  aPartirDu: Jour;
  /** instant of the warning about this very save; null: not warned */
  avertiLe: Date | null;
};

type LigneBrouillon = {
  id: string;
  compte_id: string;
  procedure: string;
  procedure_version: number;
  email: string;
  sauve_le: Date;
  durable: boolean;
  averti_le: Date | null;
};

/** The key of the warning: another save, another warning. */
export const cleAvertissement = (dossierId: string, sauveLe: Jour) => `brouillon_efface:${dossierId}:${sauveLe}`;

/** Drafts whose warning is due, or past it. */
export async function* brouillonsAnciens(at: Date): AsyncGenerator<BrouillonAncien[]> {
  let apres = ZERO;
  const limite = new Date(at.getTime() - 15 * JOUR);
  for (;;) {
    const lignes = await db().$queryRaw<LigneBrouillon[]>`
      WITH b AS (
        SELECT d.id, d.compte_id, d.procedure, d.procedure_version, c.email, (c.numero_etranger IS NOT NULL OR c.numero_visa IS NOT NULL
            OR EXISTS (SELECT 1 FROM dossier x WHERE x.compte_id = c.id AND x.numero IS NOT NULL)) AS durable,
          greatest(d.modifie_le, (SELECT max(s.modifie_le) FROM saisie s WHERE s.dossier_id = d.id),
            (SELECT max(f.depose_le) FROM piece p JOIN fichier f ON f.piece_id = p.id WHERE p.dossier_id = d.id)) AS sauve_le
        FROM dossier d JOIN compte c ON c.id = d.compte_id
        WHERE d.statut = 'brouillon' AND d.id > ${apres}::uuid AND d.modifie_le < ${limite} ORDER BY d.id LIMIT ${LOT})
      SELECT b.*, (SELECT k.cree_le FROM courriel k
        WHERE k.cle = 'brouillon_efface:' || b.id || ':' || to_char(b.sauve_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD')) AS averti_le FROM b ORDER BY b.id`;
    const jour = jourDe(at);
    const dus = lignes.map((l): BrouillonAncien => {
      const sauveLe = jourDe(l.sauve_le);
      return {
        id: l.id,
        compteId: l.compte_id,
        procedure: l.procedure,
        procedureVersion: l.procedure_version,
        email: l.email,
        estJoignable: estJoignable(l.email),
        sauveLe,
        avertiLe: l.averti_le,
        ...termeDuBrouillon({ sauveLe, compteDurable: l.durable }),
      };
    });
    yield dus.filter((b) => b.avertirLe <= jour);
    const derniere = lignes.at(-1);
    if (!derniere || lignes.length < LOT) return;
    apres = derniere.id;
  }
}

export type DossierEchu = { id: string; numero: string; regle: Effacement['regle']; aPartirDu: Jour };

type LignePersonne = {
  qui: string;
  dossiers: { id: string; numero: string }[];
  en_cours: boolean;
  mise_a_jour: Date;
  fin: Jour | null;
  nationalite: Date | null;
  voie: string | null;
};

/** Requests of the persons whose file the law has erased by `at`, person by person. */
export async function* dossiersEchus(at: Date): AsyncGenerator<DossierEchu[]> {
  let apres = ZERO;
  const limite = new Date(at.getTime() - 180 * JOUR);
  const jour = jourDe(at);
  for (;;) {
    const lignes = await db().$queryRaw<LignePersonne[]>`
      WITH qui AS (
        SELECT DISTINCT coalesce(d.personne_id, d.compte_id) AS qui FROM dossier d
        WHERE d.numero IS NOT NULL AND d.modifie_le < ${limite} AND coalesce(d.personne_id, d.compte_id) > ${apres}::uuid
        ORDER BY 1 LIMIT ${LOT})
      SELECT q.qui, x.dossiers, x.en_cours, x.mise_a_jour, to_char(greatest(x.fin, i.fin), 'YYYY-MM-DD') AS fin, n.decide_le AS nationalite, n.voie
      FROM qui q
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('id', d.id, 'numero', d.numero)) FILTER (WHERE d.numero IS NOT NULL) AS dossiers,
          bool_or(d.statut IN ('brouillon', 'depose', 'en_instruction', 'propose')) AS en_cours,
          max(greatest(d.modifie_le, d.decide_le, d.depose_le, r.remis_le, (SELECT max(e.cree_le) FROM evenement e WHERE e.dossier_id = d.id))) AS mise_a_jour,
          max(greatest(r.fin_le, (SELECT max(o.valable_jusqu) FROM document o WHERE o.dossier_id = d.id))) AS fin
        FROM dossier d LEFT JOIN remise r ON r.dossier_id = d.id WHERE d.personne_id = q.qui OR d.compte_id = q.qui
          OR d.compte_id IN (SELECT c.id FROM compte c WHERE c.personne_id = q.qui)) x
      LEFT JOIN LATERAL (SELECT max(t.fin_le) AS fin FROM titre t WHERE t.personne_id = q.qui) i ON true
      LEFT JOIN LATERAL (SELECT d.decide_le, d.reponses->>'voie_nationalite' AS voie FROM dossier d
        WHERE (d.personne_id = q.qui OR d.compte_id = q.qui) AND d.procedure = 'nationalite' AND d.statut IN ('accepte', 'remis')
          AND d.decide_le IS NOT NULL ORDER BY d.decide_le DESC LIMIT 1) n ON true
      ORDER BY q.qui`;
    yield lignes.flatMap((l) => {
      const effacement = effacementDe({
        enCours: l.en_cours,
        miseAJourLe: jourDe(l.mise_a_jour),
        finDuDocument: l.fin,
        naturalisation: l.nationalite && { sorte: l.voie === 'decret' ? 'decret' : 'declaration', le: jourDe(l.nationalite) },
      });
      if (effacement === null || effacement.aPartirDu > jour) return [];
      return l.dossiers.map((d) => ({ ...d, ...effacement }));
    });
    const derniere = lignes.at(-1);
    if (!derniere || lignes.length < LOT) return;
    apres = derniere.qui;
  }
}

/** Lines of the access log past their three years, and what was erased lately. Two queries. */
export async function etatDesJournaux(): Promise<{ consultations: number; effaces: { regle: string; dossiers: number; dernier: Date }[] }> {
  const [lu] = await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM consultation WHERE le < now() - interval '3 years'`;
  const effaces = await db().$queryRaw<{ regle: string; dossiers: number; dernier: Date }[]>`
    SELECT regle, count(*)::int AS dossiers, max(le) AS dernier FROM effacement GROUP BY regle ORDER BY regle`;
  return { consultations: lu?.n ?? 0, effaces };
}
