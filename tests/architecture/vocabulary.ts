// Names of files and folders: the closed vocabulary of features, depth, kinds and their catalogue, forbidden words.
import { posix } from 'node:path';
import { roomOf, type SourceFile, walk } from './source.ts';

const WORDS = ['loaders.ts', 'queries.ts', 'actions.ts', 'commands.ts', 'schema.ts', 'catalogue.ts'];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/;
const FORBIDDEN = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'manager', 'data', 'info', 'core', 'new'];

/** Files of features outside of the vocabulary. */
export function outsideVocabulary(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path.startsWith('src/features/') && !path.endsWith('/README.md'))
    .filter((path) => {
      const parts = path.split('/').slice(2);
      const name = parts.at(-1) ?? '';
      const family = parts.slice(0, -1).find((f) => f === 'views' || f === 'kinds');
      if (parts.length < 2) return true;
      if (family) return !KEBAB.test(name);
      return !(WORDS.includes(name) || path === 'src/features/dossier/store.ts');
    })
    .map(
      (path) =>
        `${path} : hors du vocabulaire d’une feature (${WORDS.join(', ')}, kinds/, views/). Vrai sur le papier → domain ; plomberie → platform.`,
    );
}

/** More than four folders below src, app apart (there the address decides). */
export function tooDeep(paths: readonly string[]): string[] {
  return paths
    .filter((p) => roomOf(p) !== 'app' && !p.startsWith('src/platform/prisma/') && p.split('/').length - 2 > 4)
    .map((p) => `${p} : plus de 4 dossiers sous src`);
}

/** Files of a kinds/ folder that their list does not name: `catalogue.ts` beside it, `registry.ts` for jobs. */
export function unlistedKinds(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => /\/kinds\/[^/]+$/.test(f.path))
    .flatMap((kind) => {
      const folder = posix.dirname(posix.dirname(kind.path));
      const lists = [`${folder}/catalogue.ts`, `${folder}/registry.ts`];
      const listed = files.some((f) => lists.includes(f.path) && f.imports.some((i) => i.target === kind.path && !i.typeOnly));
      return listed ? [] : [`${kind.path} : absent de ${folder}/catalogue.ts (ou registry.ts) – une sorte = un fichier + une ligne`];
    });
}

/** Names that say nothing. Files, folders, and what a file exports. */
export function emptyNames(files: readonly SourceFile[]): string[] {
  const wrong: string[] = [];
  for (const file of files) {
    const parts = file.path.split('/').slice(1);
    for (const part of parts) {
      const words = part.replace(/\.tsx?$/, '').split('-');
      if (words.some((w) => FORBIDDEN.includes(w))) wrong.push(`${file.path} : « ${part} » ne dit rien de ce qu’il y a dedans`);
    }
    const name = parts.at(-1) ?? '';
    if (/^index\.tsx?$/.test(name) && file.path !== 'src/procedures/index.ts') wrong.push(`${file.path} : pas de fichier index`);
    if (/^v\d+\.ts$/.test(name) && roomOf(file.path) !== 'procedures') wrong.push(`${file.path} : v1, v2 seulement dans procedures`);
    for (const { node, parent } of walk(file.program)) {
      const declared =
        (parent?.type === 'FunctionDeclaration' || parent?.type === 'VariableDeclarator' || parent?.type === 'TSTypeAliasDeclaration') &&
        parent.id === node;
      if (declared && typeof node.name === 'string' && FORBIDDEN.includes(node.name.toLowerCase()))
        wrong.push(`${file.path} : « ${node.name} » est un nom interdit`);
    }
  }
  return wrong;
}

/** 400 lines is the wall; data apart. */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((f) => roomOf(f.path) !== 'procedures' && f.text.split('\n').length > 401)
    .map((f) => `${f.path} : ${f.text.split('\n').length - 1} lignes, 400 est le mur`);
}
