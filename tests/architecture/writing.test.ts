import { describe, expect, it } from 'vitest';
import { read, sources } from './source.ts';
import { assertions, bodies, defaults, promises, untranslated } from './writing.ts';

/** Assertions that stay, each with its reason. The count may only go down: lower it here when one goes. */
const ALLOWED: Readonly<Record<string, { count: number; reason: string }>> = {
  'src/domain/access/scope.ts': { count: 1, reason: 'une portée est une valeur marquée : la frapper est la seule assertion possible' },
};

describe('l’écriture', () => {
  it('n’affirme au compilateur que ce qui est excusé ici', () => {
    const found = assertions(sources);
    const wrong = [...new Set([...found.keys(), ...Object.keys(ALLOWED)])].flatMap((path) => {
      const lines = found.get(path) ?? [];
      const allowed = ALLOWED[path]?.count ?? 0;
      if (lines.length > allowed) return [`${path} : ${lines.length} au lieu de ${allowed} – ${lines.join(', ')}`];
      return lines.length < allowed ? [`${path} : plus que ${lines.length}, baisser le nombre permis`] : [];
    });
    expect(wrong).toEqual([]);
  });
  it('énumère tous les cas dans le domaine', () => expect(defaults(sources)).toEqual([]));
  it('ne promet rien en commentaire', () => expect(promises(sources)).toEqual([]));
  it('garde les procédures en données', () => expect(bodies(sources)).toEqual([]));
  it('fait passer chaque phrase par t()', () => expect(untranslated(sources)).toEqual([]));
});

describe('ces règles refusent', () => {
  it('any, as, ! et les commentaires qui font taire', () => {
    const text = 'export const a: any = (1 as unknown)!;\n// @ts-expect-error\nexport const b = [1] as const;';
    expect(assertions([read('src/domain/a.ts', text)]).get('src/domain/a.ts')).toHaveLength(4);
  });
  it('default: dans le domaine', () =>
    expect(defaults([read('src/domain/a.ts', 'switch (a) { case 1: break; default: }')])).toHaveLength(1));
  it('une promesse', () => expect(promises([read('src/domain/a.ts', '// TODO plus tard')])).toHaveLength(1));
  it('une fonction à corps dans une procédure', () => {
    expect(bodies([read('src/procedures/a/v1.ts', 'export const f = () => { return 1; };')])).toHaveLength(1);
    expect(bodies([read('src/procedures/a/v1.ts', 'export const f = (a) => ({ a });')])).toEqual([]);
  });
  it.each([
    '<p>Bonjour</p>',
    `<p>{'Bonjour'}</p>`,
    '<input placeholder="Bonjour" />',
    `<a title={'Bonjour'} />`,
    '<a aria-label={`Page`} />',
  ])('%s', (jsx) => expect(untranslated([read('src/ui/a.tsx', `export const A = ({ n }) => ${jsx};`)])).toHaveLength(1));
  it.each([`<p>{t('Bonjour')}</p>`, '<p className="fr-text">12 : {n} &nbsp;</p>'])('mais pas %s', (jsx) =>
    expect(untranslated([read('src/ui/a.tsx', `export const A = ({ n, t }) => ${jsx};`)])).toEqual([]),
  );
});
