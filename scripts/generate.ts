// Writes the Prisma client into src/platform/prisma when the schema changed.
import { mkdirSync } from 'node:fs';
import { fingerprint, unlessDone } from './fingerprint.ts';
import { inRoot } from './paths.ts';
import { schemaFiles } from './prisma-files.ts';
import { runToEnd } from './run-to-end.ts';

const output = inRoot('src', 'platform', 'prisma');

/** Returns true when the client was written, false when it already was. Throws with Prisma's own message. */
export async function generate(): Promise<boolean> {
  if (schemaFiles().length === 0) return false;
  mkdirSync(output, { recursive: true });
  const hash = fingerprint(['prisma/schema', 'node_modules/prisma/package.json', 'node_modules/@prisma/client/package.json']);
  return unlessDone(inRoot('src', 'platform', 'prisma', '.empreinte'), hash, async () => {
    // generate never runs the schema engine, but downloads it unless it is told that there is one: any existing program will do.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
    const cli = inRoot('node_modules', 'prisma', 'build', 'index.js');
    const { code, output: text } = await runToEnd(process.execPath, [cli, 'generate', '--schema', 'prisma/schema', '--no-hints'], env);
    if (code !== 0) throw new Error(`prisma generate a échoué :\n${text}`);
  });
}

if (import.meta.main) console.log((await generate()) ? 'Client Prisma écrit.' : 'Client Prisma déjà à jour.');
