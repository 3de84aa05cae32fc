import { annoncerAppareil } from '#features/compte/sessions/commands.ts';
import type { Job } from '../job.ts';

export const appareil: Job<'appareil'> = {
  simultanes: 1,
  run: async ({ sessionId }) => ({ session: sessionId, issue: await annoncerAppareil(sessionId) }),
};
