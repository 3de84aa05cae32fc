// When a request may be filed, from what its definition says (Fenetre), the end of the titre held and a day. Days are whole: the last day
// of a period is inside it.
//   R.431-5 1°: between the 120th and the 60th day before the end of the titre, for what is on the list of the téléservice.
//   L.436-5   : after that period, a visa de régularisation, except force majeure. Asked by the préfectures once the titre has ended.
//   R.431-8   : six months after the end, the conditions of entry (a long-stay visa) must be met again.
// Neither R.431-5 1° nor R.431-8 applies to the holder of the status of long-term resident – EU.
import { fuseauDe, PARIS } from '../adresse/fuseau.ts';
import { jourLocal } from '../horloge.ts';
import { type Jour, jourDe, plusJours, plusMois } from '../jour.ts';
import type { Fenetre } from '../procedure/definition.ts';

/** R.431-8, in months after the end of the titre. */
export const MOIS_AVANT_NOUVELLE_ENTREE = 6;

export type EtatFenetre =
  | { etat: 'libre' }
  /** `ouvreLe`: first day on which it may be filed */
  | { etat: 'trop_tot'; ouvreLe: Jour }
  /** `jusquau`: last day in time */
  | { etat: 'ouverte'; jusquau: Jour }
  /** in time until `delaiFiniLe`; the titre, if there is one, still holds until `titreFinitLe`. A visa de régularisation may be asked */
  | { etat: 'tardive'; delaiFiniLe: Jour; titreFinitLe: Jour | null }
  /** the titre ended on `finiLe`: filed until `jusquau`, with the visa de régularisation (L.436-5) */
  | { etat: 'expiree'; finiLe: Jour; jusquau: Jour }
  /** the conditions of entry must be met again since `depuis` (R.431-8) */
  | { etat: 'plus_de_six_mois'; finiLe: Jour; depuis: Jour }
  /** refused since the day after `delaiFiniLe` */
  | { etat: 'fermee'; delaiFiniLe: Jour }
  /** counted from an event whose day is not known here */
  | { etat: 'selon_evenement'; mois: number };

/** What the periods are counted from. `titreFin`: last day of the titre held, null when none is known. */
export type Reperes = { titreFin: Jour | null; evenement: Jour | null; estResidentUe: boolean };

/** R.431-5 1°, for any titre asked on the portal by who holds one already. */
export const FENETRE_DU_TITULAIRE: Fenetre = { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' };

/** R.431-4: a visa of L.411-1 1° opens no period counted from its end, the request follows the entry. */
export const FENETRE_APRES_ENTREE: Fenetre = { sorte: 'depuis', champ: 'date_entree_france', mois: 2, ferme: false, article: 'R.431-4' };

/**
 * The day on which a deposit counts against its period: in Paris or where the préfecture is, whichever comes first. No text says by which
 * clock; at nine in the evening in Cayenne the day is not over for who files. What is uncertain takes nothing from the person (D-17).
 */
export function jourDuDepot(deposeLe: Date, prefecture: string | null): Jour {
  const jour = jourDe(deposeLe);
  const fuseau = fuseauDe(prefecture ?? '');
  const local = fuseau === PARIS ? jour : jourLocal(deposeLe, fuseau);
  return local < jour ? local : jour;
}

export function etatFenetre(fenetre: Fenetre, { titreFin, evenement, estResidentUe }: Reperes, jour: Jour): EtatFenetre {
  switch (fenetre.sorte) {
    case 'libre':
      return { etat: 'libre' };
    case 'fin_de_titre':
      return titreFin === null || estResidentUe ? { etat: 'libre' } : finDeTitre(fenetre, titreFin, jour);
    case 'depuis':
      return evenement === null ? { etat: 'selon_evenement', mois: fenetre.mois } : depuis(fenetre, evenement, jour);
  }
}

function finDeTitre({ ouvreJours, fermeJours }: { ouvreJours: number; fermeJours: number }, fin: Jour, jour: Jour): EtatFenetre {
  const ouvreLe = plusJours(fin, -ouvreJours);
  const fermeLe = plusJours(fin, -fermeJours);
  const sixMois = plusMois(fin, MOIS_AVANT_NOUVELLE_ENTREE);
  if (jour < ouvreLe) return { etat: 'trop_tot', ouvreLe };
  if (jour <= fermeLe) return { etat: 'ouverte', jusquau: fermeLe };
  if (jour <= fin) return { etat: 'tardive', delaiFiniLe: fermeLe, titreFinitLe: fin };
  if (jour <= sixMois) return { etat: 'expiree', finiLe: fin, jusquau: sixMois };
  return { etat: 'plus_de_six_mois', finiLe: fin, depuis: plusJours(sixMois, 1) };
}

function depuis({ mois, ferme }: { mois: number; ferme: boolean }, evenement: Jour, jour: Jour): EtatFenetre {
  const dernier = plusMois(evenement, mois);
  if (jour < evenement) return { etat: 'trop_tot', ouvreLe: evenement };
  if (jour <= dernier) return { etat: 'ouverte', jusquau: dernier };
  return ferme ? { etat: 'fermee', delaiFiniLe: dernier } : { etat: 'tardive', delaiFiniLe: dernier, titreFinitLe: null };
}

/** The last day in time, whatever the day on which one looks; null: none is known, or none applies. */
export function dernierJourDeDepot(fenetre: Fenetre, { titreFin, evenement, estResidentUe }: Reperes): Jour | null {
  switch (fenetre.sorte) {
    case 'libre':
      return null;
    case 'fin_de_titre':
      return titreFin === null || estResidentUe ? null : plusJours(titreFin, -fenetre.fermeJours);
    case 'depuis':
      return evenement === null ? null : plusMois(evenement, fenetre.mois);
  }
}

/** May a request be begun in this state? Late ones may: the law attaches a price to lateness, not a refusal. */
export function peutCommencer({ etat }: EtatFenetre): boolean {
  switch (etat) {
    case 'libre':
    case 'ouverte':
    case 'tardive':
    case 'expiree':
    case 'selon_evenement':
      return true;
    case 'trop_tot':
    case 'plus_de_six_mois':
    case 'fermee':
      return false;
  }
}
