// The stages of the verification: each runs one tool and says how many checks passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { generate } from './generate.ts';
import { donnees, inRoot } from './paths.ts';
import { findReaders } from './readers.ts';
import { runToEnd } from './run-to-end.ts';

export type Count = { passed: number; failed: number; output: string };
export type Stage = { name: string; run: () => Promise<Count> };

const node = process.execPath;
const bin = (...path: string[]): string => inRoot('node_modules', ...path);
const one = (ok: boolean, output: string): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

/** A tool that is one check by itself: its output is shown only when it fails. */
async function tool(command: string, args: string[]): Promise<Count> {
  const { code, output } = await runToEnd(command, args, { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' });
  return one(code === 0, output);
}

async function attempt(work: () => Promise<unknown>): Promise<Count> {
  try {
    await work();
    return one(true, '');
  } catch (error) {
    return one(false, error instanceof Error ? error.message : String(error));
  }
}

/** A runner that writes a JSON report. Without a readable report, or when it fails without a failed test, one failure is counted. */
async function runner(
  args: string[],
  env: NodeJS.ProcessEnv,
  report: string,
  count: (json: string) => { passed: number; failed: number },
): Promise<Count> {
  mkdirSync(donnees, { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runToEnd(node, args, env, true);
  try {
    const { passed, failed } = count(readFileSync(report, 'utf8'));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output: '' };
  } catch {
    return { passed: 0, failed: 1, output: `Pas de compte rendu (${args[0]}, code ${code}).` };
  }
}

type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };

const vitestCount = (json: string) => {
  const report = JSON.parse(json) as VitestReport;
  // A file that cannot even be read has no test: it counts as one failure.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
};

const playwrightCount = (json: string) => {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
};

/** The Prisma client and the types of the routes, which the other stages read. */
export const generation: Stage = {
  name: 'génération',
  run: () =>
    attempt(async () => {
      await generate();
      const { code, output } = await runToEnd(node, [bin('next', 'dist', 'bin', 'next'), 'typegen']);
      if (code !== 0) throw new Error(output);
    }),
};

export const lint: Stage = {
  name: 'lint',
  run: () => tool(node, [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--diagnostic-level=warn', '--error-on-warnings']),
};
export const types: Stage = { name: 'types', run: () => tool(node, [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']) };
export const unused: Stage = { name: 'code inutilisé (knip)', run: () => tool(node, [bin('knip', 'bin', 'knip.js'), '--no-progress']) };
export const production: Stage = { name: 'construction', run: () => attempt(build) };

const vitestReport = join(donnees, 'vitest.json');
export const vitest: Stage = {
  name: 'tests unitaires et de base',
  run: () => {
    findReaders();
    const args = [bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
    return runner(args, { ...process.env, NODE_ENV: 'test' }, vitestReport, vitestCount);
  },
};

const playwrightReport = join(donnees, 'playwright.json');
export const endToEnd: Stage = {
  name: 'tests de bout en bout',
  run: () => {
    const args = [bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'];
    return runner(args, { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }, playwrightReport, playwrightCount);
  },
};
