// The language of the request, read from what src/entetes.ts wrote. Layout and page render side by side: whoever calls t()
// awaits this first (guard/loader does it for the pages it makes).
import 'server-only';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { env } from '#platform/env.ts';
import { LANGUE_COOKIE, lireLangue } from '#ui/langue/langues.ts';
import { fixerLangue, t } from '#ui/langue/t.ts';
import { sessionUsager } from './session.ts';

/** Reads and sets the language of the request being rendered: chosen on this browser, else that of the compte. Value: its code. */
export async function langueDemandee(): Promise<string> {
  const choisie = (await headers()).get('x-langue');
  const langue = lireLangue(choisie || (await sessionUsager())?.usager.langue);
  fixerLangue(langue);
  return langue;
}

/** Keeps the language on this browser, as the menu of languages does. Server actions only. */
export async function retenirLangue(code: string): Promise<void> {
  const secure = env().PORTAIL_URL.startsWith('https:');
  (await cookies()).set(LANGUE_COOKIE, lireLangue(code), { maxAge: 31_536_000, sameSite: 'lax', secure, httpOnly: true, path: '/' });
}

/** generateMetadata of a page whose title is a fixed phrase: `export const generateMetadata = titrePage('Aide')`. */
export function titrePage(phrase: string): () => Promise<Metadata> {
  return async () => {
    await langueDemandee();
    return { title: t(phrase) };
  };
}
