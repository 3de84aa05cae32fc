// What the catalogue says of a procedure, ready to be shown. Everything comes from memory, but the list of pieces in force: one statement.
import 'server-only';
import { joursDeDepot } from '#domain/delais/agenda.ts';
import { etatFenetre } from '#domain/delais/fenetre.ts';
import type { Jour } from '#domain/jour.ts';
import { casPossibles, contexteConnu } from '#domain/procedure/concernees.ts';
import { type Contexte, evaluer } from '#domain/procedure/condition.ts';
import { type Champ, type Condition, FAMILLES, type Famille, type PieceDemandee, type Procedure } from '#domain/procedure/definition.ts';
import { enClair, sectionsDeLaListe } from '#domain/procedure/liste.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import type { CodeTarif } from '#domain/tarif/codes.ts';
import { type LigneTarif, type Montant, montantsAnnonces, montantsAu } from '#domain/tarif/montant.ts';
import { estOuverte, ouvertureDe } from '#features/configuration/ouvertures/queries.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { listePublique } from '#features/documents/queries.ts';
import { PROCEDURES } from '#procedures/index.ts';
import type { SaisieCatalogue } from './schema.ts';

/** The version of each procedure offered to a person who starts today. */
export const DEMARCHES: readonly Procedure[] = PROCEDURES.map((versions) => versions.at(-1) ?? versions[0]);

const parSlug = new Map(DEMARCHES.map((p) => [p.slug, p]));
export const demarche = (slug: string): Procedure | undefined => parSlug.get(slug);

/** Whether it is filed here that day; otherwise since, or until, when, and what the administration says of it. */
export type Ouverture = { estOuverte: boolean; depuis: Jour; jusqua: Jour | null; message: string | null };

export function ouvertureAu(procedure: Procedure, jour: Jour): Ouverture {
  return { estOuverte: estOuverte(procedure, jour), ...ouvertureDe(procedure) };
}

const codesFamilles = Object.keys(FAMILLES).filter((code): code is Famille => Object.hasOwn(FAMILLES, code));

/** Every démarche, under the headings of the catalogue. */
export const RAYONS: readonly { famille: Famille; demarches: readonly Procedure[] }[] = codesFamilles
  .map((famille) => ({ famille, demarches: DEMARCHES.filter((p) => p.famille === famille) }))
  .filter(({ demarches }) => demarches.length > 0);

const champs = new WeakMap<Procedure, readonly Champ[]>();

/** The questions of a procedure, gathered once per process. */
function champsDe(procedure: Procedure): readonly Champ[] {
  const connus = champs.get(procedure) ?? etapesAChamps(procedure).flatMap((e) => e.sections.flatMap((s) => s.champs));
  champs.set(procedure, connus);
  return connus;
}

/** A value that may hold; `si`: in which case, absent when it certainly does. */
export type Cas<T> = T & { enCas?: string };

function cas<T extends { si?: Condition }>(tous: readonly T[], procedure: Procedure, contexte: Contexte): Cas<T>[] {
  return casPossibles(tous, contexte).map(({ cas: un, certain }) =>
    certain || un.si === undefined ? un : { ...un, enCas: enClair(un.si, champsDe(procedure)) },
  );
}

/** Pieces not excluded by what is known; a condition that certainly holds is no longer told. */
function piecesPossibles(pieces: readonly PieceDemandee[], contexte: Contexte): PieceDemandee[] {
  return pieces.flatMap(({ condition, ...piece }): PieceDemandee[] => {
    const verdict = condition ? evaluer(condition, contexte) : 'oui';
    if (verdict === 'non') return [];
    return [verdict === 'indetermine' && condition ? { ...piece, condition } : piece];
  });
}

export type Prix = { montants: readonly Montant[]; annonces: readonly Montant[] };

const prix = (code: LigneTarif['code'], jour: Jour): Prix => ({
  montants: montantsAu(lignesTarifs(), code, jour),
  annonces: montantsAnnonces(lignesTarifs(), code),
});

/** What may be added to the price: lateness, or the entry without the visa that was needed (L.436-4, L.436-5). */
function supplements({ fenetre, acces, tarif, sorte }: Procedure, jour: Jour) {
  const sansVisa = acces.sorte === 'sans_titre' && sorte === 'premiere_demande' && (tarif === 'normal' || tarif === 'reduit');
  return {
    ...(fenetre.sorte === 'fin_de_titre' ? { retard: prix('retard', jour) } : {}),
    ...(sansVisa ? { regularisation: prix('regularisation', jour) } : {}),
  };
}

/** The price in each case that may hold. */
export function coutDe(procedure: Procedure, contexte: Contexte): Cas<Prix>[] {
  const tarifs: readonly { si?: Condition; tarif: CodeTarif }[] = [...(procedure.tarifSelon ?? []), { tarif: procedure.tarif }];
  return cas(tarifs, procedure, contexte).map(({ tarif: code, enCas }) => ({ ...prix(code, contexte.jour), enCas }));
}

/** A démarche in a list of answers. */
export function resumeDe(procedure: Procedure, saisie: SaisieCatalogue, jour: Jour) {
  return {
    slug: procedure.slug,
    nom: procedure.nom,
    public: procedure.public,
    ouverture: ouvertureAu(procedure, jour),
    cout: coutDe(procedure, contexteConnu({ ...saisie.situation, naissance: saisie.naissance }, jour)),
    fenetre: etatFenetre(
      procedure.fenetre,
      { titreFin: saisie.fin ?? null, evenement: null, estResidentUe: saisie.situation.titre === 'resident_ue' },
      jour,
    ),
    depot: saisie.fin ? joursDeDepot(procedure.fenetre, saisie.fin) : null,
  };
}

/** Everything that the fiche of a procedure says, for what is known of the person. */
export async function ficheDe(procedure: Procedure, saisie: SaisieCatalogue, jour: Jour) {
  const contexte = contexteConnu({ ...saisie.situation, naissance: saisie.naissance }, jour);
  const liste = await listePublique(procedure, jour);
  const { titreDelivre, fenetre, travailPendantInstruction: travail } = procedure;
  const titres: readonly { si?: Condition; libelle: string; duree?: string }[] = [
    ...(titreDelivre.selon ?? []),
    { libelle: titreDelivre.libelle, duree: titreDelivre.duree },
  ];
  const evenement = fenetre.sorte === 'depuis' ? champsDe(procedure).find((c) => c.code === fenetre.champ)?.libelle : undefined;
  return {
    procedure,
    resume: resumeDe(procedure, saisie, jour),
    evenement,
    sections: liste ? sectionsDeLaListe(procedure, piecesPossibles(liste.pieces, contexte)) : [],
    liste: liste && { version: liste.version, effetLe: liste.effetLe, source: liste.source },
    supplements: supplements(procedure, jour),
    titres: cas(titres, procedure, contexte).map((c) => ({ libelle: c.libelle, duree: c.duree ?? titreDelivre.duree, enCas: c.enCas })),
    silences: cas(procedure.silence, procedure, contexte),
    travail: travail ? cas([travail], procedure, contexte)[0] : undefined,
  };
}
export type Fiche = Awaited<ReturnType<typeof ficheDe>>;
