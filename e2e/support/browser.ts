// A real Chromium on any machine: the one given, Playwright's own, the system's, the one of npm, then one installed on the spot.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { attempt, installDebian } from '../../scripts/debian.ts';

export type Browser = { executablePath: string; args: string[] };

// Small /dev/shm of containers. Playwright itself adds --no-sandbox.
const args = ['--disable-dev-shm-usage'];
// Our own arguments for the build of @sparticuz: its own (--single-process) crash between two tests.
const sparticuzArgs = [...args, '--use-angle=swiftshader'];

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser that is there but lacks a library of the system does not answer. */
const answers = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

const playwrightOwn = (): string | undefined => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);

function system(): string | undefined {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const found = systemNames
    .flatMap((name) => folders.map((folder) => `${folder}/${name}`))
    .find((path) => existsSync(path) && answers(path));
  return found ?? systemPaths.find((path) => existsSync(path));
}

async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    return answers(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Throws a sentence when no way gives a browser. */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.E2E_CHROMIUM;
  if (given) {
    if (answers(given)) return { executablePath: given, args };
    throw new Error(`E2E_CHROMIUM=${given} ne répond pas à --version.`);
  }
  const ready = playwrightOwn() ?? system();
  if (ready) return { executablePath: ready, args };
  const packed = await fromNpm();
  if (packed) return { executablePath: packed, args: sparticuzArgs };

  attempt('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  const downloaded = playwrightOwn();
  if (downloaded && answers(downloaded)) return { executablePath: downloaded, args };
  installDebian('chromium');
  const installed = system();
  if (installed) return { executablePath: installed, args };
  throw new Error('Aucun Chromium : installer Chromium ou Chrome, ou donner son chemin dans E2E_CHROMIUM, puis relancer npm test.');
}
