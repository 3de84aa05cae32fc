// Pieces of family grounds: marriage and life together, who is joined, close relatives.
import type { Condition, PieceDemandee } from '#domain/procedure/definition.ts';
import { certificatMedical, timbre } from './pieces.ts';
import { RUPTURE_EXCUSEE, VIE_COMMUNE } from './vie-commune.ts';

const MOTIF = 'Motif de séjour';

export const mariage: PieceDemandee = {
  code: 'mariage',
  libelle: 'Justificatif de mariage',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'unique',
    document:
      'Copie intégrale de l’acte de mariage ; si le mariage a été célébré à l’étranger, sa transcription sur les registres français',
  },
  source: 'CESEDA L.423-1 3° ; liste ministérielle de mai 2021',
  certitude: 'L',
  dateSource: '2026-04-03',
};

export const vieCommune: PieceDemandee = {
  code: 'vie_commune',
  libelle: 'Déclaration conjointe de vie commune et justificatifs',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: VIE_COMMUNE,
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'declaration', document: 'Déclaration sur l’honneur signée des deux époux' },
      { code: 'preuves', document: 'Documents aux deux noms : bail, factures, relevé d’identité bancaire, avis d’imposition' },
    ],
  },
  source: 'CESEDA L.423-1, L.423-2 ; liste ministérielle de mai 2021 ; fiche F2209 (2020)',
  certitude: 'D',
  dateSource: '2021-05',
};

const PREUVES_VIOLENCES = 'Violences : plainte, certificats médicaux, jugement, condamnation ou témoignages';
const PREUVE_DECES = 'Décès : acte de décès de votre conjoint';

export const rupture: PieceDemandee = {
  code: 'rupture',
  libelle: 'Preuve de ce qui a mis fin à la vie commune',
  aide: 'Joignez ce que vous avez. L’absence de plainte ou de condamnation ne suffit pas à faire refuser votre demande.',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: RUPTURE_EXCUSEE,
  mode: {
    sorte: 'au_moins_un',
    choix: [PREUVES_VIOLENCES, 'Polygamie subie : acte d’état civil, jugement ou témoignages', PREUVE_DECES],
  },
  source: 'CESEDA L.423-4 et L.423-5 ; fiche F2209 (2020)',
  certitude: 'L',
  dateSource: '2026-04-03',
};

/** Family reunification: L.423-18 speaks of violence, not of polygamy. */
export const ruptureRegroupement: PieceDemandee = {
  ...rupture,
  condition: { champ: 'vie_commune_rompue', parmi: ['violences', 'deces'] },
  mode: { sorte: 'au_moins_un', choix: [PREUVES_VIOLENCES, PREUVE_DECES] },
  source: 'CESEDA L.423-17 et L.423-18',
};

/** L.436-8: a victim of violence or of polygamy pays neither tax nor stamp. */
export const EXONERE_APRES_RUPTURE = { si: { champ: 'vie_commune_rompue', parmi: ['violences', 'polygamie'] }, tarif: 'exempt' } as const;
export const EXONERE_APRES_VIOLENCES = { si: { champ: 'vie_commune_rompue', parmi: ['violences'] }, tarif: 'exempt' } as const;
/** Nothing exempts from the stamp. */
export const SANS_EXONERATION: Condition = { champ: 'vie_commune_rompue', parmi: ['non', 'deces', 'separation'] };

/** The stamp, of those who owe it. */
export const timbreDe = (condition: Condition, source: string): PieceDemandee => ({
  ...timbre,
  condition,
  source,
  certitude: 'L',
  dateSource: '2026-04-03',
});

/** R.431-18 asks it of who stays on after a visa; never of who already has a card. */
export const certificatMedicalApresVisa = (visa: string): PieceDemandee => ({
  ...certificatMedical,
  condition: { champ: 'titre_type', parmi: [visa] },
  source: 'CESEDA R.431-18, al. 2 et dernier alinéa',
  certitude: 'L',
  dateSource: '2026-04-03',
});

/** R.431-10 3° asks it for every family ground; the list of the ministry does not: shown, not obligatory. */
export const etatCivilFamille = (condition: Condition): PieceDemandee => ({
  code: 'etat_civil_famille',
  libelle: 'Actes d’état civil et de nationalité de votre conjoint et de vos enfants',
  groupe: 'Informations personnelles',
  sousGroupe: 'État civil',
  requis: false,
  moment: 'depot',
  condition,
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Acte de mariage',
      'Actes de naissance de vos enfants, avec filiation',
      'Titre de séjour ou document d’identité de votre conjoint',
    ],
  },
  source: 'CESEDA R.431-10 3° ; fiches F2208 et F2209 (2020)',
  certitude: 'L',
  dateSource: '2026-04-03',
});

/** A spouse who came without a long-stay visa shows that the entry was regular (L.423-2); so does any Algerian spouse (accord, art. 6-2). */
export const entreeReguliere = (condition: Condition): PieceDemandee => ({
  code: 'entree_reguliere',
  libelle: 'Justificatif d’entrée régulière',
  groupe: 'Informations personnelles',
  requis: true,
  moment: 'depot',
  condition,
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Copie des pages de votre passeport comportant le visa + cachet d’entrée',
      'Une copie du passeport comportant uniquement le cachet d’entrée',
      'Une attestation de dispense de visa d’entrée',
      'Une déclaration sur l’honneur d’entrée sur le territoire',
    ],
  },
  source: 'CESEDA L.423-2 ; accord franco-algérien, art. 6-2 ; guide usager 2022 (un écran)',
  certitude: 'S',
  dateSource: '2022-09',
});
