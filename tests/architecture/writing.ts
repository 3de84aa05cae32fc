// How the code is written: types that lie, forgotten cases, sentences that escape translation.
import { lineOf, type Node, roomOf, type SourceFile, walk } from './source.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isConst = (node: Node) =>
  isRecord(node.typeAnnotation) && isRecord(node.typeAnnotation.typeName) && node.typeAnnotation.typeName.name === 'const';

/** any, as (but as const), !, suppression comments – per file, platform apart. */
export function assertions(files: readonly SourceFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    if (roomOf(file.path) === 'platform') continue;
    const lines = [...walk(file.program)].flatMap(({ node }) => {
      const where = `${file.path}:${lineOf(file.text, node.start)}`;
      if (node.type === 'TSAnyKeyword') return [`${where} any`];
      if ((node.type === 'TSAsExpression' && !isConst(node)) || node.type === 'TSTypeAssertion') return [`${where} as`];
      return node.type === 'TSNonNullExpression' ? [`${where} !`] : [];
    });
    for (const m of file.text.matchAll(/@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/g))
      lines.push(`${file.path}:${lineOf(file.text, m.index)} ${m[0]}`);
    if (lines.length > 0) found.set(file.path, lines);
  }
  return found;
}

/** default: hides from the compiler the case that somebody will add. */
export function defaults(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => ['domain', 'procedures'].includes(roomOf(f.path)))
    .flatMap((f) =>
      [...walk(f.program)]
        .filter(({ node }) => node.type === 'SwitchCase' && node.test === null)
        .map(({ node }) => `${f.path}:${lineOf(f.text, node.start)} default:`),
    );
}

export function promises(files: readonly SourceFile[]): string[] {
  return files.flatMap((f) =>
    [...f.text.matchAll(/\b(TODO|FIXME|XXX)\b/g)].map((m) => `${f.path}:${lineOf(f.text, m.index)} ${m[0]} : faire, ou ouvrir un ticket`),
  );
}

/** Functions with a body in procedures/: there, only data (index.ts, which finds them, apart). */
export function bodies(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => roomOf(f.path) === 'procedures' && f.path !== 'src/procedures/index.ts')
    .flatMap((f) =>
      [...walk(f.program)]
        .filter(({ node, parent }) => node.type === 'BlockStatement' || (node.type === 'FunctionBody' && parent?.expression !== true))
        .map(({ node }) => `${f.path}:${lineOf(f.text, node.start)} corps de fonction : une procédure est une donnée`),
    );
}

const SPOKEN = [
  'placeholder',
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'titre',
  'libelle',
  'legende',
  'aide',
  'texte',
];
/** Names that are the same in every language. */
const PROPER_NAMES = /FranceConnect|ProConnect/g;
const hasWords = (text: string) => /\p{L}/u.test(text.replace(/&\w+;/g, '').replace(PROPER_NAMES, ''));
const textOf = (node: unknown): string | null => {
  if (!isRecord(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null;
  return node.quasis.map((q: unknown) => (isRecord(q) && isRecord(q.value) ? String(q.value.raw) : '')).join('');
};

/** What a person reads or hears, and that t() has not seen. */
export function untranslated(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => f.path.endsWith('.tsx'))
    .flatMap((file) =>
      [...walk(file.program)].flatMap(({ node, parent }) => {
        const say = (text: string) => [
          `${file.path}:${lineOf(file.text, node.start)} « ${text.trim().slice(0, 60)} » ne passe pas par t()`,
        ];
        if (node.type === 'JSXText' && typeof node.value === 'string' && hasWords(node.value)) return say(node.value);
        if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') {
          const text = textOf(node);
          return text && hasWords(text) ? say(text) : [];
        }
        if (node.type !== 'JSXAttribute' || !isRecord(node.name)) return [];
        const name = String(node.name.name);
        const text = SPOKEN.includes(name) ? textOf(node.value) : null;
        return text && hasWords(text) ? say(`${name}="${text}"`) : [];
      }),
    );
}
