// The list of jobs, total over the queues.
import type { QueueName } from '#platform/queue.ts';
import type { Job } from './job.ts';
import { analyse } from './kinds/analyse.ts';
import { appareil } from './kinds/appareil.ts';
import { courriel } from './kinds/courriel.ts';
import { evenement } from './kinds/evenement.ts';
import { horloge } from './kinds/horloge.ts';
import { menage } from './kinds/menage.ts';
import { message } from './kinds/message.ts';
import { texto } from './kinds/texto.ts';

export const JOBS: { readonly [Q in QueueName]: Job<Q> } = { evenement, courriel, texto, appareil, analyse, message, horloge, menage };
