// What a message between the person and the service may be: known to the page that writes it and to the server that reads it.

/** Characters. */
export const TEXTE_MAXIMUM = 5000;

/** Id of the place for files, on every page that writes a message; a refused file comes back as `?erreur=fichiers.message.<code>`. */
export const PLACE_DES_FICHIERS = 'fichiers.message';
