// The style sheet generated from the design system: up to date, complete for the classes we write, and light.
import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { feuille } from '../../scripts/styles.ts';

const racine = `${import.meta.dirname}/../..`;
const dsfr = readFileSync(`${racine}/src/ui/layout/dsfr.css`, 'utf8');
const portail = readFileSync(`${racine}/src/ui/layout/portail.css`, 'utf8');
const ecrans = globSync('src/**/*.tsx', { cwd: racine }).map((f) => ({ f, source: readFileSync(`${racine}/${f}`, 'utf8') }));

const sansRegle = new Set(['fr-logo']); // public/etat/logo.css

/** Classes written in a screen that no rule knows; a class finished by a variable (`fr-badge--${ton}`) is left aside. */
function inconnues(motif: RegExp, regles: string): string[] {
  return ecrans.flatMap(({ f, source }) =>
    [...source.matchAll(motif)]
      .filter((m) => !/^(?:--|-)?(?:\$\{|[\w-])/.test(source.slice(m.index + m[0].length)))
      .map((m) => m[0])
      .filter((c) => !new RegExp(`\\.${c}(?![\\w-])`).test(regles))
      .map((c) => `${f}: ${c}`),
  );
}

describe('la feuille de styles', () => {
  it('est celle que donne le système de design (sinon : node scripts/styles.ts)', () => {
    expect(feuille() === dsfr, 'src/ui/layout/dsfr.css est en retard : node scripts/styles.ts').toBe(true);
  });

  it('connaît chaque classe fr-… écrite dans un écran', () => {
    expect(
      inconnues(/(?<![\w-])fr-[a-z0-9]+(?:(?:--|__|[-_])[a-z0-9]+)*/g, `${dsfr}\n${portail}`).filter(
        (i) => !sansRegle.has(i.split(': ')[1] ?? ''),
      ),
      'ajoutez le composant à scripts/styles.ts',
    ).toEqual([]);
  });

  it('connaît chaque classe portail-… écrite dans un écran', () => {
    expect(inconnues(/(?<![\w-])portail-[a-z]+(?:(?:--|__|[-_])[a-z]+)*/g, portail)).toEqual([]);
  });

  it('pèse au plus 40 ko compressée', () => {
    expect(gzipSync(dsfr + portail, { level: 9 }).length).toBeLessThanOrEqual(40_000);
  });

  it('ne place rien à gauche ou à droite', () => {
    expect(portail.match(/(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|[{; ](?:left|right):/g)).toBeNull();
  });
});
