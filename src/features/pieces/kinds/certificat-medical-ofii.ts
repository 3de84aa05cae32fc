// The blank certificate of R.425-12, drawn by us: the real one is annexed to the arrete of 27 December 2016. Never uploaded: it goes to the
// OFII by post, under medical secrecy.
import 'server-only';
import { serviceMedicalOfii } from '#domain/liens.ts';
import type { Modele } from '../catalogue.ts';

export const certificatMedicalOfii: Modele = {
  titre: 'Certificat médical confidentiel – demande de titre de séjour pour soins',
  sujet: 'CESEDA, articles L. 425-9 et R. 425-12',
  date: new Date('2026-04-03T00:00:00Z'),
  fichier: 'certificat-medical-ofii.pdf',
  contenu: [
    {
      type: 'encadre',
      titre: 'Modèle de démonstration',
      contenu: [
        'Ce document ne remplace pas le modèle annexé à l’arrêté du 27 décembre 2016. Il montre ce que la personne reçoit et ce que le médecin remplit.',
      ],
    },
    { type: 'titre', niveau: 2, texte: 'À envoyer par courrier, jamais à la préfecture' },
    { type: 'paragraphe', texte: 'Sous pli fermé portant « Secret médical », dans le mois qui suit le dépôt de la demande, à :' },
    { type: 'paragraphe', texte: serviceMedicalOfii.join(', ') },
    { type: 'titre', niveau: 2, texte: 'La personne' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Nom de naissance', place: 1 },
        { terme: 'Prénoms', place: 1 },
        { terme: 'Date de naissance', place: 1 },
        { terme: 'N° de la demande', place: 1 },
        { terme: 'Pays d’origine', place: 1 },
      ],
    },
    { type: 'titre', niveau: 2, texte: 'À remplir par le médecin qui suit habituellement la personne, ou par un praticien hospitalier' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Antécédents', place: 3 },
        { terme: 'Pathologies en cours', place: 3 },
        { terme: 'Traitements et surveillance', place: 3 },
        { terme: 'Durée prévisible des soins', place: 1 },
        { terme: 'Conséquences d’un défaut de soins', place: 3 },
        { terme: 'Documents joints', place: 1 },
      ],
    },
    { type: 'titre', niveau: 2, texte: 'Signature' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Nom du médecin', place: 1 },
        { terme: 'N° d’inscription à l’ordre', place: 1 },
        { terme: 'Date', place: 1 },
        { terme: 'Signature et cachet', place: 3 },
      ],
    },
  ],
};
