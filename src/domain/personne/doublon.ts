// Do two requests tell of one person? Proposed to an agent, never concluded by the portal (R.142-20).
import type { Identite } from './identite.ts';
import { cleDuNom } from './rapprochement.ts';

export type Certitude = 'meme_personne' | 'a_verifier';

/** Two partial dates contradict each other when neither begins with the other. */
const seContredisent = (a: string, b: string) => !a.startsWith(b) && !b.startsWith(a);
const premier = (prenoms: readonly string[]) => cleDuNom(prenoms[0]?.split(/[\s,-]+/)[0] ?? '');
const tous = (prenoms: readonly string[]) => prenoms.map(cleDuNom).join('');

/** Null: what is known of them contradicts. A first name left out, or a nationality that changed, contradicts nothing. */
export function ressemblance(a: Identite, b: Identite): Certitude | null {
  if (cleDuNom(a.nomNaissance) !== cleDuNom(b.nomNaissance) || seContredisent(a.naissance, b.naissance)) return null;
  if (premier(a.prenoms) !== premier(b.prenoms)) return null;
  const estEntiere = a.naissance.length === 10 && a.naissance === b.naissance;
  const memeNationalite = a.nationalites.some((n) => b.nationalites.includes(n));
  return estEntiere && memeNationalite && tous(a.prenoms) === tous(b.prenoms) ? 'meme_personne' : 'a_verifier';
}
