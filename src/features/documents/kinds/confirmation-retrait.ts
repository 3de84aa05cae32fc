// C33: the proof that the request was withdrawn, on which day, by whom, and what it ends.

import { z } from 'zod';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { identiteDe, type KindDocument, lignesIdentite, verification } from '../schema.ts';

const fait = z.object({ lettreLe: z.string().optional() });

export const confirmationRetrait: KindDocument = {
  sorte: 'confirmation_retrait',
  nom: () => 'Confirmation du retrait de la demande',
  verifiable: true,
  signature: 'Confirmation du retrait',
  composer(faits, { code, adresseVerification }) {
    const { procedure, reponses, prefecture } = faits;
    const { lettreLe } = fait.parse(faits.details);
    const le = jourLisible(jourDe(faits.le));
    return {
      titre: 'CONFIRMATION DU RETRAIT DE LA DEMANDE',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'Démarche', valeur: procedure.nom },
            { terme: 'Préfecture', valeur: prefecture?.nom ?? '' },
            { terme: 'Déposée le', valeur: jourLisible(jourDe(faits.deposeLe)) },
            { terme: 'Retirée le', valeur: le },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'PERSONNE CONCERNÉE' },
        { type: 'definitions', lignes: lignesIdentite(identiteDe(reponses)) },
        {
          type: 'paragraphe',
          texte: lettreLe
            ? `La demande ci-dessus est retirée le ${le}, à la demande écrite de la personne du ${jourLisible(lettreLe)}.`
            : `La demande ci-dessus a été retirée le ${le} depuis l’espace personnel de la personne.`,
        },
        {
          type: 'encadre',
          titre: 'Ce que cela change',
          contenu: [
            'L’examen de la demande est arrêté : aucune décision n’est prise.',
            'Les attestations de prolongation de l’instruction délivrées pour cette demande ne sont plus valables. Ce document ne donne aucun droit au séjour.',
            'Les rendez-vous à venir pour cette demande sont annulés. Aucune taxe n’est due.',
            'Une nouvelle demande peut être déposée à tout moment ; elle est examinée depuis le début.',
          ],
        },
        ...verification(code, adresseVerification, 'cette confirmation'),
      ],
    };
  },
};
