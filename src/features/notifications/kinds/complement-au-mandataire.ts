// Who may answer for the person learns that an answer is awaited; what is asked, they read in the request, while the mandat lasts.
import { jourDe } from '#domain/jour.ts';
import type { MessageCourriel } from '../schema.ts';

export const complementAuMandataire: MessageCourriel = {
  canal: 'courriel',
  sorte: 'complement_mandataire',
  a: 'repondre',
  pieces: false,
  composer: (faits) => ({ le: jourDe(faits.le), service: faits.prefecture?.nom ?? '' }),
};
