import { describe, expect, it } from 'vitest';
import { list, read, sources } from './source.ts';
import { emptyNames, outsideVocabulary, tooDeep, tooLong, unlistedKinds } from './vocabulary.ts';

const paths = list('src');

describe('le vocabulaire', () => {
  it('d’une feature est fermé', () => expect(outsideVocabulary(paths)).toEqual([]));
  it('ne descend pas sous quatre dossiers', () => expect(tooDeep(paths)).toEqual([]));
  it('nomme chaque sorte dans sa liste', () => expect(unlistedKinds(sources)).toEqual([]));
  it('ne contient aucun nom vide de sens', () => expect(emptyNames(sources)).toEqual([]));
  it('tient dans des fichiers de 400 lignes', () => expect(tooLong(sources)).toEqual([]));
});

describe('ces règles refusent', () => {
  it.each([
    'src/features/compte/utils.ts',
    'src/features/compte/types.ts',
    'src/features/compte/store.ts',
    'src/features/seul.ts',
    'src/features/compte/views/MaVue.tsx',
  ])('%s', (path) => expect(outsideVocabulary([path])).toHaveLength(1));
  it('un cinquième dossier', () => expect(tooDeep(['src/features/a/b/c/views/x.tsx', 'src/features/a/b/views/x.tsx'])).toHaveLength(1));
  it('une sorte que sa liste oublie', () => {
    const catalogue = read('src/features/a/catalogue.ts', `import { b } from './kinds/b.ts';\nexport const liste = [b];`);
    const kinds = ['b', 'c'].map((k) => read(`src/features/a/kinds/${k}.ts`, `export const ${k} = 1;`));
    expect(unlistedKinds([catalogue, ...kinds])).toEqual([expect.stringContaining('kinds/c.ts')]);
  });
  it('un nom interdit, de fichier ou de fonction', () => {
    expect(emptyNames([read('src/ui/date-utils.ts', 'export const a = 1;')])).toHaveLength(1);
    expect(emptyNames([read('src/ui/index.ts', 'export const a = 1;')])).toHaveLength(1);
    expect(emptyNames([read('src/ui/dates.ts', 'export function helpers() {}')])).toHaveLength(1);
  });
  it('un fichier de 401 lignes', () => expect(tooLong([read('src/ui/a.ts', 'export {};\n'.repeat(401))])).toHaveLength(1));
});
