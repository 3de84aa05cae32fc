// The contract of L. 412-7 and R. 412-1. The official text is annexe 12 of the code, which is not reproduced here: the seven
// commitments are those that the law itself lists, word for word, and the document says that it is a demonstration.
import 'server-only';
import type { Modele } from '../catalogue.ts';

const ENGAGEMENTS: readonly string[] = [
  'la liberté personnelle',
  'la liberté d’expression et de conscience',
  'l’égalité entre les femmes et les hommes',
  'la dignité de la personne humaine',
  'la devise et les symboles de la République au sens de l’article 2 de la Constitution',
  'l’intégrité territoriale, définie par les frontières nationales',
];

/** Where every model is signed, and what to do with it then. */
export const SIGNATURE: Modele['contenu'] = [
  { type: 'titre', niveau: 2, texte: 'Signature' },
  {
    type: 'definitions',
    lignes: [
      { terme: 'Nom', place: 1 },
      { terme: 'Prénoms', place: 1 },
      { terme: 'Date de naissance', place: 1 },
      { terme: 'Fait à', place: 1 },
      { terme: 'Le', place: 1 },
      { terme: 'Signature', place: 3 },
    ],
  },
  {
    type: 'paragraphe',
    texte: 'Imprimez ce document, datez-le et signez-le, numérisez-le ou photographiez-le, puis joignez-le à votre demande.',
  },
];

export const contratEngagement: Modele = {
  titre: 'Contrat d’engagement au respect des principes de la République',
  sujet: 'CESEDA, articles L. 412-7 et R. 412-1',
  date: new Date('2024-07-17T00:00:00Z'),
  fichier: 'contrat-engagement.pdf',
  contenu: [
    {
      type: 'encadre',
      titre: 'Modèle de démonstration',
      contenu: [
        'Ce document reprend les engagements énumérés par l’article L. 412-7 du CESEDA. Il ne remplace pas le contrat type de l’annexe 12 du code, que l’administration met à disposition avec sa traduction dans une langue que vous comprenez (article R. 412-2).',
      ],
    },
    { type: 'titre', niveau: 2, texte: 'Ce à quoi je m’engage' },
    { type: 'paragraphe', texte: 'En sollicitant un document de séjour, je m’engage à respecter :' },
    { type: 'liste', elements: [...ENGAGEMENTS] },
    {
      type: 'paragraphe',
      texte:
        'et à ne pas me prévaloir de mes croyances ou de mes convictions pour m’affranchir des règles communes régissant les relations entre les services publics et les particuliers.',
    },
    { type: 'titre', niveau: 2, texte: 'Ce que la loi prévoit' },
    {
      type: 'paragraphe',
      texte:
        'Aucun document de séjour ne peut être délivré à un étranger qui refuse de souscrire ce contrat ou dont le comportement manifeste qu’il n’en respecte pas les obligations (CESEDA, article L. 412-8). Un nouveau contrat est signé à chaque demande de renouvellement (article R. 412-1).',
    },
    ...SIGNATURE,
  ],
};
