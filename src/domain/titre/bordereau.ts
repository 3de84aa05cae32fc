// The slip that comes with a parcel of cards: a line for each, read without guessing.
import { estJour, type Jour } from '../jour.ts';
import { numeroTitreSaisi, type TitreRecu } from './remise.ts';

/** `cle`: number of the request (19 digits) or numéro étranger (10). */
export type LigneBordereau = TitreRecu & { rang: number; cle: string };
export type FauteBordereau = { rang: number; texte: string; faute: string };

const jourDeLigne = (texte: string): Jour | null => {
  const francais = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(texte);
  const jour = francais ? `${francais[3]}-${francais[2]}-${francais[1]}` : texte;
  return estJour(jour) ? jour : null;
};

function lireLigne(texte: string, rang: number): LigneBordereau | FauteBordereau {
  const [cle = '', numero = '', debut = '', fin = '', ...reste] = texte.split(/[;\t]/).map((m) => m.trim());
  const faute = (mots: string): FauteBordereau => ({ rang, texte, faute: mots });
  const chiffres = cle.replace(/\s/g, '');
  if (reste.length > 0 || fin === '') return faute('Quatre informations sont attendues, séparées par des points-virgules.');
  if (!/^(\d{19}|\d{10})$/.test(chiffres)) return faute('Commencez par le numéro de demande (19 chiffres) ou le numéro étranger (10).');
  const numeroTitre = numeroTitreSaisi(numero);
  if (numeroTitre === null) return faute('Le numéro du titre compte de 6 à 12 lettres et chiffres.');
  const [du, au] = [jourDeLigne(debut), jourDeLigne(fin)];
  if (du === null || au === null) return faute('Écrivez les deux dates en JJ/MM/AAAA.');
  if (au <= du) return faute('La date de fin vient avant la date de début.');
  return { rang, cle: chiffres, numeroTitre, debut: du, fin: au };
}

/** Lines of « numéro ; n° du titre ; début ; fin ». Empty lines do not count; ranks begin at 1. */
export function lireBordereau(texte: string): { lignes: readonly LigneBordereau[]; fautes: readonly FauteBordereau[] } {
  const lues = texte
    .split(/\r?\n/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
    .map((ligne, i) => lireLigne(ligne, i + 1));
  return { lignes: lues.flatMap((l) => ('faute' in l ? [] : [l])), fautes: lues.flatMap((l) => ('faute' in l ? [l] : [])) };
}
