// The desk: the appointments of a day, who waits for a convocation, and one hand-over. Only what the desk needs: who, which document, what
// to check; never an answer nor a piece of the dossier (03-instruction 9).
import 'server-only';
import type { PorteeAgent, PorteeDossiers } from '#domain/access/scope.ts';
import { fuseauDe } from '#domain/adresse/fuseau.ts';
import type { TypeEvenement } from '#domain/dossier/evenements.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { heureLisible, instantDe, jourLocal } from '#domain/horloge.ts';
import { estJour, type Jour, jourDe, plusJours } from '#domain/jour.ts';
import { afficherDate, texteDeReponse } from '#domain/procedure/champs.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import { type MontantDu, montantsDus, piecesDiferees, tientUnTitre } from '#domain/rendez-vous/apporter.ts';
import { ETATS_RENDEZ_VOUS, type EtatRendezVous, HORIZON_JOURS, type SorteRendezVous } from '#domain/rendez-vous/regles.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { creneauxProposes } from '#features/rendez-vous/lieux/queries.ts';
import { attenduDe, type RendezVous, type RendezVousDit, rendezVousDit, rendezVousDuDossier } from '#features/rendez-vous/queries.ts';
import { type RemiseDite, remiseDite } from '#features/rendez-vous/remises/queries.ts';
import { db, driver, Prisma, type Sql } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { lisible, nonCache, sienOuConfie } from '../queries.ts';

export type Suivi = {
  type: TypeEvenement;
  dossierId: string;
  compteId: string;
  prefecture: string;
  numero: string;
  procedure: Procedure;
  /** of the appointment of the event */
  sorte: SorteRendezVous | null;
  manques: number;
};

type LigneSuivi = Omit<Suivi, 'procedure' | 'sorte'> & { procedure: string; version: number; sorte: string | null };

/** The event, and whose it is; null when it is not there. */
export async function evenementSuivi(base: Sql, evenementId: string): Promise<Suivi | null> {
  const [ligne] = await base.$queryRaw<LigneSuivi[]>`
    SELECT e.type, d.id AS "dossierId", d.compte_id AS "compteId", coalesce(d.prefecture_code, '') AS prefecture, coalesce(d.numero, '') AS numero,
      d.procedure, d.procedure_version AS version, v.sorte,
      (SELECT count(*)::int FROM convocation w WHERE w.dossier_id = d.id AND w.sorte = v.sorte AND w.etat = 'manquee') AS manques
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id LEFT JOIN convocation v ON v.id::text = e.faits->>'convocation'
    WHERE e.id = ${evenementId}::bigint`;
  const procedure = ligne && procedureDe(ligne.procedure, ligne.version);
  if (!ligne || !procedure) return null;
  const { version: _, sorte, ...reste } = ligne;
  return { ...reste, procedure, sorte: sorte === null ? null : sorte === 'biometrie' ? 'biometrie' : 'remise' };
}

/** SQL rows, each by its own index: the dossier of this number, and those of whoever bears this numéro étranger. */
const parNumero = (cle: string) => Prisma.sql`SELECT x.id FROM dossier x WHERE x.numero = ${cle}
        UNION SELECT x.id FROM dossier x WHERE x.personne_id = (SELECT q.id FROM personne q WHERE q.numero_etranger = ${cle})`;

/** The dossiers of this prefecture whose titre is ordered and awaited, by their number or by the numéro étranger. Two at most. */
export async function attendusAuNumero(portee: PorteeAgent, cle: string): Promise<string[]> {
  const lignes = await driver().$queryRaw<{ id: string }[]>`
    SELECT d.id FROM (${parNumero(cle)}
        UNION SELECT x.id FROM dossier x WHERE x.representation IS NULL AND x.compte_id = (SELECT c.id FROM compte c WHERE c.numero_etranger = ${cle})) k
      JOIN dossier d ON d.id = k.id JOIN remise r ON r.dossier_id = d.id
    WHERE d.statut = 'accepte' AND r.recu_le IS NULL AND ${lisible(portee)} LIMIT 2`;
  return lignes.map((l) => l.id);
}

/** Was this stamp given with another request? Good for one: two desks that take it at once are put one after the other, until the end of the transaction. */
export async function dejaDonne(tx: Sql, dossierId: string, numero: string): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`timbre:${numero}`}))::text`;
  const donne = JSON.stringify([{ numero }]);
  const [trouve] = await tx.$queryRaw<{ pris: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM remise r WHERE r.dossier_id <> ${dossierId}::uuid AND r.controles->'timbres' @> ${donne}::jsonb)
      OR EXISTS (SELECT 1 FROM piece p WHERE p.valeur = ${numero} AND p.dossier_id <> ${dossierId}::uuid) AS pris`;
  return trouve?.pris ?? false;
}

export type LigneAccueil = {
  dossierId: string;
  demandeur: string;
  numero: string;
  numeroEtranger: string | null;
  convocation: string | null;
  sorte: SorteRendezVous | null;
  etat: EtatRendezVous | null;
  debut: Date | null;
  lieu: string | null;
  statut: Statut;
};

type LigneLue = Omit<LigneAccueil, 'sorte' | 'etat' | 'statut'> & { sorte: string | null; etat: string | null; statut: string };

const lire = ({ sorte, etat, statut, ...reste }: LigneLue): LigneAccueil => ({
  ...reste,
  sorte: sorte === null ? null : sorte === 'biometrie' ? 'biometrie' : 'remise',
  etat: ETATS_RENDEZ_VOUS.find((e) => e === etat) ?? null,
  statut: STATUTS.find((s) => s === statut) ?? 'clos',
});

/** The appointments of one day, in the order of the hours; `lieuId` keeps one place. One query. */
export async function rendezVousDuJour(portee: PorteeAgent, jour: Jour, lieuId: string | null): Promise<LigneAccueil[]> {
  const fuseau = fuseauDe(portee.prefecture);
  const lignes = await driver().$queryRaw<LigneLue[]>`
    SELECT d.id AS "dossierId", coalesce(d.demandeur, '') AS demandeur, coalesce(d.numero, '') AS numero, p.numero_etranger AS "numeroEtranger",
      v.id AS convocation, v.sorte, v.etat, v.debut_le AS debut, l.nom AS lieu, d.statut::text AS statut
    FROM convocation v JOIN lieu l ON l.id = v.lieu_id JOIN dossier d ON d.id = v.dossier_id LEFT JOIN personne p ON p.id = d.personne_id
    WHERE v.debut_le >= ${instantDe(jour, 0, fuseau)} AND v.debut_le < ${instantDe(plusJours(jour, 1), 0, fuseau)}
      AND v.etat IN ('prevue', 'honoree', 'manquee') AND (${lieuId}::uuid IS NULL OR l.id = ${lieuId}::uuid) AND ${lisible(portee)}
    ORDER BY v.debut_le, demandeur LIMIT 500`;
  return lignes.map(lire);
}

/** Cards that wait in the safe and for which nobody is convened: no free slot when they arrived, or too many misses. */
export async function aConvoquer(portee: PorteeAgent): Promise<LigneAccueil[]> {
  const lignes = await driver().$queryRaw<LigneLue[]>`
    SELECT d.id AS "dossierId", coalesce(d.demandeur, '') AS demandeur, coalesce(d.numero, '') AS numero, p.numero_etranger AS "numeroEtranger",
      NULL AS convocation, NULL AS sorte, NULL AS etat, r.recu_le AS debut, NULL AS lieu, d.statut::text AS statut
    FROM remise r JOIN dossier d ON d.id = r.dossier_id LEFT JOIN personne p ON p.id = d.personne_id
    WHERE d.prefecture_code = ${portee.prefecture} AND bac_de(d.statut, d.attente) = 'a_remettre' AND r.recu_le IS NOT NULL AND ${nonCache(portee)}
      AND NOT EXISTS (SELECT 1 FROM convocation v WHERE v.dossier_id = d.id AND v.sorte = 'remise' AND v.etat = 'prevue')
    ORDER BY r.recu_le LIMIT 100`;
  return lignes.map(lire);
}

/** By the whole number of the request, the numéro étranger, or the number of the titre: the desk holds one of them in its hand. */
export async function chercherAuGuichet(portee: PorteeAgent, q: string): Promise<LigneAccueil[]> {
  const cle = q.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{6,19}$/.test(cle)) return [];
  const lignes = await driver().$queryRaw<LigneLue[]>`
    SELECT d.id AS "dossierId", coalesce(d.demandeur, '') AS demandeur, coalesce(d.numero, '') AS numero, p.numero_etranger AS "numeroEtranger",
      v.id AS convocation, v.sorte, v.etat, v.debut_le AS debut, l.nom AS lieu, d.statut::text AS statut
    FROM (${parNumero(cle)} UNION SELECT r.dossier_id FROM remise r WHERE r.numero_titre = ${cle}) k
      JOIN dossier d ON d.id = k.id LEFT JOIN personne p ON p.id = d.personne_id
      LEFT JOIN LATERAL (SELECT * FROM convocation w WHERE w.dossier_id = d.id ORDER BY w.cree_le DESC LIMIT 1) v ON true
      LEFT JOIN lieu l ON l.id = v.lieu_id
    WHERE ${lisible(portee)}
    ORDER BY d.depose_le DESC LIMIT 20`;
  return lignes.map(lire);
}

export type FicheAccueil = {
  id: string;
  version: number;
  statut: Statut;
  demandeur: string;
  naissance: string;
  numero: string;
  numeroEtranger: string | null;
  titre: { libelle: string; duree: string };
  /** the one to be handed back, as the request says it; null when none is known */
  ancienTitre: { mention: string; fin: string } | null;
  estRestreint: boolean;
  remise: RemiseDite | null;
  rendezVous: readonly RendezVous[];
  montants: readonly MontantDu[];
  pieces: readonly { code: string; libelle: string; requise: boolean }[];
};

type LigneFiche = {
  version: number;
  statut: string;
  demandeur: string | null;
  numero: string | null;
  numero_etranger: string | null;
  restreint: boolean;
};

/** One dossier as the desk sees it; null when it is not theirs to see. */
export async function ficheAccueil(portee: PorteeAgent, dossierId: string, at: Date): Promise<FicheAccueil | null> {
  if (!isId(dossierId)) return null;
  const [ligne] = await driver().$queryRaw<LigneFiche[]>`
    SELECT d.version, d.statut::text AS statut, d.demandeur, d.numero, p.numero_etranger, d.restreint
    FROM dossier d LEFT JOIN personne p ON p.id = d.personne_id WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  const attendu = ligne && (await attenduDe(driver(), dossierId));
  if (!ligne || !attendu) return null;
  const { dossier, pieces, paye } = attendu;
  const { procedure, reponses, deposeLe } = dossier;
  const [remise, rendezVous] = await Promise.all([remiseDite(driver(), dossierId), rendezVousDuDossier(driver(), dossierId)]);
  return {
    id: dossierId,
    version: ligne.version,
    statut: STATUTS.find((s) => s === ligne.statut) ?? 'clos',
    demandeur: ligne.demandeur ?? '',
    naissance: afficherDate(texteDeReponse(reponses.date_naissance)),
    numero: ligne.numero ?? '',
    numeroEtranger: ligne.numero_etranger,
    titre: titreAccorde(procedure, { reponses, jour: jourDe(deposeLe) }),
    ancienTitre: tientUnTitre(dossier)
      ? { mention: mentionDe(texteDeReponse(reponses.titre_type)), fin: texteDeReponse(reponses.titre_fin) }
      : null,
    estRestreint: ligne.restreint,
    remise,
    rendezVous,
    montants: montantsDus(dossier, lignesTarifs(), jourDe(at), paye),
    pieces: piecesDiferees(pieces, dossier),
  };
}

export type TitreEnBref = Pick<FicheAccueil, 'statut' | 'titre' | 'remise' | 'rendezVous'>;

/** Where the titre of a dossier stands, for its page; null when it is not theirs to see. Three queries. */
export async function titreEnBref(portee: PorteeAgent, dossierId: string): Promise<TitreEnBref | null> {
  if (!isId(dossierId)) return null;
  const base = driver();
  const [[ligne], remise, rendezVous] = await Promise.all([
    base.$queryRaw<{ statut: string; procedure: string; procedure_version: number; reponses: Reponses; depose_le: Date }[]>`
      SELECT d.statut::text AS statut, d.procedure, d.procedure_version, d.reponses, d.depose_le FROM dossier d
      WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`,
    remiseDite(base, dossierId),
    rendezVousDuDossier(base, dossierId),
  ]);
  const procedure = ligne && procedureDe(ligne.procedure, ligne.procedure_version);
  if (!procedure) return null;
  return {
    statut: STATUTS.find((s) => s === ligne.statut) ?? 'clos',
    titre: titreAccorde(procedure, { reponses: ligne.reponses, jour: jourDe(ligne.depose_le) }),
    remise,
    rendezVous,
  };
}

/** Places where the desk may be held. */
export function lieuxOuverts({ prefecture }: PorteeAgent): Promise<{ id: string; nom: string }[]> {
  return db().lieu.findMany({
    where: { prefectureCode: prefecture, actif: true },
    orderBy: { nom: 'asc' },
    select: { id: true, nom: true },
  });
}

export type MesRendezVous = {
  dossierId: string;
  numero: string;
  nom: string;
  prefectureCode: string;
  contact: { nom: string; courriel: string | null; telephone: string | null };
  prochain: RendezVousDit | null;
  passes: readonly RendezVous[];
  /** document of the convocation in force */
  document: string | null;
  remise: RemiseDite | null;
};

/** The appointments of a dossier of the person, or confided to them; null when it is not theirs. */
export async function mesRendezVous(portee: PorteeDossiers, dossierId: string): Promise<MesRendezVous | null> {
  if (!isId(dossierId)) return null;
  const dossier = await db().dossier.findFirst({
    where: { id: dossierId, deposeLe: { not: null }, ...sienOuConfie(portee, 'voir') },
    select: {
      ...{ numero: true, procedure: true, procedureVersion: true, prefectureCode: true },
      prefecture: { select: { nom: true, courriel: true, telephone: true } },
      documents: { where: { sorte: 'convocation', revoqueLe: null }, orderBy: { produitLe: 'desc' }, take: 1, select: { id: true } },
    },
  });
  const procedure = dossier && procedureDe(dossier.procedure, dossier.procedureVersion);
  if (!dossier?.prefecture || !dossier.prefectureCode || !procedure) return null;
  const tous = await rendezVousDuDossier(driver(), dossierId);
  const prevu = tous.find((r) => r.etat === 'prevue');
  return {
    dossierId,
    numero: dossier.numero ?? '',
    nom: procedure.nom,
    prefectureCode: dossier.prefectureCode,
    contact: dossier.prefecture,
    prochain: prevu ? await rendezVousDit(driver(), dossierId, prevu.id) : null,
    passes: tous.filter((r) => r.etat !== 'prevue'),
    document: dossier.documents[0]?.id ?? null,
    remise: await remiseDite(driver(), dossierId),
  };
}

/** One appointment of the person, or the one that it was moved to, for the file of their calendar; null when it is not theirs. */
export async function monRendezVous(portee: PorteeDossiers, id: string): Promise<RendezVousDit | null> {
  if (!isId(id)) return null;
  const trouve = await db().convocation.findFirst({ where: { id, dossier: sienOuConfie(portee, 'voir') }, select: { dossierId: true } });
  if (!trouve) return null;
  const tous = await rendezVousDuDossier(driver(), trouve.dossierId);
  const demande = tous.find((r) => r.id === id);
  // latest first: the file of a place given back would bring nobody to where they are expected
  const actuel = tous.find((r) => r.premier === demande?.premier);
  return rendezVousDit(driver(), trouve.dossierId, actuel?.id ?? id);
}

/** Days of slots shown at once; the next ones are a link away. */
const JOURS_MONTRES = 8;

export type JourDeCreneaux = { jour: Jour; creneaux: readonly { valeur: string; heure: string; lieu: string; places: number }[] };
/** `suite`: the day from which there are more; null: that is all. */
export type Creneaux = { jours: readonly JourDeCreneaux[]; suite: Jour | null };

/** The free slots of a prefecture, from an instant on; `apres`: from that day, when it is later. */
export async function creneauxDepuis(prefecture: string, apres: string | null, depuis: Date): Promise<Creneaux> {
  const fuseau = fuseauDe(prefecture);
  const debut = apres !== null && estJour(apres) && apres > jourLocal(depuis, fuseau) ? instantDe(apres, 0, fuseau) : depuis;
  const libres = await creneauxProposes(driver(), prefecture, debut, HORIZON_JOURS);
  const parJour = Map.groupBy(libres, (c) => jourLocal(c.debut, fuseau));
  const jours = [...parJour].map(([jour, siens]) => ({
    jour,
    creneaux: siens.map(({ lieuId, lieu, debut: de, places }) => ({
      ...{ lieu, places, valeur: `${lieuId}|${de.toISOString()}` },
      heure: heureLisible(de, fuseau),
    })),
  }));
  return { jours: jours.slice(0, JOURS_MONTRES), suite: jours[JOURS_MONTRES]?.jour ?? null };
}
