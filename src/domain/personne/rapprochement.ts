// One person, one file (R.142-20): how names are compared when looking for a duplicate. A person decides, never the portal.

/** Small letters without accents, hyphens nor apostrophes: "de La Crüz" gives "delacruz". */
export function cleDuNom(nom: string): string {
  return nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}]/gu, '');
}

/** Key of a personne: the birth name, a space, then the first names. */
export function cleRecherche(nomNaissance: string, prenoms: readonly string[]): string {
  return [nomNaissance, ...prenoms].map(cleDuNom).filter(Boolean).join(' ');
}
