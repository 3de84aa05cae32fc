// What opens a compte: the numéro étranger (10 digits, S-262) or, without one, the e-mail address (S-265).

export type Identifiant = { sorte: 'numero' | 'email'; valeur: string };

/** An address as it is compared and stored: no spaces around, lower case. */
export function emailNormalise(saisie: string): string {
  return saisie.normalize('NFC').trim().toLowerCase();
}

/** What was typed as an identifiant. Spaces, points and hyphens between digits are the way people copy a number from a card. */
export function lireIdentifiant(saisie: string): Identifiant {
  const chiffres = saisie.replace(/[\s.-]/g, '');
  return /^\d{10}$/.test(chiffres) ? { sorte: 'numero', valeur: chiffres } : { sorte: 'email', valeur: emailNormalise(saisie) };
}
