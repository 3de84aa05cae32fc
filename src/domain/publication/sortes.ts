// Reference data that administrators change without code: each sort is a set of small texts by key, versioned, in force from a day.
// Lists of pieces have their own table, since a dossier keeps the version it was filed under (D-05).

export const SORTES_REFERENCE = [
  'tarif',
  'ouverture',
  'orientation',
  'prefecture',
  'ressort',
  'contact',
  'courriel',
  'notification',
  'lien',
] as const;
export type SorteReference = (typeof SORTES_REFERENCE)[number];

/** `local`: the administrator of a préfecture changes what is theirs; otherwise only a national one does. */
export type FicheSorte = { libelle: string; resume: string; local: boolean };

export const FICHES_REFERENCE: Readonly<Record<SorteReference, FicheSorte>> = {
  tarif: { libelle: 'Tarifs', resume: 'Taxe et droit de timbre de chaque cas, avec leur date.', local: false },
  ouverture: { libelle: 'Ouverture des démarches', resume: 'Depuis quand une démarche se fait ici, et jusqu’à quand.', local: false },
  orientation: {
    libelle: 'Hors du portail',
    resume: 'Où s’adresser pour ce qui ne se fait pas ici, par motif et préfecture.',
    local: true,
  },
  prefecture: { libelle: 'Préfectures', resume: 'Nom, adresse, contacts et tribunal de chaque préfecture.', local: true },
  ressort: { libelle: 'Communes', resume: 'Les communes dont chaque préfecture reçoit les demandes.', local: false },
  contact: { libelle: 'Services et contacts', resume: 'À qui écrire dans une préfecture, par sujet.', local: true },
  courriel: { libelle: 'Textes des courriels', resume: 'Objet et texte, avec les variables permises.', local: false },
  notification: { libelle: 'Textes des notifications', resume: 'Titre et message d’accueil des notifications de l’espace.', local: false },
  lien: { libelle: 'Liens externes', resume: 'Les adresses vers lesquelles le portail renvoie.', local: false },
};

export const estSorteReference = (code: string): code is SorteReference => SORTES_REFERENCE.some((s) => s === code);
