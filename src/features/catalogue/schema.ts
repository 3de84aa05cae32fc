// What the questions of the catalogue send, by GET: read leniently, since an address is also typed, kept and shared.
import { type Departement, departementSaisi } from '#domain/adresse/departements.ts';
import { estJour, type Jour, jourSaisi } from '#domain/jour.ts';
import { MOTIFS_HORS_ANEF, type MotifHorsAnef } from '#domain/orientation/motifs.ts';
import { estNationalite } from '#domain/pays.ts';
import type { Situation } from '#domain/procedure/concernees.ts';
import { FAMILLES, type Famille } from '#domain/procedure/definition.ts';
import { estTypeTitre } from '#domain/titre/titres.ts';

const estFamille = (code: string): code is Famille => Object.hasOwn(FAMILLES, code);
const estMotif = (code: string): code is MotifHorsAnef => Object.hasOwn(MOTIFS_HORS_ANEF, code);

export type DateTapee = { jour: string; mois: string; annee: string };

export type SaisieCatalogue = {
  /** what was typed, given back to the form */
  tape: { departement: string; nationalite: string; situation: string; titre: string; naissance: string; fin: DateTapee };
  departement?: Departement;
  situation: Situation;
  /** year of birth: '1990' */
  naissance?: string;
  /** last day of the titre held */
  fin?: Jour;
  erreurs: readonly ('departement' | 'naissance' | 'fin')[];
};

const ANNEE = /^(19|20)\d{2}$/;

/** « 2026-12-31 » in one, or day, month, year. */
function lireFin(recherche: URLSearchParams): { tape: DateTapee; fin?: Jour } {
  const entier = recherche.get('fin') ?? '';
  if (estJour(entier)) {
    const [annee = '', mois = '', jour = ''] = entier.split('-');
    return { tape: { jour, mois, annee }, fin: entier };
  }
  const partie = (nom: string) => (recherche.get(`fin.${nom}`) ?? '').trim().slice(0, 4);
  const tape = { jour: partie('jour'), mois: partie('mois'), annee: partie('annee') };
  return { tape, fin: jourSaisi(tape) ?? undefined };
}

export function lireSaisie(recherche: URLSearchParams): SaisieCatalogue {
  const texte = (nom: string) => (recherche.get(nom) ?? '').trim().slice(0, 80);
  const { tape, fin } = lireFin(recherche);
  const [tapeDepartement, nationalite, situation, titre, annee] = ['departement', 'nationalite', 'situation', 'titre', 'naissance'].map(
    texte,
  );
  const departement = departementSaisi(tapeDepartement ?? '');
  const naissance = annee && ANNEE.test(annee) ? annee : undefined;
  const erreurs: SaisieCatalogue['erreurs'] = [
    ...(tapeDepartement && !departement ? (['departement'] as const) : []),
    ...(annee && !naissance ? (['naissance'] as const) : []),
    ...(!fin && Object.values(tape).some((p) => p !== '') ? (['fin'] as const) : []),
  ];
  return {
    tape: {
      departement: tapeDepartement ?? '',
      nationalite: nationalite ?? '',
      situation: situation ?? '',
      titre: titre ?? '',
      naissance: annee ?? '',
      fin: tape,
    },
    ...(departement ? { departement } : {}),
    situation: {
      ...(nationalite && estNationalite(nationalite) ? { nationalite } : {}),
      ...(situation && estFamille(situation) ? { famille: situation } : {}),
      ...(situation && estMotif(situation) ? { motif: situation } : {}),
      ...(titre === 'aucun' || (titre && estTypeTitre(titre)) ? { titre } : {}),
    },
    ...(naissance ? { naissance } : {}),
    ...(fin ? { fin } : {}),
    erreurs,
  };
}

/** The address of a fiche, with what is known of the person. */
export function adresseFiche(slug: string, { situation, naissance, fin, departement }: SaisieCatalogue): string {
  const connus: [string, string | undefined][] = [
    ['nationalite', situation.nationalite],
    ['naissance', naissance],
    ['titre', situation.titre],
    ['fin', fin],
    ['departement', departement?.code],
  ];
  const recherche = new URLSearchParams(connus.flatMap(([nom, valeur]): [string, string][] => (valeur ? [[nom, valeur]] : []))).toString();
  return `/catalogue/${slug}${recherche ? `?${recherche}` : ''}`;
}
