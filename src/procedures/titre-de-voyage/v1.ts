// Travel document of refugees (TVR, L.561-9) and of beneficiaries of the subsidiary protection (TIV, L.561-10), and of their minor
// children (L.561-11): R.561-5 to R.561-9. Not the stateless persons' (TVA), asked at the prefecture. The ephoto takes the place of the two
// photographs of R.561-8.
import type { ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { enRenouvellement, natureDemande } from '../blocs/demande.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { adresse, contact, etatCivil } from '../blocs/identite.ts';
import { filiationMineur, MINEUR, qualiteRepresentant } from '../blocs/mineur.ts';
import { ephoto, timbre } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { decisionProtection } from '../blocs/pieces-voyage.ts';
import { titreConnu } from '../blocs/titre.ts';

const ancienTitre: PieceDemandee = {
  code: 'ancien_titre_voyage',
  libelle: 'Ancien titre de voyage',
  aide: 'Vous le rendrez à la remise du nouveau (CESEDA, art. R. 561-7).',
  groupe: 'Motif de la demande',
  requis: true,
  moment: 'depot',
  condition: enRenouvellement,
  mode: { sorte: 'unique', document: 'Copie de toutes les pages de votre ancien titre de voyage' },
  source: 'CESEDA R.561-7 ; service-public.fr, fiches F15401 et F2689',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const voyage: Section = {
  code: 'voyage',
  titre: 'Votre titre de voyage',
  introduction:
    'Le titre de voyage ne permet pas d’aller dans le pays où vos craintes ont été reconnues. Les pays interdits y sont imprimés.',
  provenance: {
    source: 'CESEDA L.561-9 à L.561-11 et annexe 3, II B (taille, couleur des yeux)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  champs: [
    natureDemande,
    {
      code: 'protection',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'De quelle protection bénéficiez-vous ?',
      libelleCourt: 'Protection',
      requis: true,
      options: [
        { code: 'refugie', libelle: 'Je suis réfugié(e)' },
        { code: 'subsidiaire', libelle: 'J’ai la protection subsidiaire' },
        { code: 'enfant', libelle: 'L’enfant mineur d’une personne protégée, sans protection propre' },
        { code: 'aucune', libelle: 'Aucune de ces protections' },
      ],
      arret: {
        si: { champ: 'protection', parmi: ['aucune'] },
        message:
          'Ce titre de voyage est réservé aux personnes protégées par l’Ofpra et à leurs enfants mineurs. Les apatrides le demandent à la préfecture.',
        vers: { orientation: 'apatride' },
      },
    },
    { code: 'taille', type: 'nombre', min: 30, max: 250, unite: 'cm', libelle: 'Taille', requis: true },
    {
      code: 'couleur_yeux',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Couleur des yeux',
      requis: true,
      options: [
        { code: 'marron', libelle: 'Marron' },
        { code: 'noir', libelle: 'Noir' },
        { code: 'bleu', libelle: 'Bleu' },
        { code: 'vert', libelle: 'Vert' },
        { code: 'gris', libelle: 'Gris' },
        { code: 'noisette', libelle: 'Noisette' },
        { code: 'vairon', libelle: 'Vairon' },
      ],
    },
  ],
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'CESEDA R.561-7 à R.561-9 ; service-public.fr, fiches F15401 et F2689',
  raison: 'Liste d’ouverture sur ce portail',
  pieces: [
    ephoto,
    { ...titreActuel, source: 'CESEDA R.561-8 1°', certitude: 'L', dateSource: '2026-04-03' },
    domicileOuDomiciliation,
    decisionProtection,
    ancienTitre,
    { ...filiationMineur, condition: MINEUR },
    { ...qualiteRepresentant, condition: MINEUR },
    timbre,
  ],
};

export const v1: Procedure = {
  slug: 'titre-de-voyage',
  version: 1,
  code: 'TVE-BPI',
  nom: 'Titre de voyage des personnes protégées',
  titreListe: 'DEMANDE DE TITRE DE VOYAGE POUR RÉFUGIÉ OU DE TITRE D’IDENTITÉ ET DE VOYAGE',
  famille: 'voyage',
  baseLegale: 'CESEDA L.561-9 à L.561-13, R.561-5 à R.561-11',
  sorte: 'autre',
  public:
    'Vous êtes réfugié(e) ou vous avez la protection subsidiaire, avec un titre de séjour en cours de validité, et vous voulez voyager hors de France.',
  acces: { sorte: 'titre', titres: ['refugie', 'protection_subsidiaire', 'resident'] },
  demandeur: 'soi',
  ouverture: {
    depuis: '2022-09-01',
    source: 'Service cité par les guides de 2022 ; aucun arrêté ne date son ouverture',
    certitude: 'X',
    dateSource: '2022',
  },
  fenetre: { sorte: 'libre', article: 'L.561-9' },
  traitement: 'instruction',
  situation: ['Vous demandez un document de voyage', 'Vous êtes protégé(e) par l’Ofpra'],
  titreDelivre: {
    libelle: 'Titre d’identité et de voyage',
    duree: '4 ans avec une carte de séjour pluriannuelle, 5 ans avec une carte de résident',
    selon: [{ si: { champ: 'protection', parmi: ['refugie'] }, libelle: 'Titre de voyage pour réfugié', duree: '5 ans' }],
  },
  silence: [],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Cette attestation ne permet pas de voyager et ne justifie pas de la régularité du séjour.',
    article: 'R.431-15-1',
  },
  tarif: 'titre_voyage',
  tarifSelon: [
    { si: { champ: 'titre_type', parmi: ['refugie', 'resident'] }, tarif: 'titre_voyage', cas: 'cinq_ans' },
    { si: { champ: 'titre_type', parmi: ['protection_subsidiaire'] }, tarif: 'titre_voyage', cas: 'quatre_ans' },
  ],
  provenance: { source: 'CESEDA R.561-5 à R.561-9', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesCourtes(
    [
      {
        code: 'etat_civil',
        titre: 'Votre titre et votre état civil',
        entete: 'Vérifiez ce que l’administration sait de vous. Corrigez ce qui n’est pas exact.',
        sections: [titreConnu, etatCivil],
      },
      { code: 'motif', titre: 'Le titre de voyage', sections: [voyage] },
      { code: 'coordonnees', titre: 'Votre adresse et votre téléphone', sections: [adresse, contact] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      numero_etranger: '5999000008',
      titre_type: 'refugie',
      titre_debut: '2025-03-10',
      titre_fin: '2035-03-09',
      nom_naissance: 'TESTAHMADI',
      prenoms: ['Farid'],
      sexe: 'masculin',
      date_naissance: '1994-01-01',
      pays_naissance: 'AF',
      lieu_naissance: 'Hérat',
      nationalites: ['AF'],
      nature_demande: 'premiere',
      protection: 'refugie',
      taille: '176',
      couleur_yeux: 'marron',
      ...lille,
      email: 'farid.testahmadi@example.org',
    },
    variantes: { domicile: 'personnel' },
  },
};
