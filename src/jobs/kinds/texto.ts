// Sends one short message, to the number that the compte has now.
import { envoyerTexto } from '#features/notifications/textos/commands.ts';
import type { Job } from '../job.ts';

export const texto: Job<'texto'> = {
  simultanes: 1,
  run: async ({ textoId }, at) => ({ texto: textoId, issue: await envoyerTexto(textoId, at) }),
};
