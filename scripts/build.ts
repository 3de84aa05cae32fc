// Production build: `next build` and the files that the standalone server needs beside it. Skipped when no source changed.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { fingerprint, unlessDone } from './fingerprint.ts';
import { generate } from './generate.ts';
import { inRoot } from './paths.ts';
import { runToEnd } from './run-to-end.ts';

const sources = ['src', 'public', 'prisma/schema', 'next.config.ts', 'package-lock.json', 'package.json', 'tsconfig.json'];
/** What the web process runs. */
export const standaloneServer = inRoot('.next', 'standalone', 'server.js');

/** Returns false when the build was already up to date. Throws with the message of `next build`. */
export async function build(): Promise<boolean> {
  await generate();
  const stamp = inRoot('.next', 'empreinte');
  if (!existsSync(standaloneServer)) rmSync(stamp, { force: true });
  return unlessDone(stamp, fingerprint(sources, ['src/platform/prisma']), async () => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    const { code, output } = await runToEnd(process.execPath, [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], env);
    if (code !== 0) throw new Error(`next build a échoué :\n${output}`);
    cpSync(inRoot('.next', 'static'), inRoot('.next', 'standalone', '.next', 'static'), { recursive: true });
    if (existsSync(inRoot('public'))) cpSync(inRoot('public'), inRoot('.next', 'standalone', 'public'), { recursive: true });
  });
}

if (import.meta.main) console.log((await build()) ? 'Construction faite.' : 'Construction déjà à jour.');
