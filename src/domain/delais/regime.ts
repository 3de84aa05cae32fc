// What the law of its procedure says to one dossier: which silence, which document meanwhile, filed in time or not. Read once from the answers
// as they were filed and the titre that was held that day.

import { estJour, type Jour, plusJours, plusMois } from '../jour.ts';
import { texteDeReponse } from '../procedure/champs.ts';
import { bornesDeNaissance, CHAMP_NAISSANCE } from '../procedure/condition.ts';
import type { Procedure, Reponses } from '../procedure/definition.ts';
import { silenceDe, tarifDe } from '../procedure/suites.ts';
import { estTypeTitre, TITRES } from '../titre/titres.ts';
import type { DocumentDetenu, Regime } from './faits.ts';
import { dernierJourDeDepot, etatFenetre, FENETRE_DU_TITULAIRE } from './fenetre.ts';

/** A titre of the registre, or of the answers. */
export type TitreConnu = { type: string | null; debutLe: Jour | null; finLe: Jour; invalideLe: Jour | null };

/**
 * R.431-5 2°: who meets the conditions of these articles has until the eve of the 19th birthday; the others two months after the 18th.
 * « L. 424-24 » is what the text says; there is no such article, its former version said L.424-21 (stateless persons' carte de résident).
 */
const ARTICLES_DES_DIX_HUIT_ANS = [
  ...['421-22', '421-23', '421-26', '421-27', '421-28', '421-29', '421-30', '421-31', '421-32', '421-33'],
  ...['423-14', '423-15', '423-21', '423-22', '424-1', '424-3', '424-21', '424-24', '426-1'],
];

/** The titre held on the day of the deposit: the one that the person confirmed, otherwise the last to end of those the registre knows. */
export function titreDetenu(reponses: Reponses, connus: readonly TitreConnu[], depot: Jour): TitreConnu | null {
  const [type, debut, fin] = ['titre_type', 'titre_debut', 'titre_fin'].map((champ) => texteDeReponse(reponses[champ]));
  if (fin !== undefined && estJour(fin))
    return { type: type || null, debutLe: debut && estJour(debut) ? debut : null, finLe: fin, invalideLe: null };
  const tenus = connus.filter(
    (t) => t.finLe >= depot && (t.debutLe === null || t.debutLe <= depot) && (t.invalideLe === null || t.invalideLe > depot),
  );
  return tenus.toSorted((a, b) => (a.finLe < b.finLe ? 1 : -1))[0] ?? null;
}

/** L.433-3: carte de résident and treaty titres of more than a year, card of four years. */
export function documentDe({ type, debutLe, finLe }: TitreConnu, { sorte }: Pick<Procedure, 'sorte'>): DocumentDetenu {
  const forme = type !== null && estTypeTitre(type) ? TITRES[type].forme : null;
  // four years from date to date, whether the last day is counted or not
  const deQuatreAns = debutLe !== null && finLe >= plusJours(plusMois(debutLe, 48), -1);
  return { finLe, prolongeParLaLoi: sorte === 'renouvellement' && (forme === 'resident' || (forme === 'pluriannuelle' && deQuatreAns)) };
}

export function regimeDe(procedure: Procedure, reponses: Reponses, titre: TitreConnu | null, depot: Jour): Regime {
  const texte = silenceDe(procedure, { reponses, jour: depot });
  const { documentProvisoire: provisoire } = procedure;
  const api = provisoire.sorte === 'api' || provisoire.sorte === 'api_immediate' ? provisoire : null;
  return {
    silence: texte ? { delai: texte.delai, article: texte.article } : null,
    provisoire: api && { sorte: api.sorte, mois: api.mois, article: api.article },
    ...delai(procedure, reponses, titre, depot),
    // L.436-5 speaks of a renewal; L.436-8 exempts from it those whom it exempts from the tax
    retardPayant: procedure.sorte === 'renouvellement' && tarifDe(procedure, { reponses, jour: depot }) !== 'exempt',
    devientMajeur:
      titre === null && procedure.sorte === 'premiere_demande' && procedure.demandeur === 'soi' && majeurATemps(procedure, reponses, depot),
    attendCertificat: procedure.suiteDuDepot === 'certificat_ofii',
  };
}

/**
 * The window of the procedure; for who holds a titre and asks for another, also that of R.431-5 1°: the more favourable of the two. That
 * one is of titres de séjour (book IV): neither of the cards of the citizens of the Union, nor of what is no titre.
 */
function delai(
  { fenetre, sorte, famille }: Procedure,
  reponses: Reponses,
  titre: TitreConnu | null,
  depot: Jour,
): Pick<Regime, 'finDuDelai' | 'dansLeDelai'> {
  const evenement = fenetre.sorte === 'depuis' ? texteDeReponse(reponses[fenetre.champ]) : '';
  const reperes = {
    titreFin: titre?.finLe ?? null,
    evenement: estJour(evenement) ? evenement : null,
    estResidentUe: titre?.type === 'resident_ue',
  };
  const duTitulaire = titre !== null && fenetre.sorte !== 'fin_de_titre' && sorte !== 'autre' && famille !== 'union_europeenne';
  const fenetres = duTitulaire ? [fenetre, FENETRE_DU_TITULAIRE] : [fenetre];
  const etats = fenetres.map((f) => etatFenetre(f, reperes, depot).etat);
  // never too early for what one already holds: the window only closes the deposit (R.431-6)
  const aTemps = etats.some((etat) => etat === 'ouverte' || etat === 'trop_tot' || etat === 'selon_evenement');
  const derniers = fenetres.map((f) => dernierJourDeDepot(f, reperes)).filter((j) => j !== null);
  return { finDuDelai: derniers.toSorted().at(-1) ?? null, dansLeDelai: aTemps || etats.every((etat) => etat === 'libre') };
}

/** R.431-5 2° and 3°. Of a birth date known in part, the latest possible one: what is uncertain takes nothing from the person (D-17). */
function majeurATemps({ baseLegale }: Procedure, reponses: Reponses, depot: Jour): boolean {
  const naissance = texteDeReponse(reponses[CHAMP_NAISSANCE]);
  if (naissance === '') return false;
  const [, neLe] = bornesDeNaissance(naissance);
  const estDeLaListe = [...baseLegale.matchAll(/L\.\s?(\d{3}-\d+)/g)].some(
    ([, article]) => article && ARTICLES_DES_DIX_HUIT_ANS.includes(article),
  );
  const dernier = estDeLaListe ? plusJours(plusMois(neLe, 19 * 12), -1) : plusMois(neLe, 18 * 12 + 2);
  return depot <= dernier;
}
