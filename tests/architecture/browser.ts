// What reaches the browser: a client component, and everything it imports at run time. An action stays on the server: only its name travels.
import type { Node, SourceFile } from './source.ts';

const directive = (file: SourceFile, word: string): boolean => {
  const body = file.program.body as readonly (Node & { directive?: string })[];
  return body.some((statement) => statement.directive === word);
};

/** Packages whose code may run under our content policy, which refuses eval; zod compiles its checks with it. */
const PACKAGES: readonly string[] = [
  'react',
  'react-dom',
  'react-hook-form',
  'next/link',
  'next/image',
  'next/navigation',
  'next/font/local',
  '@simplewebauthn/browser',
];

/** Each package that the browser would load and should not, with the way that leads to it. */
export function strangersInBrowser(files: readonly SourceFile[], allowed: readonly string[] = PACKAGES): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const wrong: string[] = [];
  const seen = new Set<string>();
  const follow = (file: SourceFile, way: readonly string[]): void => {
    if (seen.has(file.path) || directive(file, 'use server')) return;
    seen.add(file.path);
    const here = [...way, file.path];
    for (const { target, typeOnly } of file.imports) {
      if (typeOnly) continue;
      const next = byPath.get(target);
      if (next) follow(next, here);
      else if (!target.startsWith('src/') && !allowed.includes(target)) wrong.push([...here, target].join(' → '));
    }
  };
  for (const file of files) if (directive(file, 'use client')) follow(file, []);
  return wrong;
}
