// S-149: the deposit is told by a mail of its own, with the confirmation attached; there is nothing to open in the space.
import { type MessageCourriel, nomDAppel } from '../schema.ts';

export const depotEnregistre: MessageCourriel = {
  canal: 'courriel',
  sorte: 'demande_enregistree',
  pieces: true,
  si: ({ procedure }) => procedure.traitement === 'instruction',
  composer: (faits) => ({ personne: nomDAppel(faits), numero: faits.numero }),
};
