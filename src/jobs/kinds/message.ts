import { fairePartir } from '#features/dossier/messages/commands.ts';
import type { Job } from '../job.ts';

export const message: Job<'message'> = {
  simultanes: 1,
  run: async ({ messageId }, at) => ({ message: messageId, issue: await fairePartir(messageId, at) }),
};
