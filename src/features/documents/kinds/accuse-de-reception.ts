// CRPA L.112-11, R.112-11-1: who received what and when; the service in charge and how to reach it; that silence makes a rejection, on which
// day; by which ways and in which periods it may be contested. Without it, no period of appeal can be opposed to the person (L.112-6, L.112-12).
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { citer } from '#domain/citation.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { jourDuSilence, silenceDe } from '#domain/procedure/suites.ts';
import { type FaitsDocument, identiteDe, type KindDocument, lignesIdentite } from '../schema.ts';

export const accuseDeReception: KindDocument = {
  sorte: 'accuse_de_reception',
  // what the machine decides at once has a confirmation of its own
  si: ({ procedure }) => procedure.traitement === 'instruction',
  nom: () => 'Accusé de réception de votre demande',
  verifiable: false,
  signature: 'Accusé de réception électronique (CRPA, art. R. 112-11-1)',
  composer(faits) {
    const { procedure, prefecture } = faits;
    const depot = jourDe(faits.deposeLe);
    return {
      titre: 'ACCUSÉ DE RÉCEPTION D’UNE DEMANDE',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'Demande', valeur: procedure.nom },
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'Reçue le', valeur: jourLisible(depot) },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'DEMANDEUR' },
        { type: 'definitions', lignes: lignesIdentite(identiteDe(faits.reponses)) },
        { type: 'titre', niveau: 2, texte: 'SERVICE CHARGÉ DE VOTRE DEMANDE' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Service', valeur: prefecture?.nom ?? '' },
            { terme: 'Adresse', valeur: prefecture?.adresse ?? '' },
            { terme: 'Courriel', valeur: prefecture?.courriel ?? '' },
            { terme: 'Téléphone', valeur: prefecture?.telephone ?? '' },
          ].filter(({ valeur }) => valeur !== ''),
        },
        { type: 'titre', niveau: 2, texte: 'SI L’ADMINISTRATION NE RÉPOND PAS' },
        ...silence(faits, depot),
        { type: 'titre', niveau: 2, texte: 'SI VOTRE DEMANDE EST INCOMPLÈTE' },
        {
          type: 'paragraphe',
          texte:
            'Vos pièces n’ont pas encore été examinées. S’il en manque, l’administration vous dira lesquelles et vous laissera un délai pour les donner ; le délai ci-dessus s’arrête pendant ce temps, et vous serez informé(e) de sa nouvelle date dans votre espace personnel (CRPA, art. L. 114-5 et R. 112-11-4).',
        },
        {
          type: 'paragraphe',
          texte: 'Cet accusé de réception ne justifie pas de la régularité du séjour.',
        },
      ],
    };
  },
};

function silence({ procedure, reponses, prefecture }: FaitsDocument, depot: string): Bloc[] {
  const regle = silenceDe(procedure, { reponses, jour: depot });
  if (!regle)
    return [
      {
        type: 'paragraphe',
        texte:
          'Aucun texte propre à cette démarche ne dit ce que vaut le silence de l’administration. Vous pouvez à tout moment demander où en est votre demande depuis votre espace personnel.',
      },
    ];
  const tribunal = prefecture?.tribunal ?? 'tribunal administratif de votre résidence';
  return [
    {
      type: 'paragraphe',
      texte: [
        'Si votre demande est complète et si vous n’avez reçu aucune réponse le ',
        { gras: jourLisible(jourDuSilence(regle, depot)) },
        `, elle est rejetée par une décision implicite (${citer(regle.article)}).`,
      ],
    },
    {
      type: 'liste',
      elements: [
        'Vous pouvez alors demander les motifs de ce rejet pendant le délai de recours ; l’administration doit les donner dans le mois (CRPA, art. L. 232-4).',
        `Dans les deux mois de ce rejet, vous pouvez saisir le ${tribunal}, y compris en ligne sur www.telerecours.fr (code de justice administrative, art. R. 421-1 et R. 421-2).`,
        'Dans le même délai, vous pouvez former un recours gracieux auprès du préfet ou un recours hiérarchique auprès du ministre de l’intérieur ; le délai pour saisir le tribunal repart alors quand ce recours est rejeté, ou resté deux mois sans réponse (CRPA, art. L. 411-2 et L. 411-7).',
      ],
    },
  ];
}
