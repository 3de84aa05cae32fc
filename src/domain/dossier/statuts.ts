// Where a dossier stands: what is stored, and the words for each reader. Changed only by features/dossier/store.

export const STATUTS = [
  'brouillon',
  'abandonne',
  'depose',
  'en_instruction',
  'propose',
  'accepte',
  'remis',
  'refuse',
  'clos',
  'retire',
] as const;
export type Statut = (typeof STATUTS)[number];

/** What agents may ever see: from the deposit on. */
export const DEPOSES = [
  'depose',
  'en_instruction',
  'propose',
  'accepte',
  'remis',
  'refuse',
  'clos',
  'retire',
] as const satisfies readonly Statut[];

/** The four words of the portal (S-196 to S-199) and what lies outside them. */
export const STATUT_USAGER: Readonly<Record<Statut, { libelle: string; explication: string }>> = {
  brouillon: { libelle: 'Brouillon', explication: 'Votre demande n’est pas encore envoyée. Vous pouvez la reprendre à tout moment.' },
  abandonne: { libelle: 'Abandonnée', explication: 'Vous avez abandonné cette demande avant de l’envoyer.' },
  depose: { libelle: 'Dépôt de la demande', explication: 'Le dépôt de votre demande a bien été pris en compte. Un agent va l’examiner.' },
  en_instruction: { libelle: 'Instruction en cours', explication: 'L’administration a reçu votre demande et la traite.' },
  propose: { libelle: 'Instruction en cours', explication: 'L’examen de votre demande est terminé. La décision va être prise.' },
  accepte: {
    libelle: 'Document disponible',
    explication:
      'Votre demande est acceptée. Votre attestation de décision favorable est disponible ; votre titre est en cours de fabrication.',
  },
  remis: { libelle: 'Document disponible', explication: 'Votre titre vous a été remis.' },
  refuse: {
    libelle: 'Décision prise',
    explication: 'Votre demande a été refusée. La décision et les voies de recours sont dans vos notifications.',
  },
  clos: { libelle: 'Clôturée', explication: 'Votre demande a été clôturée sans décision sur le fond.' },
  retire: { libelle: 'Retirée', explication: 'Vous avez retiré votre demande.' },
};

export const STATUT_AGENT: Readonly<Record<Statut, string>> = {
  brouillon: 'Brouillon',
  abandonne: 'Abandonné',
  depose: 'À prendre en charge',
  en_instruction: 'En instruction',
  propose: 'Proposé, à signer',
  accepte: 'Décision favorable',
  remis: 'Titre remis',
  refuse: 'Refusé',
  clos: 'Clos',
  retire: 'Retiré par l’usager',
};
