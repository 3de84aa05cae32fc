// The language of the request, read from what src/proxy.ts wrote. Layout and page render side by side: whoever calls t()
// awaits this first (guard/loader does it for the pages it makes).
import 'server-only';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { lireLangue } from '#ui/langue/langues.ts';
import { fixerLangue, t } from '#ui/langue/t.ts';

/** Reads and sets the language of the request being rendered; returns its code. */
export async function langueDemandee(): Promise<string> {
  const langue = lireLangue((await headers()).get('x-langue'));
  fixerLangue(langue);
  return langue;
}

/** generateMetadata of a page whose title is a fixed phrase: `export const generateMetadata = titrePage('Aide')`. */
export function titrePage(phrase: string): () => Promise<Metadata> {
  return async () => {
    await langueDemandee();
    return { title: t(phrase) };
  };
}
