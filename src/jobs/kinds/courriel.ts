import { envoyerCourriel } from '#features/notifications/courriels/commands.ts';
import type { Job } from '../job.ts';

export const courriel: Job<'courriel'> = {
  simultanes: 4,
  run: async ({ courrielId }, at) => ({ courriel: courrielId, issue: await envoyerCourriel(courrielId, at) }),
};
