// R.431-20: on what the titre is granted, and what its holder must answer to. Read with the person, signed by them at the hand-over.
import { jourDe } from '#domain/jour.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import { civilite, identiteDe, type KindDocument } from '../schema.ts';

export const noticeInformation: KindDocument = {
  sorte: 'notice_information',
  si: ({ procedure }) => procedure.sorte !== 'autre',
  nom: () => 'Notice d’information à signer à la remise',
  verifiable: false,
  composer(faits) {
    const { procedure, reponses, prefecture, remise } = faits;
    const titre = titreAccorde(procedure, { reponses, jour: jourDe(faits.deposeLe) });
    return {
      titre: 'NOTICE D’INFORMATION',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'Titulaire', valeur: civilite(identiteDe(reponses)) },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'Titre', valeur: titre.libelle },
            { terme: 'N° du titre', valeur: remise?.numeroTitre ?? '' },
            { terme: 'Préfecture', valeur: prefecture?.nom ?? '' },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'CONDITIONS DE LA DÉLIVRANCE' },
        {
          type: 'paragraphe',
          texte: `Ce titre est délivré sur le fondement de : ${procedure.baseLegale}. Il suppose que les conditions qui l’ont fait délivrer restent remplies pendant toute sa durée (CESEDA, art. L. 433-1).`,
        },
        { type: 'titre', niveau: 2, texte: 'VOS OBLIGATIONS' },
        {
          type: 'liste',
          elements: [
            'Répondre aux contrôles et aux convocations de l’administration, qui vérifie que ces conditions sont remplies (art. L. 433-1 et R. 431-20).',
            'Déclarer tout changement d’adresse dans les trois mois (art. R. 431-23).',
            'Déclarer tout changement de situation, et la perte ou le vol du titre.',
            'Demander le renouvellement entre le 120e et le 60e jour avant la fin du titre (art. R. 431-5).',
            'Porter le titre sur soi : il est présenté à toute réquisition des autorités (art. L. 812-1).',
          ],
        },
        { type: 'titre', niveau: 2, texte: 'SIGNATURE DU TITULAIRE' },
        {
          type: 'paragraphe',
          texte: 'Je reconnais avoir reçu cette information (CESEDA, art. R. 431-20).',
        },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Fait à, le', valeur: ' ' },
            { terme: 'Signature', valeur: ' ' },
          ],
        },
      ],
    };
  },
};
