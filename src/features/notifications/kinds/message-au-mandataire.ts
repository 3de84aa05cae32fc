// Who may answer for the person learns that the service has written; what, they read in the request, while the mandat lasts.
import { jourDe } from '#domain/jour.ts';
import type { MessageCourriel } from '../schema.ts';

export const messageAuMandataire: MessageCourriel = {
  canal: 'courriel',
  sorte: 'message_mandataire',
  a: 'repondre',
  pieces: false,
  composer: (faits) => ({ le: jourDe(faits.le), service: faits.prefecture?.nom ?? '' }),
};
