import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { jourDe, plusJours } from '#domain/jour.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import type { Champ, PieceDemandee } from '#domain/procedure/definition.ts';
import { cleDeListe } from '#domain/procedure/liste-suivie.ts';
import { dernierePubliee, enVigueurLe, etatLe } from '#domain/procedure/liste-vie.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { casesDe } from '#domain/procedure/saisie-condition.ts';
import { ecrirePiece, pieceVide } from '#domain/procedure/saisie-piece.ts';
import { champsDeLaProcedure, valeursDe } from '#domain/procedure/valeurs.ts';
import { prefectures } from '#features/configuration/prefectures/queries.ts';
import { MODELES } from '#features/pieces/catalogue.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { cleEditee, codesPubliesDe, listeLue, versions } from './queries.ts';
import { NOUVELLE } from './schema.ts';
import { comparer, problemesDeLaListe } from './verification/queries.ts';

const GERANTS = rolesAyant('gerer_listes');

/** The list asked for: one's own, or for a national administrator what a préfecture adds, to read. */
function listeDemandee(portee: PorteeAdministration, slug: string, prefecture: string | null) {
  const cle = portee.prefecture === null ? cleDeListe(slug, prefecture) : cleEditee(portee, slug);
  return { cle, estSienne: cle === cleEditee(portee, slug) };
}

/** The procedures by famille, with what is in force, begun and to come. One query. */
export const chargerListes = loaderAdministration(GERANTS, async ({ portee, at }) => {
  const jour = jourDe(at);
  const toutes = await versions(portee, null);
  const procedures = PROCEDURES.map((v) => v.at(-1) ?? v[0]).map(({ slug, nom, famille }) => {
    const deLaListe = (cle: string) => toutes.filter((v) => v.cle === cle);
    const resume = (siennes: typeof toutes) => ({
      enVigueur: enVigueurLe(siennes, jour) ?? null,
      brouillon: siennes.find((v) => v.estBrouillon) ?? null,
      aVenir: siennes.filter((v) => !v.estBrouillon && v.effetLe > jour).toReversed(),
    });
    return {
      slug,
      nom,
      famille,
      nationale: resume(deLaListe(slug)),
      locale: portee.prefecture === null ? null : resume(deLaListe(cleEditee(portee, slug))),
    };
  });
  return { procedures, prefecture: portee.prefecture };
});

/** Every version of one procedure: national, then what préfectures add. */
export const chargerProcedure = loaderAdministration(GERANTS, async ({ portee, at }, slug: string) => {
  const procedure = procedureActuelle(slug);
  if (!procedure) return null;
  const jour = jourDe(at);
  const [toutes, lieux] = await Promise.all([versions(portee, slug), prefectures()]);
  const noms = new Map(lieux.map(({ code, nom }) => [code, nom]));
  const listes = [...Map.groupBy(toutes, (v) => v.cle)].map(([cle, siennes]) => ({
    cle,
    prefecture: cle.split('@')[1] ?? null,
    nom: noms.get(cle.split('@')[1] ?? '') ?? null,
    versions: siennes.map((v) => ({ ...v, etat: etatLe(v, siennes, jour) })),
  }));
  const sienne = cleEditee(portee, slug);
  return { slug, nom: procedure.nom, listes, sienne, prefecture: portee.prefecture };
});

/** One version, readable; its draft, to edit. */
export const chargerVersion = loaderAdministration(
  GERANTS,
  async ({ portee, at }, slug: string, version: string, prefecture: string | null) => {
    const procedure = procedureActuelle(slug);
    const { cle, estSienne } = listeDemandee(portee, slug, prefecture);
    const liste = procedure && /^\d{1,6}$/.test(version) ? await listeLue(portee, cle, Number(version)) : null;
    if (!procedure || !liste) return null;
    const siennes = (await versions(portee, slug)).filter((v) => v.cle === cle);
    return {
      slug,
      nom: procedure.nom,
      prefecture: portee.prefecture ?? prefecture,
      estEditable: estSienne && liste.estBrouillon,
      estRetirable: estSienne && !liste.estBrouillon && liste.effetLe > jourDe(at),
      etat: etatLe(liste, siennes, jourDe(at)),
      liste,
      champs: champsDeLaProcedure(procedure),
    };
  },
);

/** A question as a form of condition needs it: boxes when they are few. */
const pourUneRegle = (champ: Champ) => ({ code: champ.code, libelle: champ.libelle, cases: casesDe(champ) });
export type ChampDeRegle = ReturnType<typeof pourUneRegle>;

/** One piece of a draft, or a piece to add. */
export const chargerPiece = loaderAdministration(GERANTS, async ({ portee }, slug: string, version: string, code: string) => {
  const procedure = procedureActuelle(slug);
  const cle = cleEditee(portee, slug);
  const liste = procedure && /^\d{1,6}$/.test(version) ? await listeLue(portee, cle, Number(version)) : null;
  if (!procedure || !liste?.estBrouillon) return null;
  const piece = liste.pieces.find((p) => p.code === code) ?? null;
  if (!piece && code !== NOUVELLE) return null;
  const champs = champsDeLaProcedure(procedure);
  const publies = await codesPubliesDe(cle);
  const valeurs: { [nom: string]: Brut } = piece ? ecrirePiece(piece, champs) : pieceVide(liste.pieces.at(-1)?.groupe ?? '');
  return {
    slug,
    nom: procedure.nom,
    version: liste.version,
    revision: liste.revision,
    ancien: piece?.code ?? null,
    titre: piece?.libelle ?? null,
    codeFixe: piece !== null && publies.includes(piece.code),
    valeurs,
    champs: champs.filter((c) => valeursDe(c)?.length !== 0).map(pourUneRegle),
    declarations: champs
      .filter((c) => c.type === 'attestation' || c.type === 'oui_non')
      .map((c) => ({ valeur: c.code, libelle: c.libelle })),
    groupes: [...new Set(liste.pieces.map((p: PieceDemandee) => p.groupe))],
    modeles: [...MODELES].map(([valeur, { titre }]) => ({ valeur, libelle: titre })),
  };
});

/** What is seen before publishing. */
export const chargerVerification = loaderAdministration(GERANTS, async ({ portee, at }, slug: string, version: string) => {
  const procedure = procedureActuelle(slug);
  const cle = cleEditee(portee, slug);
  const liste = procedure && /^\d{1,6}$/.test(version) ? await listeLue(portee, cle, Number(version)) : null;
  if (!procedure || !liste?.estBrouillon) return null;
  const siennes = (await versions(portee, slug)).filter((v) => v.cle === cle);
  const derniere = dernierePubliee(siennes);
  const avant = derniere ? await listeLue(portee, cle, derniere.version) : null;
  const demain = plusJours(jourDe(at), 1);
  const effet = derniere && derniere.effetLe > demain ? derniere.effetLe : demain;
  return {
    slug,
    nom: procedure.nom,
    prefecture: portee.prefecture,
    version: liste.version,
    revision: liste.revision,
    source: liste.source,
    avant: derniere ? { version: derniere.version, effetLe: derniere.effetLe, estAVenir: derniere.effetLe > jourDe(at) } : null,
    effet,
    problemes: await problemesDeLaListe(liste, procedure, effet),
    champs: champsDeLaProcedure(procedure),
    ...comparer(avant?.pieces ?? [], liste.pieces, procedure, effet),
  };
});

/** Each question of a procedure with where it comes from. */
export const chargerQuestions = loaderAdministration(GERANTS, async (_acces, slug: string) => {
  const procedure = procedureActuelle(slug);
  if (!procedure) return null;
  const champs = champsDeLaProcedure(procedure);
  return {
    slug,
    nom: procedure.nom,
    version: procedure.version,
    baseLegale: procedure.baseLegale,
    provenance: procedure.provenance,
    ouverture: procedure.ouverture,
    champs,
    etapes: etapesAChamps(procedure).map(({ code, titre, sections }) => ({ code, titre, sections })),
  };
});
