// The `test` of every spec: pages watched, and other people's browsers at hand.
import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { Veille } from './veille.ts';

type Outils = {
  veille: Veille;
  /** Another browser, with its own cookies: another person, or the same one on another device. */
  autreNavigateur: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Outils>({
  // Playwright reads the names of the fixtures in the first argument.
  // biome-ignore lint/correctness/noEmptyPattern: no fixture is needed here
  veille: async ({}, use) => {
    const veille = new Veille();
    await use(veille);
    veille.verifier();
  },
  context: async ({ context, veille }, use) => {
    await veille.suivre(context);
    await use(context);
  },
  autreNavigateur: async ({ browser, veille }, use) => {
    const ouverts: { close: () => Promise<void> }[] = [];
    await use(async (options) => {
      const contexte = await browser.newContext(options);
      ouverts.push(contexte);
      await veille.suivre(contexte);
      return contexte.newPage();
    });
    for (const contexte of ouverts) await contexte.close();
  },
});

export { expect } from '@playwright/test';
