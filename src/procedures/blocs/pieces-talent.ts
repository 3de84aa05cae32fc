// Pieces of the talents, ground by ground: ministry lists of May 2021, checked against the decree (R.421-15-1 to R.421-37-4) and the
// sheet F16922. Amounts in euros are in an order or follow the SMIC: none is written here but those of the decree.
import type { ElementPiece, ModePiece, PieceDemandee } from '#domain/procedure/definition.ts';
import { CARTE_BLEUE_EUROPE, DIPLOME_CONNU, type MotifTalent, motifs, PRIVE_EMPLOI, PROFESSION_REGLEMENTEE } from './talent.ts';

const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LISTE = { certitude: 'D', dateSource: '2021-05' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;

/** Several documents that prove one ground. */
const preuves = (motif: MotifTalent, code: string, libelle: string, source: string, elements: readonly ElementPiece[]): PieceDemandee => ({
  code,
  libelle,
  ...MOTIF,
  condition: motifs(motif),
  mode: { sorte: 'tous', elements },
  source,
  ...LOI,
});

const emploi: PieceDemandee = {
  code: 'tal_emploi',
  libelle: 'Contrat de travail',
  ...MOTIF,
  condition: motifs('salarie_qualifie', 'entreprise_innovante', 'mission', 'carte_bleue', 'medical'),
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Formulaire rempli par l’employeur : CERFA 15614 (salarié qualifié, entreprise innovante), 15615 (carte bleue européenne) ou 15616 (mission)',
      'Contrat de travail précisant la rémunération brute annuelle',
    ],
  },
  source: 'CESEDA L.421-9, L.421-11, L.421-13-1 ; listes ministérielles CSP « talent »',
  ...LISTE,
};

const diplome: PieceDemandee = {
  code: 'tal_diplome',
  libelle: 'Diplôme ou expérience professionnelle',
  ...MOTIF,
  condition: {
    tous: [motifs('salarie_qualifie', 'carte_bleue', 'chercheur', 'creation'), { non: DIPLOME_CONNU }, { non: CARTE_BLEUE_EUROPE }],
  },
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Diplôme au moins équivalent au master',
      'Carte bleue européenne : diplôme d’au moins trois années d’études supérieures',
      'Carte bleue européenne, création d’entreprise : au moins cinq ans d’expérience professionnelle d’un niveau comparable',
      'Carte bleue européenne : au moins trois ans d’expérience pertinente dans les sept dernières années',
    ],
  },
  source: 'CESEDA L.421-9 1°, L.421-11, L.421-14, L.421-16 1°, R.421-21 A',
  ...LOI,
};

const carteBleueEurope: PieceDemandee = {
  code: 'tal_carte_bleue_europe',
  libelle: 'Carte bleue européenne d’un autre État membre',
  ...MOTIF,
  condition: CARTE_BLEUE_EUROPE,
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'carte', document: 'La carte bleue européenne en cours de validité, recto et verso' },
      { code: 'sejour', document: 'Les preuves de votre séjour dans cet État : un an, ou six mois à partir de la deuxième mobilité' },
    ],
  },
  source: 'CESEDA L.421-11, alinéa 4, L.412-2 8°',
  ...LOI,
};

const convention: PieceDemandee = {
  code: 'tal_convention',
  libelle: 'Convention d’accueil',
  ...MOTIF,
  condition: motifs('chercheur'),
  mode: { sorte: 'unique', document: 'La convention d’accueil signée avec un organisme de recherche ou d’enseignement supérieur agréé' },
  source: 'CESEDA L.421-14, R.421-27',
  ...LOI,
};

const professionReglementee: PieceDemandee = {
  code: 'tal_profession_reglementee',
  libelle: 'Droit d’exercer la profession réglementée',
  ...MOTIF,
  condition: PROFESSION_REGLEMENTEE,
  mode: { sorte: 'unique', document: 'Le document qui prouve que vous pouvez exercer cette profession en France' },
  source: 'CESEDA R.421-15-1',
  ...LOI,
};

const SMIC_ANNUEL = 'Ressources au moins égales au SMIC brut annuel à temps plein';

/** What proves each other ground, at the first request as at the renewal. */
const parMotif: readonly PieceDemandee[] = [
  preuves('entreprise_innovante', 'tal_innovation', 'Entreprise innovante', 'CESEDA L.421-9 2° ; service-public.fr F16922', [
    {
      code: 'entreprise',
      document: 'La qualité de jeune entreprise innovante, ou la reconnaissance du caractère innovant de l’entreprise',
    },
    { code: 'lien', document: 'Le lien de votre emploi avec le projet de recherche ou le développement de l’entreprise' },
  ]),
  preuves('mission', 'tal_mission', 'Mission dans le groupe', 'CESEDA L.421-9 3° ; service-public.fr F16922', [
    { code: 'anciennete', document: 'Au moins trois mois d’ancienneté dans le groupe ou l’entreprise établis hors de France' },
    { code: 'groupe', document: 'Les liens entre l’entreprise établie en France et celle établie à l’étranger' },
  ]),
  preuves('medical', 'tal_exercice_medical', 'Exercice de la profession médicale ou de la pharmacie', 'CESEDA L.421-13-1, R.421-25-1', [
    { code: 'exercice', document: 'Décision d’affectation, attestation d’exercice temporaire ou autorisation d’exercer' },
    { code: 'charte', document: 'La charte des valeurs de la République et du principe de laïcité, signée' },
  ]),
  preuves('creation', 'tal_projet_creation', 'Création d’entreprise', 'CESEDA L.421-16 1°, R.421-33 à R.421-33-2', [
    { code: 'avis', document: 'L’avis du ministère chargé de l’économie sur le caractère réel et sérieux du projet' },
    { code: 'financement', document: 'Le financement du projet : au moins 30 000 €' },
    { code: 'ressources', document: SMIC_ANNUEL },
    { code: 'kbis', document: 'Un extrait Kbis, si l’entreprise est déjà créée', siConcerne: true },
  ]),
  preuves('projet_innovant', 'tal_projet_innovant', 'Projet économique innovant', 'CESEDA L.421-16 2°, R.421-34-1, R.421-34-2', [
    { code: 'avis', document: 'L’avis du ministère chargé de l’économie sur le caractère innovant du projet' },
    { code: 'reconnaissance', document: 'La reconnaissance du projet par un organisme public' },
    { code: 'ressources', document: SMIC_ANNUEL },
  ]),
  preuves('investisseur', 'tal_projet_investisseur', 'Investissement économique direct', 'CESEDA L.421-16 3°, R.421-35', [
    { code: 'societe', document: 'Votre investissement personnel, ou la direction de la société ou 30 % au moins de son capital' },
    { code: 'investissement', document: 'Un investissement en immobilisations d’au moins 300 000 €, fait ou promis' },
    { code: 'emploi', document: 'Les emplois créés ou sauvegardés, ou l’engagement de le faire dans les quatre ans' },
  ]),
  preuves('mandataire', 'tal_mandat', 'Mandat social et rémunération', 'CESEDA L.421-19, R.421-37, R.421-37-1', [
    { code: 'mandat', document: 'Votre fonction de représentant légal dans la société établie en France' },
    { code: 'groupe', document: 'Plus de trois mois comme salarié ou mandataire social dans une société du même groupe' },
    { code: 'remuneration', document: 'Une rémunération brute annuelle d’au moins trois fois le SMIC' },
  ]),
  preuves('artiste', 'tal_art', 'Activité d’artiste ou d’auteur', 'CESEDA L.421-20, R.421-37-2, R.421-37-3', [
    { code: 'qualite', document: 'Votre qualité d’artiste-interprète ou d’auteur, et votre projet en France' },
    { code: 'ressources', document: 'Des ressources, venant à 51 % de cette activité, d’au moins 70 % du SMIC brut par mois' },
    {
      code: 'contrats',
      document: 'Si vous êtes salarié : formulaire CERFA 15617 et contrats, trois mois au moins sur douze',
      siConcerne: true,
    },
  ]),
  preuves('renommee', 'tal_renom', 'Renommée et projet', 'CESEDA L.421-21, R.421-37-4', [
    { code: 'notoriete', document: 'Votre renommée nationale ou internationale' },
    { code: 'projet', document: 'La nature, l’objet et la durée de votre projet en France' },
    { code: 'ressources', document: SMIC_ANNUEL },
  ]),
];

export const piecesTalent: readonly PieceDemandee[] = [emploi, diplome, carteBleueEurope, convention, professionReglementee, ...parMotif];

/** Who lost their job has neither contract nor convention to show any more. */
const siEmploye = (piece: PieceDemandee): PieceDemandee => ({
  ...piece,
  condition: { tous: [...(piece.condition ? [piece.condition] : []), { non: PRIVE_EMPLOI }] },
});

const ACTIVITE: ModePiece = {
  sorte: 'un_parmi',
  choix: [
    'Éléments de la déclaration sociale nominative des douze derniers mois',
    'Attestation de votre employeur pour les douze derniers mois',
  ],
};

const activite: PieceDemandee = {
  code: 'tal_activite',
  libelle: 'Maintien de l’activité',
  ...MOTIF,
  condition: motifs('salarie_qualifie', 'entreprise_innovante', 'mission', 'carte_bleue', 'medical', 'chercheur'),
  mode: ACTIVITE,
  source: 'CESEDA R.433-2 ; listes ministérielles CSP « talent », renouvellement',
  ...LISTE,
};

const perteEmploi: PieceDemandee = {
  code: 'tal_perte_emploi',
  libelle: 'Perte involontaire d’emploi',
  ...MOTIF,
  condition: PRIVE_EMPLOI,
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'fin_de_contrat', document: 'L’attestation de votre employeur sur la fin du contrat' },
      { code: 'droits', document: 'Votre situation au regard de l’allocation d’assurance chômage et la durée de vos droits' },
    ],
  },
  source: 'CESEDA L.421-9, L.421-11, L.421-14 ; listes ministérielles CSP « talent », renouvellement',
  ...LISTE,
};

/** R.433-2: those of a first card, without the diploma already shown. */
export const piecesTalentRenouvellement: readonly PieceDemandee[] = [
  siEmploye(emploi),
  siEmploye(convention),
  siEmploye(activite),
  perteEmploi,
  professionReglementee,
  ...parMotif.map(siEmploye),
];
