// Victim of human trafficking or procuring, who complained or testifies: CESEDA L.425-1 (card of one year, renewed while the criminal
// procedure lasts), L.425-3 (carte de resident after a final conviction), R.425-5. Exempt of tax and stamp (L.436-8). The dossier is
// seen only by the agents of a list.
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { enRenouvellement, natureDemande } from '../blocs/demande.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { attestations } from '../blocs/famille.ts';
import { informationsDes16Ans, souhaiteTravailler } from '../blocs/minorite.ts';
import { contratEngagement, ephoto, nationalite } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';

const MOTIF = 'Motif de séjour';

/** F32257: any document that says who the person is; a victim may have been robbed of every paper. */
const indicationsEtatCivil: PieceDemandee = {
  code: 'etat_civil',
  libelle: 'Justificatif d’état civil',
  aide: 'Si vos papiers vous ont été pris, joignez ce que vous avez : une copie, une photo de vos documents, un acte.',
  groupe: 'Informations personnelles',
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Acte de naissance',
      'Passeport',
      'Carte d’identité ou carte consulaire',
      'Tout document présentant des indications relatives à votre état civil',
    ],
  },
  source: 'Service-public.fr, fiche F32257 ; CESEDA R.431-10',
  certitude: 'P',
  dateSource: '2020-10-13',
};

const plainte: PieceDemandee = {
  code: 'plainte',
  libelle: 'Dépôt de plainte ou témoignage dans la procédure pénale',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: ['Récépissé du dépôt de plainte', 'Document qui porte les références de la procédure pénale où se trouve votre témoignage'],
  },
  source: 'CESEDA L.425-1 et R.425-5',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const condamnation: PieceDemandee = {
  code: 'condamnation_definitive',
  libelle: 'Décision de condamnation définitive',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: { champ: 'condamnation_prononcee', parmi: ['oui'] },
  mode: { sorte: 'unique', document: 'Le jugement ou l’arrêt, avec le certificat de non-appel ou de non-pourvoi' },
  source: 'CESEDA L.425-3',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const liste2024: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.425-1, R.425-5, R.412-1 ; service-public.fr, fiche F32257',
  raison: 'Liste d’ouverture sur ce portail, contrat d’engagement compris',
  pieces: [
    ephoto,
    indicationsEtatCivil,
    {
      ...nationalite,
      requis: false,
      source: 'CESEDA annexe 10 ; facultatif : service-public.fr, fiche F32257',
      certitude: 'P',
      dateSource: '2020-10-13',
    },
    { ...titreActuel, condition: enRenouvellement },
    domicileOuDomiciliation,
    plainte,
    condamnation,
    contratEngagement,
  ],
};

export const v1: Procedure = {
  slug: 'victime-de-traite',
  version: 1,
  code: 'VUL-EVTEH',
  nom: 'Victime de traite des êtres humains ou de proxénétisme',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - VICTIME DE TRAITE DES ÊTRES HUMAINS OU DE PROXÉNÉTISME',
  famille: 'vulnerabilite',
  baseLegale: 'CESEDA L.425-1 à L.425-3, R.425-1 à R.425-6',
  sorte: 'premiere_demande',
  public:
    'Vous avez porté plainte ou témoignez contre une personne poursuivie pour traite ou proxénétisme, et vous avez rompu tout lien avec elle.',
  acces: { sorte: 'sans_titre', titres: ['victime'] },
  demandeur: 'soi',
  ouverture: {
    depuis: '2023-10-03',
    source: 'Arrêté du 28 septembre 2023 (CESEDA annexe 9)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'libre', article: 'L.425-1' },
  traitement: 'instruction',
  situation: [
    'Vous êtes dans une autre situation',
    'Vous êtes victime de traite des êtres humains ou de proxénétisme : vous avez porté plainte ou vous témoignez',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an, renouvelable pendant toute la procédure pénale',
    selon: [{ si: { champ: 'condamnation_prononcee', parmi: ['oui'] }, libelle: 'Carte de résident', duree: '10 ans' }],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1' },
  // L.432-13 2° names the carte de resident of L.425-3, not the card of L.425-1
  commission: 'L.432-13 2°',
  commissionSi: { champ: 'condamnation_prononcee', parmi: ['oui'] },
  travailPendantInstruction: { article: 'R.431-15-2' },
  tarif: 'exempt',
  accesRestreint: true,
  provenance: { source: 'CESEDA L.425-1 à L.425-3 ; service-public.fr, fiche F32257', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Nous vous posons le moins de questions possible. Votre dossier n’est vu que des agents habilités à le traiter.',
      sections: [
        {
          code: 'procedure_penale',
          titre: 'La procédure pénale',
          provenance: { source: 'CESEDA L.425-1, L.425-3, R.425-5 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
          champs: [
            natureDemande,
            {
              code: 'demarche_penale',
              type: 'choix',
              presentation: 'boutons',
              libelle: 'Qu’avez-vous fait auprès de la police, de la gendarmerie ou de la justice ?',
              libelleCourt: 'Démarche pénale',
              requis: true,
              options: [
                { code: 'plainte', libelle: 'J’ai porté plainte' },
                { code: 'temoignage', libelle: 'Je témoigne dans une procédure' },
              ],
            },
            { code: 'date_plainte', type: 'date', passee: true, libelle: 'Date de la plainte ou du témoignage', requis: true },
            {
              code: 'service_enqueteur',
              type: 'texte',
              forme: 'ligne',
              max: 120,
              libelle: 'Service de police ou de gendarmerie, ou tribunal',
            },
            {
              code: 'condamnation_prononcee',
              type: 'oui_non',
              libelle: 'La personne mise en cause a-t-elle été condamnée définitivement ?',
              libelleCourt: 'Condamnation définitive',
              aide: 'Si elle l’a été et que votre séjour est régulier, une carte de résident de 10 ans vous est délivrée (CESEDA, art. L. 425-3).',
              requis: true,
            },
            {
              code: 'lien_rompu',
              type: 'attestation',
              libelle: 'J’ai rompu tout lien avec la personne mise en cause.',
              libelleCourt: 'Atteste avoir rompu tout lien avec la personne mise en cause',
              requis: true,
            },
            {
              code: 'association',
              type: 'texte',
              forme: 'ligne',
              max: 120,
              libelle: 'Association qui vous accompagne (facultatif)',
              libelleCourt: 'Association',
            },
            souhaiteTravailler,
          ],
        },
        attestations,
      ],
    },
    informationsDes16Ans,
  ),
  listes: [liste2024],
  exemple: {
    reponses: {
      nom_naissance: 'TESTADEYEMI',
      prenoms: ['Blessing'],
      sexe: 'feminin',
      date_naissance: '1999-08-21',
      pays_naissance: 'NG',
      lieu_naissance: 'Benin City',
      nationalites: ['NG'],
      ...lille,
      email: 'blessing.testadeyemi@example.org',
      nature_demande: 'premiere',
      demarche_penale: 'plainte',
      date_plainte: '2026-09-14',
      service_enqueteur: 'Commissariat central de Lille',
      condamnation_prononcee: 'non',
      lien_rompu: 'oui',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'domiciliation' },
  },
};
