// Something happened to a dossier: its documents first, then those who must be told (a mail may attach a document), then what the machine
// does of it alone, then the days that it makes due. Each part is safe to repeat.
import { produireDocuments } from '#features/documents/commands.ts';
import { attribuerDepot } from '#features/dossier/attribution/commands.ts';
import { traiterDepot } from '#features/dossier/automatique/commands.ts';
import { appliquerEffet } from '#features/dossier/effets/commands.ts';
import { suivre } from '#features/dossier/remise/commands.ts';
import { suivreEvenement } from '#features/horloge/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import type { Job } from '../job.ts';

export const evenement: Job<'evenement'> = {
  simultanes: 2,
  async run({ evenementId }, at) {
    await produireDocuments(evenementId);
    await notifier(evenementId, at);
    await traiterDepot(evenementId, at);
    await attribuerDepot(evenementId, at);
    await appliquerEffet(evenementId, at);
    await suivre(evenementId, at);
    await suivreEvenement(evenementId, at);
    return { evenement: evenementId };
  },
};
