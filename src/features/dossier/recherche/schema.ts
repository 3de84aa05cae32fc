// What was typed in the search box of the agents, and what to look for. Pure; the words are put in the alphabet of the index by the
// database (cle_de_nom), which alone knows it.
import { z } from 'zod';

const schema = z.object({ q: z.string().trim().max(120).catch('') });

export function lireRecherche(parametres: Record<string, string | string[] | undefined>): string {
  return schema.parse(parametres).q;
}

export type Recherche =
  | { sorte: 'vide' }
  /** words of a name, in any order, the beginning of each is enough; `naissance`: the beginning of AAAAMMJJ */
  | { sorte: 'mots'; texte: string; naissance: string | null }
  | { sorte: 'courriel'; adresse: string }
  /** digits only: number of a request or its beginning, numéro étranger, telephone, year of birth */
  | { sorte: 'chiffres'; chiffres: string };

/** A date as people write it, or a part of it: AAAAMMJJ, AAAAMM. The year alone is a word like another. */
const DATE = /(?<!\d)(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)/;

function lireDate(texte: string): { naissance: string | null; reste: string } {
  const trouvee = DATE.exec(texte);
  if (!trouvee) return { naissance: null, reste: texte };
  const [tout, jour, mois = '', annee = ''] = trouvee;
  return { naissance: `${annee}${mois.padStart(2, '0')}${jour?.padStart(2, '0') ?? ''}`, reste: texte.replace(tout, ' ') };
}

export function comprendre(saisie: string): Recherche {
  const texte = saisie.normalize('NFC').trim();
  if (texte === '') return { sorte: 'vide' };
  if (/^\S+@\S*$/.test(texte)) return { sorte: 'courriel', adresse: texte.toLowerCase() };
  const { naissance, reste } = lireDate(texte);
  if (naissance !== null) return { sorte: 'mots', texte: reste, naissance };
  if (/^\+?[\d\s.\-()/]+$/.test(texte)) {
    const chiffres = texte.replace(/\D/g, '').replace(/^(00)?33(?=\d{9}$)/, '0');
    return chiffres === '' ? { sorte: 'vide' } : { sorte: 'chiffres', chiffres };
  }
  return { sorte: 'mots', texte, naissance: null };
}
