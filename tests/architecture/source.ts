// Reads the source tree once, for the tests of this folder: files, imports, and a walk of the syntax tree.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Node = { type: string; start: number; end: number } & Record<string, unknown>;
/** `target`: 'src/…' for ours, otherwise the name as written ('react', 'node:fs'). */
export type Import = { target: string; names: readonly string[]; typeOnly: boolean; line: number };
export type SourceFile = { path: string; text: string; program: Node; imports: readonly Import[] };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below this one, this one first, with its parent. */
export function* walk(node: Node, parent: Node | null = null): Generator<{ node: Node; parent: Node | null }> {
  yield { node, parent };
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node);
  }
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** 'src/x/y.ts' for '#x/y.ts' and './y.ts'; the name as written for a package. */
function resolve(from: string, request: string): string {
  if (request.startsWith('#')) return `src/${request.slice(1)}`;
  if (request.startsWith('.')) return posix.join(posix.dirname(from), request);
  return request;
}

/** A file as the rules see it; `path` is relative to the root, with slashes. */
export function read(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (errors.length > 0) throw new Error(`${path} : ${errors[0]?.message}`);
  const at = (offset: number) => lineOf(text, offset);
  const statics = module.staticImports.map((i) => ({
    target: resolve(path, i.moduleRequest.value),
    names: i.entries.map((e) => e.importName.name ?? e.importName.kind.toLowerCase()),
    typeOnly: i.entries.length > 0 && i.entries.every((e) => e.isType),
    line: at(i.start),
  }));
  const reexports = module.staticExports.flatMap((e) =>
    e.entries.flatMap((x) =>
      x.moduleRequest
        ? [{ target: resolve(path, x.moduleRequest.value), names: [x.importName.name ?? 'all'], typeOnly: x.isType, line: at(e.start) }]
        : [],
    ),
  );
  const dynamics = module.dynamicImports.flatMap((d) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(d.moduleRequest.start, d.moduleRequest.end));
    return literal?.[1] ? [{ target: resolve(path, literal[1]), names: ['all'], typeOnly: false, line: at(d.start) }] : [];
  });
  return { path, text, program: program as unknown as Node, imports: [...statics, ...reexports, ...dynamics] };
}

/** Paths of every file below a folder, sorted, relative to the root. */
export function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The generated client of the database is not ours to judge. */
const isOurs = (path: string) => /\.tsx?$/.test(path) && !path.startsWith('src/platform/prisma/');

export const sources: readonly SourceFile[] = list('src')
  .filter(isOurs)
  .map((path) => read(path, readText(path)));

/** 'domain' for 'src/domain/jour.ts', 'entetes.ts' for 'src/entetes.ts'. */
export const roomOf = (path: string): string => path.split('/')[1] ?? '';
