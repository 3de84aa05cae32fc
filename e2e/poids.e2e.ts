// What a first visit downloads: as little as the framework allows, and no more than the day it was measured (npm run bench, README).
import type { Page } from '@playwright/test';
import { weigh } from '../scripts/bench/weight.ts';
import { ouvrirUnCompte } from './support/compte.ts';
import { choisirSituation } from './support/demarche.ts';
import { personne } from './support/personnes.ts';
import { expect, test } from './support/test.ts';

/** Bytes of script, gzip, of a page with nothing on it in the same framework; a page may add 15 %. */
const PAGE_VIDE = 132_000;
/** Bytes of style, gzip: the components of the design system that are used, and ours. */
const STYLES = 45_000;
/** Measured, for the page that validates the answers in the browser. */
const ETAPE = 170_000;

const cookies = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

test("une page simple charge à peine plus de scripts qu'une page vide", async ({ baseURL }) => {
  const accueil = await weigh(baseURL ?? '', '/');
  expect(accueil.scripts).toBeLessThanOrEqual(PAGE_VIDE * 1.15);
  expect(accueil.styles).toBeLessThanOrEqual(STYLES);
});

test("les pages d'un usager et l'étape d'un formulaire gardent le poids mesuré", async ({ page, baseURL }) => {
  await ouvrirUnCompte(page, personne('poids'));
  await choisirSituation(page);
  const chemin = new URL(page.url()).pathname;
  const compte = await weigh(baseURL ?? '', '/mon-compte', await cookies(page));
  expect(compte.scripts).toBeLessThanOrEqual(PAGE_VIDE * 1.15);
  expect(compte.styles).toBeLessThanOrEqual(STYLES);
  const etape = await weigh(baseURL ?? '', chemin, await cookies(page));
  expect(etape.scripts).toBeLessThanOrEqual(ETAPE * 1.05);
  expect(etape.styles).toBeLessThanOrEqual(STYLES);
});
