// Who a judge protects from violence in the couple, or from a forced marriage: CESEDA L.425-6, L.425-7, L.425-8. Exempt of tax and stamp
// (L.436-8; L.425-7 gives « la carte prévue à l'article L. 425-6 », so the exemption is the same). The dossier is seen only by the agents
// of a list and its address is printed nowhere.
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { enRenouvellement, natureDemande } from '../blocs/demande.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { attestations } from '../blocs/famille.ts';
import { informationsDes16Ans } from '../blocs/minorite.ts';
import { contratEngagement, ephoto, nationalite } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';

const MOTIF = 'Motif de séjour';
const enVigueur = { champ: 'ordonnance_en_vigueur', parmi: ['oui'] } as const;

const ordonnance: PieceDemandee = {
  code: 'ordonnance_protection',
  libelle: 'Ordonnance de protection',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: enVigueur,
  mode: { sorte: 'unique', document: 'L’ordonnance du juge aux affaires familiales (code civil, art. 515-9 ou 515-13)' },
  source: 'CESEDA L.425-6 et L.425-7 ; liste ministérielle de mai 2021',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const plainte: PieceDemandee = {
  code: 'plainte',
  libelle: 'Dépôt de plainte contre l’auteur des faits',
  aide: 'La carte est renouvelée pendant toute la procédure pénale, même après la fin de l’ordonnance.',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: { champ: 'plainte_deposee', parmi: ['oui'] },
  mode: { sorte: 'un_parmi', choix: ['Récépissé du dépôt de plainte', 'Document qui porte les références de la procédure pénale'] },
  source: 'CESEDA L.425-6, troisième alinéa',
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
  source: 'CESEDA L.425-8',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const liste2024: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.425-6 à L.425-8, R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture sur ce portail, contrat d’engagement compris',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    { ...titreActuel, condition: enRenouvellement },
    domicileOuDomiciliation,
    ordonnance,
    plainte,
    condamnation,
    contratEngagement,
  ],
};

export const v1: Procedure = {
  slug: 'ordonnance-de-protection',
  version: 1,
  code: 'VUL-BOP',
  nom: 'Bénéficiaire d’une ordonnance de protection',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - BÉNÉFICIAIRE D’UNE ORDONNANCE DE PROTECTION',
  famille: 'vulnerabilite',
  baseLegale: 'CESEDA L.425-6 à L.425-8 ; code civil, art. 515-9 et 515-13',
  sorte: 'premiere_demande',
  public: 'Un juge vous protège, par une ordonnance de protection, de violences dans votre couple ou d’un mariage forcé.',
  acces: { sorte: 'sans_titre', titres: ['ordonnance_protection'] },
  demandeur: 'soi',
  ouverture: {
    depuis: '2023-10-03',
    source: 'Arrêté du 28 septembre 2023 (CESEDA annexe 9)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'libre', article: 'L.425-6' },
  traitement: 'instruction',
  situation: ['Vous êtes dans une autre situation', 'Vous bénéficiez d’une ordonnance de protection'],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an, renouvelée tant que l’ordonnance est en vigueur ou que dure la procédure pénale',
    selon: [{ si: { champ: 'condamnation_prononcee', parmi: ['oui'] }, libelle: 'Carte de résident', duree: '10 ans' }],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1' },
  // a renewal keeps the right to work; a first request does not give it (L.425-6 is not named by R.431-15-2)
  travailPendantInstruction: { article: 'R.431-15-2, dernier alinéa', si: enRenouvellement },
  tarif: 'exempt',
  accesRestreint: true,
  agdref: ['9835'],
  provenance: { source: 'CESEDA L.425-6 à L.425-8 ; liste ministérielle de mai 2021', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Votre dossier n’est vu que des agents habilités à le traiter, et votre adresse n’est imprimée sur aucun document.',
      sections: [
        {
          code: 'ordonnance',
          titre: 'L’ordonnance de protection',
          provenance: { source: 'CESEDA L.425-6 à L.425-8 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
          champs: [
            natureDemande,
            {
              code: 'fondement_ordonnance',
              type: 'choix',
              presentation: 'boutons',
              libelle: 'De quoi l’ordonnance vous protège-t-elle ?',
              libelleCourt: 'Fondement de l’ordonnance',
              requis: true,
              options: [
                { code: 'violences', libelle: 'De violences dans le couple ou d’un ancien conjoint, partenaire ou concubin' },
                { code: 'mariage_force', libelle: 'D’un mariage forcé' },
              ],
            },
            {
              code: 'ordonnance_en_vigueur',
              type: 'oui_non',
              libelle: 'L’ordonnance est-elle encore en vigueur ?',
              libelleCourt: 'Ordonnance en vigueur',
              requis: true,
            },
            { code: 'date_ordonnance', type: 'date', passee: true, libelle: 'Date de l’ordonnance', requis: true },
            {
              code: 'date_fin_ordonnance',
              type: 'date',
              passee: false,
              libelle: 'L’ordonnance est valable jusqu’au',
              visible: enVigueur,
            },
            { code: 'juridiction', type: 'texte', forme: 'ligne', max: 120, libelle: 'Tribunal qui l’a rendue', requis: true },
            {
              code: 'plainte_deposee',
              type: 'oui_non',
              libelle: 'Avez-vous porté plainte contre l’auteur des faits ?',
              libelleCourt: 'Plainte déposée',
              requis: true,
            },
            {
              code: 'condamnation_prononcee',
              type: 'oui_non',
              libelle: 'La personne mise en cause a-t-elle été condamnée définitivement ?',
              libelleCourt: 'Condamnation définitive',
              aide: 'Si elle l’a été après votre plainte, une carte de résident de 10 ans vous est délivrée (CESEDA, art. L. 425-8).',
              requis: true,
              visible: { champ: 'plainte_deposee', parmi: ['oui'] },
            },
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
      nom_naissance: 'TESTMORALES',
      prenoms: ['Lucía'],
      sexe: 'feminin',
      date_naissance: '1993-11-02',
      pays_naissance: 'PE',
      lieu_naissance: 'Lima',
      nationalites: ['PE'],
      ...lille,
      email: 'lucia.testmorales@example.org',
      nature_demande: 'premiere',
      fondement_ordonnance: 'violences',
      ordonnance_en_vigueur: 'oui',
      date_ordonnance: '2026-10-12',
      date_fin_ordonnance: '2027-10-12',
      juridiction: 'Tribunal judiciaire de Lille',
      plainte_deposee: 'oui',
      condamnation_prononcee: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'domiciliation' },
  },
};
