import { describe, expect, it } from 'vitest';
import { cycles, forbiddenBetweenWords, forbiddenImports } from './rooms.ts';
import { read, sources } from './source.ts';

const importing = (path: string, target: string) => read(path, `import { x } from '${target}';\nx();\n`);

describe('les pièces', () => {
  it('n’importent que ce que le tableau permet', () => expect(forbiddenImports(sources)).toEqual([]));
  it('ne laissent pas une vue ou une page passer par-dessus le loader', () => expect(forbiddenBetweenWords(sources)).toEqual([]));
  it('ne forment aucun cycle entre features', () => expect(cycles(sources)).toEqual([]));
});

describe('ces règles refusent', () => {
  it.each([
    ['src/domain/jour.ts', 'react'],
    ['src/domain/jour.ts', '#platform/clock.ts'],
    ['src/procedures/x/v1.ts', '#domain/dossier/statuts.ts'],
    ['src/ui/fields/texte.tsx', '#domain/jour.ts'],
    ['src/adapters/mail/mail.ts', '#features/compte/commands.ts'],
    ['src/platform/ids.ts', '#domain/jour.ts'],
    ['src/guard/route.ts', '#features/compte/queries.ts'],
    ['src/app/page.tsx', '#platform/db.ts'],
    ['src/divers/x.ts', '#domain/jour.ts'],
  ])('%s qui importe %s', (path, target) => expect(forbiddenImports([importing(path, target)])).toHaveLength(1));

  it('en nommant la pièce où aller', () =>
    expect(forbiddenImports([importing('src/domain/jour.ts', '#adapters/mail/mail.ts')])[0]).toContain(
      'features (si c’est une chose qu’une personne fait sur le portail)',
    ));

  it.each([
    ['src/features/compte/views/x.tsx', '#features/compte/queries.ts'],
    ['src/app/mon-compte/page.tsx', '#features/compte/commands.ts'],
    ['src/app/mon-compte/page.tsx', '#guard/session.ts'],
    ['src/features/compte/views/x.tsx', '#guard/session.ts'],
    ['src/features/compte/commands.ts', '#guard/session.ts'],
  ])('%s qui passe par %s', (path, target) => expect(forbiddenBetweenWords([importing(path, target)])).toHaveLength(1));

  it('un cycle de trois features', () => {
    const loop = [
      importing('src/features/a/queries.ts', '#features/b/queries.ts'),
      importing('src/features/b/queries.ts', '#features/dossier/d/queries.ts'),
      importing('src/features/dossier/d/views/x.tsx', '#features/a/schema.ts'),
    ];
    expect(cycles(loop)).toEqual(['a → b → dossier/d → a']);
  });
});
