// Every night: the days due of all the open dossiers, the alerts by name, what the machine does and says alone.
import { passerLaNuit } from '#features/horloge/commands.ts';
import type { Job } from '../job.ts';

export const horloge: Job<'horloge'> = {
  simultanes: 1,
  horaire: '20 2 * * *',
  run: ({ apres }, at, arret) => passerLaNuit(at, { apres, doitSArreter: () => arret?.aborted ?? false }),
};
