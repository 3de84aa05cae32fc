// What a mail says: said, not drawn. adapters/mail/rendu.ts gives its two parts, text and HTML.

export type Bloc =
  | { type: 'paragraphe'; texte: string; fort?: boolean }
  /** Label and value, to be copied: an identifiant, a password, a number. */
  | { type: 'definitions'; lignes: ReadonlyArray<{ terme: string; valeur: string }> }
  | { type: 'liste'; elements: readonly string[] }
  /** `href` is a whole address: a mail has no page to be relative to. */
  | { type: 'lien'; libelle: string; href: string };

export type Message = {
  sujet: string;
  /** NOM Prénom of the person (S-271); null: "Bonjour," alone. */
  nom: string | null;
  contenu: readonly Bloc[];
};

/** Letterhead and signature, from the configuration. */
export type EnTete = {
  ministere: string;
  direction: string;
  /** false: the mail says that it comes from a demonstration (D-20). */
  officiel: boolean;
};

export type PieceJointe = { nom: string; type: string; contenu: Buffer };

/** A mail ready to leave. The same `messageId` always stands for the same mail. */
export type Courrier = {
  messageId: string;
  destinataire: string;
  sujet: string;
  texte: string;
  html: string;
  pieces: readonly PieceJointe[];
};
