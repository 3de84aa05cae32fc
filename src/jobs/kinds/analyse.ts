import { analyserCapture } from '#features/assistance/captures/commands.ts';
import { analyserJointe } from '#features/dossier/messages/fichiers/commands.ts';
import { analyserFichier } from '#features/pieces/analyse/commands.ts';
import type { Job } from '../job.ts';

export const analyse: Job<'analyse'> = {
  simultanes: 1,
  async run(job): Promise<Record<string, string>> {
    if ('messageFichierId' in job) return { jointe: job.messageFichierId, issue: await analyserJointe(job.messageFichierId) };
    if ('captureId' in job) return { capture: job.captureId, issue: await analyserCapture(job.captureId) };
    return { fichier: job.fichierId, issue: await analyserFichier(job.fichierId) };
  },
};
