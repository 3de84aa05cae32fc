// R.431-2, arrete of 1 August 2023: the impossibility to file online is recorded; what comes next is the deposit at the desk.
import { z } from 'zod';
import { courriel } from '../schema.ts';
import { suivreTicket } from './ticket-lien.ts';

export const impossibiliteConstatee = courriel({
  sorte: 'impossibilite_constatee',
  objet: 'Impossibilité de déposer en ligne constatée',
  variables: z.object({
    nom: z.string(),
    numero: z.string(),
    le: z.string(),
    motif: z.string(),
    prefecture: z.object({ nom: z.string(), contacts: z.string() }),
    ticket: z.string().nullable(),
  }),
  secret: { contient: 'le jeton du lien, vide pour qui a un compte', exemple: 'jeton-exemple' },
  exemple: {
    nom: 'TESTCOLLINS Marshall',
    numero: '2026-004217',
    le: '20/11/2026',
    motif: 'L’étape « Justificatifs » échoue depuis trois jours.',
    prefecture: { nom: 'Préfecture du Nord', contacts: '12 rue Jean sans Peur, 59000 Lille' },
    ticket: null,
  },
  rediger: ({ nom, numero, le, motif, prefecture, ticket }, contexte) => ({
    sujet: 'Vous pouvez déposer votre demande au guichet',
    nom,
    contenu: [
      {
        type: 'paragraphe',
        texte: 'L’impossibilité de déposer votre demande en ligne est constatée (CESEDA, art. R. 431-2 ; arrêté du 1er août 2023).',
      },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Numéro de ticket', valeur: numero },
          { terme: 'Constatée le', valeur: le },
          { terme: 'Motif', valeur: motif },
          { terme: 'Préfecture', valeur: prefecture.nom },
          { terme: 'Adresse et contacts', valeur: prefecture.contacts },
        ],
      },
      {
        type: 'paragraphe',
        texte:
          'La préfecture vous invitera à son guichet. Un agent y déposera votre demande avec vous, par ce même portail : mêmes questions, mêmes pièces, mêmes documents. Attendez son invitation, et venez avec :',
      },
      {
        type: 'liste',
        elements: [
          'ce numéro de ticket ;',
          'votre passeport, ou une autre pièce qui prouve votre identité ;',
          'les pièces de votre demande, en originaux ou sur un téléphone ou une clé.',
        ],
      },
      {
        type: 'paragraphe',
        texte:
          'Si le portail fonctionne de nouveau entre-temps, vous pouvez toujours déposer en ligne. Ce message n’est pas une preuve de dépôt, ni de régularité du séjour.',
      },
      ...suivreTicket(ticket, contexte, 'Relire mes échanges'),
    ],
  }),
});
