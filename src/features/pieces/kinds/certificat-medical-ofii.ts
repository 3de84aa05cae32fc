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
        { terme: 'Nom de naissance', valeur: ' ' },
        { terme: 'Prénoms', valeur: ' ' },
        { terme: 'Date de naissance', valeur: ' ' },
        { terme: 'N° de la demande', valeur: ' ' },
        { terme: 'Pays d’origine', valeur: ' ' },
      ],
    },
    { type: 'titre', niveau: 2, texte: 'À remplir par le médecin qui suit habituellement la personne, ou par un praticien hospitalier' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Antécédents', valeur: ' ' },
        { terme: 'Pathologies en cours', valeur: ' ' },
        { terme: 'Traitements et surveillance', valeur: ' ' },
        { terme: 'Durée prévisible des soins', valeur: ' ' },
        { terme: 'Conséquences d’un défaut de soins', valeur: ' ' },
        { terme: 'Documents joints', valeur: ' ' },
      ],
    },
    { type: 'titre', niveau: 2, texte: 'Signature' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Nom du médecin', valeur: ' ' },
        { terme: 'N° d’inscription à l’ordre', valeur: ' ' },
        { terme: 'Date', valeur: ' ' },
        { terme: 'Signature et cachet', valeur: ' ' },
      ],
    },
  ],
};
