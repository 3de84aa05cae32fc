// Who may open what: guard, the database, dossiers, the environment, mail, the clock.
import { lineOf, type Node, roomOf, type SourceFile, walk } from './source.ts';

type Export = { name: string; made: boolean; start: number };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const nameOf = (node: unknown): string | null => (isRecord(node) && typeof node.name === 'string' ? node.name : null);

/** Names of what a file imports as values from guard/<word>.ts. */
const makers = (file: SourceFile, words: RegExp) =>
  new Set(file.imports.filter((i) => !i.typeOnly && words.test(i.target)).flatMap((i) => i.names));

function isCallOf(node: unknown, names: ReadonlySet<string>): boolean {
  return isRecord(node) && node.type === 'CallExpression' && names.has(nameOf(node.callee) ?? '');
}

/** The value exports of a file, and whether each is made by one of `names`. `export async function x(…) { return made(…) }` counts. */
function exportsOf(file: SourceFile, names: ReadonlySet<string>): Export[] {
  const top = (file.program.body ?? []) as Node[];
  const made = new Set(names);
  const declarators = (node: unknown) => (isRecord(node) && node.type === 'VariableDeclaration' ? (node.declarations as Node[]) : []);
  const local = new Set<string>();
  for (const statement of top) for (const d of declarators(statement)) if (isCallOf(d.init, made)) local.add(nameOf(d.id) ?? '');
  return top.flatMap((statement): Export[] => {
    if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'default', made: false, start: statement.start }];
    if (statement.type === 'ExportAllDeclaration') return [{ name: '*', made: false, start: statement.start }];
    if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') return [];
    const declaration = statement.declaration;
    if (!isRecord(declaration)) {
      const specifiers = (statement.specifiers ?? []) as Record<string, unknown>[];
      return specifiers
        .filter((s) => s.exportKind !== 'type')
        .map((s) => ({ name: nameOf(s.exported) ?? '?', made: local.has(nameOf(s.local) ?? ''), start: statement.start }));
    }
    if (declaration.type === 'VariableDeclaration')
      return declarators(declaration).map((d) => ({ name: nameOf(d.id) ?? '?', made: isCallOf(d.init, made), start: d.start }));
    if (declaration.type !== 'FunctionDeclaration') return [];
    const body = isRecord(declaration.body) ? ((declaration.body.body ?? []) as Node[]) : [];
    const only = body.length === 1 && body[0]?.type === 'ReturnStatement' ? body[0].argument : null;
    return [{ name: nameOf(declaration.id) ?? '?', made: isCallOf(only, local), start: statement.start }];
  });
}

/** What Next itself reads in a route file, and is not a door. */
const ROUTE_CONFIG = ['dynamic', 'runtime', 'revalidate', 'maxDuration', 'fetchCache', 'preferredRegion'];

/** Exports of actions.ts, loaders.ts and route.ts that guard has not made. */
export function openDoors(files: readonly SourceFile[]): string[] {
  const kinds = [
    { file: /^src\/features\/.+\/actions\.ts$/, by: /^src\/guard\/action\.ts$/, word: 'guard/action' },
    { file: /^src\/features\/.+\/loaders\.ts$/, by: /^src\/guard\/loader\.ts$/, word: 'guard/loader' },
    { file: /^src\/app\/.*route\.ts$/, by: /^src\/guard\/(route|televersement)\.ts$/, word: 'guard/route' },
  ];
  return files.flatMap((file) => {
    const kind = kinds.find((k) => k.file.test(file.path));
    if (!kind) return [];
    const wrong = exportsOf(file, makers(file, kind.by))
      .filter((e) => !e.made && !(kind.word === 'guard/route' && ROUTE_CONFIG.includes(e.name)))
      .map((e) => `${file.path}:${lineOf(file.text, e.start)} « ${e.name} » n’est pas fait par ${kind.word}`);
    if (kind.word === 'guard/action' && !/^(\s*\/\/.*\n)*\s*['"]use server['"]/.test(file.text))
      wrong.push(`${file.path} : « use server » manque en tête`);
    return wrong;
  });
}

/** 'use server' anywhere but in actions.ts would be a door without a guard. */
export function strayActions(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...walk(file.program)]
      .filter(({ node }) => node.directive === 'use server' && !/^src\/features\/.+\/actions\.ts$/.test(file.path))
      .map(({ node }) => `${file.path}:${lineOf(file.text, node.start)} « use server » hors d’un actions.ts`),
  );
}

const DATABASE = /^src\/(features\/.+\/(queries|commands|store)\.ts|guard\/.+|jobs\/.+|platform\/.+)$/;

/** The door to Postgres, and the client behind it. A type opens nothing. */
export function databaseOpened(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((i) => !i.typeOnly)
      .filter(
        (i) =>
          (i.target === 'src/platform/db.ts' && !DATABASE.test(file.path)) ||
          (/^(@prisma\/|pg$|src\/platform\/prisma\/)/.test(i.target) && roomOf(file.path) !== 'platform'),
      )
      .map((i) => `${file.path}:${i.line} ouvre la base (${i.target}) : seuls queries, commands, store, guard et jobs le peuvent`),
  );
}

const WRITES =
  /\.dossier\.(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\b|\b(insert\s+into|update|delete\s+from)\s+"?dossier"?[\s(]/gi;

export function dossierWritten(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => f.path !== 'src/features/dossier/store.ts')
    .flatMap((f) =>
      [...f.text.matchAll(WRITES)].map(
        (m) => `${f.path}:${lineOf(f.text, m.index)} écrit un dossier : seul features/dossier/store.ts le peut`,
      ),
    );
}

/** Things that one file, or one folder, may touch. */
export function singleDoors(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const wrong: string[] = [];
    for (const { node } of walk(file.program)) {
      const member = node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : '';
      // NEXT_RUNTIME is replaced by the bundler: it is not read from the environment
      const bundled = /process\.env\.NEXT_RUNTIME/.test(file.text.slice(node.start, node.end + '.NEXT_RUNTIME'.length));
      if (member === 'process.env' && !bundled && file.path !== 'src/platform/env.ts')
        wrong.push(`${file.path}:${lineOf(file.text, node.start)} lit process.env : platform/env le fait`);
    }
    const mail = file.imports.find((i) => i.target.startsWith('nodemailer') && !file.path.startsWith('src/adapters/mail/'));
    if (mail) wrong.push(`${file.path}:${mail.line} importe nodemailer : adapters/mail le fait`);
    return wrong;
  });
}

/** Clock and chance, in rooms where everything is an argument. */
export function clockRead(files: readonly SourceFile[]): string[] {
  const pure = (path: string) => ['domain', 'procedures'].includes(roomOf(path));
  return files
    .filter((f) => roomOf(f.path) !== 'platform')
    .flatMap((file) =>
      [...walk(file.program)].flatMap(({ node }) => {
        const say = (what: string) => [
          `${file.path}:${lineOf(file.text, node.start)} ${what} : l’instant et le hasard sont des arguments (platform/clock, platform/ids)`,
        ];
        if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && Array.isArray(node.arguments) && node.arguments.length === 0)
          return say('new Date()');
        const call = node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : '';
        if (call === 'Math.random') return say(call);
        return call === 'Date.now' && pure(file.path) ? say(call) : [];
      }),
    );
}
