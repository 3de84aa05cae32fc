import 'server-only';
// Embedded simulator: the answer and the amount are written in the number, so that as many stamps as needed can be made.
//   1 then four digits of whole euros: valid ; 2 then four digits: already used ; anything else is unknown.
import { formatTimbre, normaliserTimbre, type Timbre, type VerdictTimbre } from './timbre.ts';

/** A valid stamp of this amount, in cents; `rang` tells one from another. */
export function timbreDeDemonstration(montant: number, rang = 1): string {
  return `1${String(Math.round(montant / 100)).padStart(4, '0')}${String(rang).padStart(11, '0')}`;
}

/** One number for each answer. */
export const timbresDeDemonstration: ReadonlyArray<{ numero: string; verdict: VerdictTimbre }> = [
  { numero: timbreDeDemonstration(50_00), verdict: { etat: 'valide', montant: 50_00 } },
  { numero: timbreDeDemonstration(225_00), verdict: { etat: 'valide', montant: 225_00 } },
  { numero: '2005000000000001', verdict: { etat: 'deja_utilise' } },
  { numero: '9005000000000001', verdict: { etat: 'inconnu' } },
  { numero: '1234', verdict: { etat: 'format' } },
];

export function simulateurTimbre(): Timbre {
  const consommes = new Map<string, string>();
  return {
    async verifier(numero) {
      const chiffres = normaliserTimbre(numero);
      if (!formatTimbre(chiffres)) return { etat: 'format' };
      if (chiffres.startsWith('2') || consommes.has(chiffres)) return { etat: 'deja_utilise' };
      return chiffres.startsWith('1') ? { etat: 'valide', montant: Number(chiffres.slice(1, 5)) * 100 } : { etat: 'inconnu' };
    },
    async consommer(numero, demande) {
      const chiffres = normaliserTimbre(numero);
      if (!consommes.has(chiffres)) consommes.set(chiffres, demande);
    },
  };
}
