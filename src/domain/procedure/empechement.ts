// What stops a request on the day of its deposit though every question is answered: a closed period, a title that ends too soon, a visa that
// is not the one of the procedure. Each says the fact and the date; the sentence says what to do instead.
import { type Jour, jourLisible, plusJours, plusMois } from '../jour.ts';
import type { CodeRefus } from '../refusals.ts';
import { mentionDe } from '../titre/titres.ts';
import { texteDeReponse } from './champs.ts';
import type { EtapeChamps, Procedure, Reponses } from './definition.ts';
import { titreTropCourt } from './suites.ts';

export type Empechement = { refus: CodeRefus; details: Record<string, string> };

export function empechementDuDepot(procedure: Procedure, reponses: Reponses, jour: Jour): Empechement | null {
  const fin = texteDeReponse(reponses.titre_fin);
  if (titreTropCourt(procedure, fin === '' ? null : fin, jour)) return { refus: 'titre_finit_bientot', details: { fin: jourLisible(fin) } };
  return periodeFermee(procedure, reponses, jour) ?? visaNonConforme(procedure, reponses);
}

/**
 * The same, on the screen where the date is typed: nobody pays a stamp for a request that cannot be filed. `champ`: the date. Null on
 * the other screens.
 */
export function empechementDeLaDate(
  procedure: Procedure,
  etape: EtapeChamps,
  reponses: Reponses,
  jour: Jour,
): (Empechement & { champ: string }) | null {
  const { fenetre } = procedure;
  if (fenetre.sorte !== 'depuis' || !etape.sections.some((s) => s.champs.some((c) => c.code === fenetre.champ))) return null;
  const empechement = periodeFermee(procedure, reponses, jour) ?? visaNonConforme(procedure, reponses);
  return empechement && { ...empechement, champ: fenetre.champ };
}

function periodeFermee({ fenetre }: Procedure, reponses: Reponses, jour: Jour): Empechement | null {
  if (fenetre.sorte !== 'depuis' || !fenetre.ferme) return null;
  const depuis = texteDeReponse(reponses[fenetre.champ]);
  if (depuis === '') return null;
  const dernier = plusMois(depuis, fenetre.mois);
  if (jour <= dernier) return null;
  const details = { depuis: jourLisible(plusJours(dernier, 1)), mois: String(fenetre.mois), article: fenetre.article };
  return { refus: 'periode_fermee', details };
}

/** What the machine decides alone bears on the very title that the registre gave when the request was begun. */
function visaNonConforme({ acces, traitement }: Procedure, reponses: Reponses): Empechement | null {
  if (traitement !== 'automatique' || acces.sorte !== 'titre') return null;
  const lu = (champ: string) => texteDeReponse(reponses[champ]);
  if (!acces.titres.some((t) => t === lu('titre_type')))
    return { refus: 'titre_autre', details: { titre: mentionDe(lu('titre_type')) || 'aucun' } };
  const [entree, debut, fin] = [lu('date_entree_france'), lu('titre_debut'), lu('titre_fin')];
  if (entree >= debut && entree <= fin) return null;
  return { refus: 'entree_hors_visa', details: { debut: jourLisible(debut), fin: jourLisible(fin) } };
}
