// What opens a compte: the numéro étranger (10 digits, S-262), the number of a visa or the reference of a validated VLS-TS when there
// is none yet (S-025, S-267), or the e-mail address (S-265).

export type Identifiant = { sorte: 'numero' | 'visa' | 'email'; valeur: string };

/** An address as it is compared and stored: no spaces around, lower case. */
export function emailNormalise(saisie: string): string {
  return saisie.normalize('NFC').trim().toLowerCase();
}

/**
 * A number copied from a card, a visa or a confirmation: capitals and digits, without the spaces, points and hyphens that people add.
 * Null when it cannot be one. Ten digits are a numéro étranger; the other formats are not given anywhere (S-266, S-267): 6 to 20
 * signs, one digit at least.
 */
export function lireNumero(saisie: string): string | null {
  const signes = saisie
    .normalize('NFKC')
    .replace(/[\s.\-–/]/g, '')
    .toUpperCase();
  return /^(?=.*\d)[A-Z0-9]{6,20}$/.test(signes) ? signes : null;
}

export const estNumeroEtranger = (numero: string): boolean => /^\d{10}$/.test(numero);

/** What was typed as an identifiant. */
export function lireIdentifiant(saisie: string): Identifiant {
  const numero = lireNumero(saisie);
  if (numero === null) return { sorte: 'email', valeur: emailNormalise(saisie) };
  return { sorte: estNumeroEtranger(numero) ? 'numero' : 'visa', valeur: numero };
}

/** A domain that no mail reaches, for ever (RFC 2606). */
const NULLE_PART = '@compte.invalid';

/** What stands in the place of an address when there is none: the row needs one of its own. `pourquoi`: sans-adresse · supprime. */
export const adresseAbsente = (pourquoi: 'sans-adresse' | 'supprime', id: string): string => `${pourquoi}-${id}${NULLE_PART}`;

/** False for what stands in the place of an address: nothing is sent there, and nobody reads it on a screen. */
export const estJoignable = (email: string): boolean => !email.endsWith(NULLE_PART);

/** The address as people read it; empty when there is none. */
export const adresseMontree = (email: string): string => (estJoignable(email) ? email : '');
