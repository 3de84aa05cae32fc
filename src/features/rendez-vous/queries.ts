// Appointments as documents, messages, the person and the desk read them.
import 'server-only';
import { type Fuseau, fuseauDe } from '#domain/adresse/fuseau.ts';
import { jourLocal } from '#domain/horloge.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { aApporter, type DossierAttendu, type MontantDu, montantsDus } from '#domain/rendez-vous/apporter.ts';
import { ETATS_RENDEZ_VOUS, type EtatRendezVous, enchainer, type SorteRendezVous } from '#domain/rendez-vous/regles.ts';
import { listeVersion } from '#features/configuration/queries.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import type { Sql } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';

/** `fuseau`: the clock by which one comes. */
export type LieuDit = { id: string; nom: string; adresse: string; telephone: string | null; fuseau: Fuseau };

export type RendezVous = {
  id: string;
  /** the appointment that its moves began with, and how many there were: what a calendar knows it by */
  premier: string;
  rang: number;
  sorte: SorteRendezVous;
  etat: EtatRendezVous;
  debut: Date;
  fin: Date;
  lieu: LieuDit;
  /** appointments of this kind that the person missed */
  manques: number;
};

/** What stands on the convocation. `montants`: empty for fingerprints, which cost nothing. */
export type RendezVousDit = RendezVous & { apporter: readonly string[]; montants: readonly MontantDu[] };

type Ligne = {
  id: string;
  dossier_id: string;
  sorte: string;
  etat: string;
  debut: Date;
  fin: Date;
  lieu: Omit<LieuDit, 'fuseau'>;
  prefecture: string;
  manques: number;
};

const rendezVous = ({ id, sorte, etat, debut, fin, lieu, prefecture, manques }: Ligne) => ({
  ...{ id, debut, fin, manques },
  lieu: { ...lieu, fuseau: fuseauDe(prefecture) },
  sorte: sorte === 'biometrie' ? ('biometrie' as const) : ('remise' as const),
  etat: ETATS_RENDEZ_VOUS.find((e) => e === etat) ?? ('annulee' as const),
});

/** The appointments of a dossier, latest first. */
export async function rendezVousDuDossier(base: Sql, dossierId: string): Promise<RendezVous[]> {
  const lignes = await base.$queryRaw<Ligne[]>`
    SELECT v.id, v.dossier_id, v.sorte, v.etat, v.debut_le AS debut, v.fin_le AS fin,
      jsonb_build_object('id', l.id, 'nom', l.nom, 'adresse', l.adresse, 'telephone', l.telephone) AS lieu, l.prefecture_code AS prefecture,
      (SELECT count(*)::int FROM convocation w WHERE w.dossier_id = v.dossier_id AND w.sorte = v.sorte AND w.etat = 'manquee') AS manques
    FROM convocation v JOIN lieu l ON l.id = v.lieu_id
    WHERE v.dossier_id = ${dossierId}::uuid ORDER BY v.cree_le DESC, v.id DESC`;
  return enchainer(lignes.toReversed().map(rendezVous)).toReversed();
}

type LigneDossier = {
  procedure: string;
  procedure_version: number;
  liste_version: number;
  liste_locale: string | null;
  reponses: Reponses;
  depose_le: Date | null;
  prefecture: string | null;
  timbre: boolean;
};

/** A stamp given and checked with the request itself: nothing more is due when the titre is handed over. */
export type Attendu = { dossier: DossierAttendu; pieces: Awaited<ReturnType<typeof listeVersion>>['pieces']; paye: boolean };

/** What a hand-over asks of this dossier; its procedure and its list are those of its deposit. */
export async function attenduDe(base: Sql, dossierId: string): Promise<Attendu | null> {
  const [ligne] = await base.$queryRaw<LigneDossier[]>`
    SELECT d.procedure, d.procedure_version, d.liste_version, d.liste_locale, d.reponses, d.depose_le, d.prefecture_code AS prefecture,
      EXISTS (SELECT 1 FROM piece p WHERE p.dossier_id = d.id AND p.code = 'timbre' AND p.valeur IS NOT NULL) AS timbre
    FROM dossier d WHERE d.id = ${dossierId}::uuid`;
  const procedure = ligne && procedureDe(ligne.procedure, ligne.procedure_version);
  if (!ligne || !procedure || ligne.depose_le === null) return null;
  const { pieces } = await listeVersion(ligne.procedure, ligne.liste_version, ligne.liste_locale);
  const { reponses, depose_le: deposeLe, prefecture, timbre: paye } = ligne;
  return { dossier: { procedure, reponses, deposeLe, prefecture }, pieces, paye };
}

/** One appointment with all that its convocation says; null when there is none of this identifier. */
export async function rendezVousDit(base: Sql, dossierId: string, convocationId: string): Promise<RendezVousDit | null> {
  const trouve = (await rendezVousDuDossier(base, dossierId)).find((r) => r.id === convocationId);
  const attendu = trouve && (await attenduDe(base, dossierId));
  if (!trouve || !attendu) return null;
  const { dossier, pieces, paye } = attendu;
  const montants = trouve.sorte === 'remise' ? montantsDus(dossier, lignesTarifs(), jourLocal(trouve.debut, trouve.lieu.fuseau), paye) : [];
  return { ...trouve, montants, apporter: aApporter(trouve.sorte, dossier, pieces, montants) };
}
