// Grounds that are not filed on this portal: the person is told where to go, by préfecture and date (S-206 to S-218, S-301 to S-303).
export const MOTIFS_HORS_ANEF = {
  entre_mineur: 'Vous êtes entré en France avant l’âge de 13 ans (10 ans pour les Algériens et les Tunisiens)',
  salarie: 'Salarié',
  travailleur_temporaire: 'Travailleur temporaire',
  entrepreneur: 'Entrepreneur ou profession libérale',
  parent_enfant_malade: 'Parent d’un enfant malade',
  liens_personnels: 'Liens personnels et familiaux en France, dont le PACS avec un Français',
  admission_exceptionnelle: 'Admission exceptionnelle au séjour',
  retraite: 'Retraité',
  changement_de_statut: 'Changement de statut vers un titre qui n’est pas sur le portail',
  apatride: 'Apatride et membre de sa famille',
  resident_premiere: 'Première carte de résident',
  recepisse: 'Renouvellement d’un récépissé, d’une autorisation provisoire ou d’une attestation de prolongation',
  asile: 'Demande d’asile',
  protection_temporaire: 'Protection temporaire (Ukraine)',
  autre: 'Autre situation',
} as const;
export type MotifHorsAnef = keyof typeof MOTIFS_HORS_ANEF;
