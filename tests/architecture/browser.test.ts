import { describe, expect, it } from 'vitest';
import { strangersInBrowser } from './browser.ts';
import { read, sources } from './source.ts';

describe('le navigateur', () => {
  it('ne charge que des bibliothèques qui se passent d’eval', () => expect(strangersInBrowser(sources)).toEqual([]));
});

describe('cette règle refuse', () => {
  const vue = read('src/features/a/views/x.tsx', `'use client';\nimport { A } from '../schema.ts';\nA();`);

  it('une bibliothèque importée de proche en proche, en disant par où', () => {
    const files = [
      vue,
      read('src/features/a/schema.ts', `export { A } from '#domain/a.ts';`),
      read('src/domain/a.ts', `import { z } from 'zod';\nexport const A = z.string;`),
    ];
    expect(strangersInBrowser(files)).toEqual(['src/features/a/views/x.tsx → src/features/a/schema.ts → src/domain/a.ts → zod']);
  });

  it('mais pas un type, ni ce qu’une action garde sur le serveur', () => {
    const type = read('src/features/a/schema.ts', `import type { z } from 'zod';\nexport type T = z.ZodType;\nexport const A = () => 1;`);
    const action = read('src/features/a/schema.ts', `'use server';\nimport { z } from 'zod';\nexport const A = async () => z.string();`);
    expect(strangersInBrowser([vue, type])).toEqual([]);
    expect(strangersInBrowser([vue, action])).toEqual([]);
  });
});
