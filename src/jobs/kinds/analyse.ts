import { analyserFichier } from '#features/pieces/analyse/commands.ts';
import type { Job } from '../job.ts';

export const analyse: Job<'analyse'> = {
  simultanes: 1,
  run: async ({ fichierId }) => ({ fichier: fichierId, issue: await analyserFichier(fichierId) }),
};
