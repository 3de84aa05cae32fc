// What a person may ask for, from the titre that the registre knows, the day, and what is already open. Each thing that is not possible
// now says the fact and the date; the views add what to do and how to contest.
import { type EtatFenetre, etatFenetre, FENETRE_APRES_ENTREE, FENETRE_DU_TITULAIRE, peutCommencer } from '../delais/fenetre.ts';
import type { Jour } from '../jour.ts';
import type { MotifHorsAnef } from '../orientation/motifs.ts';
import type { Acces, Famille, Procedure } from '../procedure/definition.ts';
import { titreTropCourt } from '../procedure/suites.ts';
import { estTypeTitre, TITRES, type TypeTitre } from './titres.ts';

/** A titre of the registre. `type` is null when the registre does not say which it is. */
export type TitreTenu = { type: string | null; mention: string; debut: Jour; fin: Jour; invalideLe: Jour | null };

/** A request of the person that is not over: a draft (`numero` null) or deposited and not decided (D-09). */
export type DossierEnCours = { id: string; procedure: string; numero: string | null };

/** When the administration opens or closes a procedure; absent: since the day of its definition. */
export type Ouverture = { depuis: Jour; jusquau: Jour | null };

/** Families of what is offered, in the order of the page. */
export const SORTES_OFFRE = ['renouvellement', 'autre_titre', 'changement', 'duplicata', 'voyage', 'validation'] as const;
export type SorteOffre = (typeof SORTES_OFFRE)[number];

export type EtatOffre =
  /** may be begun; the window says until when, or at what price */
  | { code: 'possible'; fenetre: EtatFenetre }
  | { code: 'commencee'; dossierId: string }
  | { code: 'deja_ouverte'; dossierId: string; numero: string }
  /** not in its window */
  | { code: 'hors_delai'; fenetre: EtatFenetre }
  | { code: 'pas_encore_sur_le_portail'; depuis: Jour }
  | { code: 'plus_sur_le_portail'; depuis: Jour }
  /** a duplicata of a titre that ends so soon would be its renewal */
  | { code: 'finit_bientot'; fin: Jour };

export type Offre = { procedure: string; nom: string; public: string; sorte: SorteOffre; etat: EtatOffre };

export type Offres = {
  titre: TitreTenu | null;
  offres: readonly Offre[];
  /** where the renewal, or the first carte de résident, is asked when it is not here */
  orientations: readonly { motif: MotifHorsAnef; pour: 'renouvellement' | 'resident' }[];
};

export type Demandeur = {
  /** known to the registre: a numéro étranger, or a visa */
  estConnu: boolean;
  titres: readonly TitreTenu[];
  enCours: readonly DossierEnCours[];
  ouvertures: Readonly<Record<string, Ouverture>>;
  jour: Jour;
};

/** The one that counts: the last to end, among those not lost, stolen, withdrawn or replaced; what began later wins a tie. */
export function titreCourant(titres: readonly TitreTenu[], jour: Jour): TitreTenu | null {
  const ordre = (t: TitreTenu) => `${t.fin} ${t.debut}`;
  const tenus = titres.filter((t) => t.debut <= jour).filter((t) => t.invalideLe === null || t.invalideLe > jour);
  return tenus.toSorted((a, b) => ordre(b).localeCompare(ordre(a)))[0] ?? null;
}

export function offresPour(procedures: readonly Procedure[], demandeur: Demandeur): Offres {
  const tenu = tenuPar(demandeur);
  const candidates = procedures.flatMap((procedure): Candidate[] => {
    const sorte = sorteOfferte(procedure, tenu);
    return sorte ? [{ procedure, sorte, etat: etatDe(procedure, tenu, demandeur) }] : [];
  });
  const offres = candidates
    .filter((c) => !estSaPremiereDemande(c, candidates))
    .map(({ procedure: { slug, nom, public: qui }, sorte, etat }): Offre => ({ procedure: slug, nom, public: qui, sorte, etat }))
    .toSorted((a, b) => SORTES_OFFRE.indexOf(a.sorte) - SORTES_OFFRE.indexOf(b.sorte));
  return { titre: tenu.titre, offres, orientations: orientations(tenu, candidates) };
}

/** `type` is null when the registre does not say it, or says one that the portal does not know. */
type Tenu = { titre: TitreTenu | null; type: TypeTitre | null; estConnu: boolean };

function tenuPar({ titres, jour, estConnu }: Demandeur): Tenu {
  // a titre lost or stolen is still the one that a duplicata, or a renewal, is about
  const titre =
    titreCourant(titres, jour) ??
    titreCourant(
      titres.map((t) => ({ ...t, invalideLe: null })),
      jour,
    );
  return { titre, type: titre?.type && estTypeTitre(titre.type) ? titre.type : null, estConnu };
}

/** One procedure, whoever it is for: its state for this compte; null when this compte has no access to it. */
export function etatPour(procedure: Procedure, demandeur: Demandeur): EtatOffre | null {
  const tenu = tenuPar(demandeur);
  return aAcces(procedure.acces, tenu) ? etatDe(procedure, tenu, demandeur) : null;
}

function aAcces(acces: Acces, { type, estConnu }: Tenu): boolean {
  switch (acces.sorte) {
    case 'compte':
    case 'sans_titre':
      return true;
    case 'numero':
      return estConnu;
    case 'titre':
      return type !== null && acces.titres.includes(type);
  }
}

type Candidate = { procedure: Procedure; sorte: SorteOffre; etat: EtatOffre };

/** Headings of what is not a titre. */
const HORS_TITRE: Partial<Record<Famille, SorteOffre>> = { changement: 'changement', voyage: 'voyage', vls_ts: 'validation' };

/** Under which heading a procedure is offered to this person; null when it is not theirs. */
function sorteOfferte({ acces, famille, demandeur, sorte, slug }: Procedure, tenu: Tenu): SorteOffre | null {
  const { titre, type } = tenu;
  if (demandeur !== 'soi' || acces.sorte === 'compte' || !aAcces(acces, tenu)) return null;
  const duTitre = type !== null && acces.sorte !== 'numero' && (acces.titres ?? []).includes(type);
  if (slug === 'duplicata') return titre ? 'duplicata' : null;
  const autre = HORS_TITRE[famille];
  if (autre === 'validation' && acces.sorte !== 'titre') return type !== null && TITRES[type].forme === 'vls_ts' ? autre : null;
  if (autre) return autre;
  if (duTitre && (sorte === 'renouvellement' || acces.sorte === 'sans_titre')) return 'renouvellement';
  return sorte === 'premiere_demande' ? 'autre_titre' : null;
}

/** The first request of the titre that is renewed right here: never beside its renewal, unless the renewal is over (R.431-8). */
function estSaPremiereDemande({ procedure, sorte }: Candidate, candidates: readonly Candidate[]): boolean {
  if (sorte !== 'autre_titre') return false;
  return candidates.some(
    (c) =>
      c.sorte === 'renouvellement' &&
      c.procedure.slug === `${procedure.slug}-renouvellement` &&
      !(c.etat.code === 'hors_delai' && c.etat.fenetre.etat === 'plus_de_six_mois'),
  );
}

function etatDe(procedure: Procedure, tenu: Tenu, { enCours, ouvertures, jour }: Demandeur): EtatOffre {
  const siens = enCours.filter((d) => d.procedure === procedure.slug);
  for (const { id, numero } of siens) if (numero !== null) return { code: 'deja_ouverte', dossierId: id, numero };
  for (const { id } of siens) return { code: 'commencee', dossierId: id };
  const { depuis, jusquau } = ouvertures[procedure.slug] ?? { depuis: procedure.ouverture.depuis, jusquau: null };
  if (jour < depuis) return { code: 'pas_encore_sur_le_portail', depuis };
  if (jusquau !== null && jour > jusquau) return { code: 'plus_sur_le_portail', depuis: jusquau };
  const fin = tenu.titre?.fin ?? null;
  if (fin !== null && titreTropCourt(procedure, fin, jour)) return { code: 'finit_bientot', fin };
  const fenetre = fenetrePour(procedure, tenu, jour);
  return peutCommencer(fenetre) ? { code: 'possible', fenetre } : { code: 'hors_delai', fenetre };
}

/**
 * The window of the definition; but a first request made by who holds a titre of L.411-1 2° to 8° follows the end of that titre
 * (R.431-5 1°), until six months after it, when it is a first request again (R.431-8). A visa that replaces no card follows the entry.
 */
export function fenetrePour(procedure: Procedure, { titre, type }: Tenu, jour: Jour): EtatFenetre {
  const reperes = { titreFin: titre?.fin ?? null, evenement: null, estResidentUe: type === 'resident_ue' };
  if (procedure.sorte === 'premiere_demande' && procedure.acces.sorte === 'sans_titre' && titre && estDocumentDeSejour(type)) {
    const suite = etatFenetre(FENETRE_DU_TITULAIRE, reperes, jour);
    if (suite.etat !== 'plus_de_six_mois') return suite;
  }
  const visaSeul = type !== null && TITRES[type].forme === 'visa' && procedure.fenetre.sorte === 'fin_de_titre';
  return etatFenetre(visaSeul ? FENETRE_APRES_ENTREE : procedure.fenetre, reperes, jour);
}

/** L.411-1 2° to 8°: neither a visa of 1°, nor a récépissé, nor the cards of citizens of the Union. */
function estDocumentDeSejour(type: TypeTitre | null): boolean {
  if (type === null) return true;
  const { forme } = TITRES[type];
  return type === 'autorisation_provisoire' || (forme !== 'visa' && forme !== 'union' && forme !== 'autre');
}

/** Where to ask for what is not here: the renewal of this titre, and a first carte de résident from a card of several years (R.431-6). */
function orientations({ titre, type }: Tenu, candidates: readonly Candidate[]): Offres['orientations'] {
  if (!titre) return [];
  const duTitre = candidates.some(
    ({ procedure, sorte }) => sorte === 'renouvellement' || (sorte === 'autre_titre' && procedure.acces.sorte === 'titre'),
  );
  const motif = type === null ? 'autre' : (TITRES[type].horsAnef ?? (duTitre ? null : 'autre'));
  return [
    ...(motif ? [{ motif, pour: 'renouvellement' as const }] : []),
    ...(type !== null && TITRES[type].forme === 'pluriannuelle'
      ? [{ motif: 'resident_premiere' as const, pour: 'resident' as const }]
      : []),
  ];
}
