// R.431-20: on what the titre is granted, and what its holder must answer to. Read with the person, signed by them at the hand-over.
import { fondementDe } from '#domain/dossier/fondement.ts';
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
    const contexte = { reponses, jour: jourDe(faits.deposeLe) };
    const titre = titreAccorde(procedure, contexte);
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
          texte: `Ce titre est délivré sur le fondement de : ${fondementDe(procedure, contexte)}. ${conditions(titre.libelle)}`,
        },
        { type: 'titre', niveau: 2, texte: 'VOS OBLIGATIONS' },
        {
          type: 'liste',
          elements: [
            'Répondre aux contrôles et aux convocations de l’administration, qui vérifie que ces conditions sont remplies (art. L. 433-1 et R. 431-20).',
            'Déclarer tout changement d’adresse dans les trois mois, si le titre dure plus d’un an (art. R. 431-23).',
            'Signaler un changement de situation qui touche à ces conditions, et la perte ou le vol du titre.',
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
            { terme: 'Fait à, le', place: 1 },
            { terme: 'Signature', place: 3 },
          ],
        },
      ],
    };
  },
};

/** L.433-1 and L.432-5 speak of the cards of one or several years; L.433-2 of the carte de résident. */
const conditions = (libelle: string): string =>
  /résident/i.test(libelle)
    ? 'La carte de résident est renouvelable de plein droit, si vous résidez habituellement en France et sauf menace grave pour l’ordre public (CESEDA, art. L. 433-2 et L. 432-3).'
    : 'Il peut être retiré, ou ne pas être renouvelé, si les conditions qui l’ont fait délivrer ne sont plus remplies (CESEDA, art. L. 432-5 et L. 433-1).';
