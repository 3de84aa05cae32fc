// The command "déposer" alone, without HTTP: `node deposit-alone.ts <file of drafts>`. Prints its rate as JSON.
import { readFileSync } from 'node:fs';
import { porteeUsager } from '#domain/access/scope.ts';
import { deposer } from '#features/dossier/depot/commands.ts';
import type { Draft } from './drafts.ts';

export type Alone = { done: number; perSecond: number; server: number };

if (import.meta.main) {
  const drafts = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Draft[];
  const one = async ({ dossierId, compteId }: Draft): Promise<void> => {
    const usager = {
      sorte: 'usager',
      compteId,
      sessionId: compteId,
      email: '',
      nom: null,
      numeroEtranger: null,
      langue: 'fr',
      confies: [],
    } as const;
    const depot = await deposer({ acteur: usager, portee: porteeUsager(usager), at: new Date() }, dossierId, '');
    if (!depot.ok) throw new Error(`dépôt refusé : ${depot.refus}`);
  };
  const series = async (list: Draft[]): Promise<void> => {
    const turns = Array.from({ length: 16 }, async () => {
      for (let draft = list.pop(); draft; draft = list.pop()) await one(draft);
    });
    await Promise.all(turns);
  };
  // The others warm the process up: the floor has served ten thousand requests when it is measured.
  const measured = drafts.splice(0, Math.floor(drafts.length / 4));
  await series(drafts);
  const cpu = process.cpuUsage();
  const since = performance.now();
  const done = measured.length;
  await series(measured);
  const seconds = (performance.now() - since) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const alone: Alone = { done, perSecond: done / seconds, server: (user + system) / 1000 / done };
  console.log(JSON.stringify(alone));
  process.exit();
}
