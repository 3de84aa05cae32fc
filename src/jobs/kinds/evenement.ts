// Something happened to a dossier: its documents first, then those who must be told (a mail may attach a document).
import { produireDocuments } from '#features/documents/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import type { Job } from '../job.ts';

export const evenement: Job<'evenement'> = {
  simultanes: 2,
  async run({ evenementId }, at) {
    await produireDocuments(evenementId);
    await notifier(evenementId, at);
    return { evenement: evenementId };
  },
};
