// S-230: the confirmation of the validation is sent by mail, and stays in the space.
import { type MessageCourriel, nomDAppel } from '../schema.ts';

export const vlsTsValide: MessageCourriel = {
  canal: 'courriel',
  sorte: 'vls_ts_valide',
  pieces: true,
  composer: (faits) => ({ personne: nomDAppel(faits), numero: faits.numero }),
};
