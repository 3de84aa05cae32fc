// Changing the e-mail of a compte: it is where links and notices go, and for some people their identifiant.

/** Hours during which the link sent to the new address works, once. */
export const HEURES_CONFIRMATION = 24;
/** Days during which the former address may take its place back, with the password of before the change. */
export const JOURS_RETOUR = 7;

/** An address as it is told to the other one: enough for its owner to know it, not enough to learn it. */
export function emailMasque(email: string): string {
  const arobase = email.lastIndexOf('@');
  const debut = email.slice(0, Math.min(2, Math.max(0, arobase - 1)));
  return `${debut}•••${email.slice(arobase)}`;
}
