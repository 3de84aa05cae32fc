import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Entry = { version?: string; resolved?: string; extraneous?: boolean; optionalDependencies?: Record<string, string> };
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const entries = Object.entries(lock.packages);

/** The lock entry that Node would find from `path`: its own node_modules first, then each parent's. */
function reached(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

// A registry that lacks the package of another platform leaves it out of the lock without a word, and `npm ci` fails in every fresh clone.
it('contient les paquets facultatifs de toutes les plateformes', () => {
  const missing = entries.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !reached(path, name))
      .map((name) => `${path} -> ${name}`),
  );
  expect(missing).toEqual([]);
});

it('ne nomme aucun serveur de paquets et ne garde aucun paquet de trop', () => {
  expect(
    entries.filter(([path, entry]) => path !== '' && (entry.resolved !== undefined || entry.extraneous === true)).map(([path]) => path),
  ).toEqual([]);
});

it('fige chaque dépendance directe sur une version exacte', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >;
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
