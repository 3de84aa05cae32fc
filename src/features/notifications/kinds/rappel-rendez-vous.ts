// S-201: a week before, by mail and by telephone. Nothing new is notified: the space already holds the convocation.
import { type MessageCourriel, type MessageTexto, nomDAppel } from '../schema.ts';
import { ecrire, rendezVousDe } from './convocation.ts';
import { quandEtOu } from './convocation-texto.ts';

export const rappelRendezVous: MessageCourriel = {
  canal: 'courriel',
  sorte: 'rappel_rendez_vous',
  pieces: false,
  composer: (faits) => {
    const rendezVous = rendezVousDe(faits);
    return { personne: nomDAppel(faits), dossier: faits.dossierId, rendezVous: ecrire(rendezVous), apporter: [...rendezVous.apporter] };
  },
};

export const rappelTexto: MessageTexto = {
  canal: 'texto',
  sorte: 'rappel_rendez_vous',
  texte: (faits) => `Rappel : rendez-vous ${quandEtOu(rendezVousDe(faits))}. Empêché ? Déplacez-le sur votre espace.`,
};
