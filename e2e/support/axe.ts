// Accessibility of the page as it stands, in the state met by the test: WCAG 2.2 AA, no violation at all.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const NORMES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function verifierAccessibilite(page: Page): Promise<void> {
  // after a navigation by script, the title comes with the end of the page
  await expect(page).toHaveTitle(/\S/);
  // The browser's own PDF viewer is not ours; the HTML of a mail is shown in a frame without scripts, where axe cannot run.
  const { violations } = await new AxeBuilder({ page }).withTags(NORMES).exclude('iframe').exclude('nextjs-portal').analyze();
  const dites = violations.map(
    (v) => `${v.id} (${v.help}) : ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`,
  );
  expect(dites, `accessibilité de ${page.url()}`).toEqual([]);
}

/** Nothing sticks out sideways: on a phone one would have to push the page. */
export async function verifierLargeur(page: Page): Promise<void> {
  // a page of which nothing has come yet has no body to measure
  await page.waitForLoadState('domcontentloaded');
  const debord = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
      .map((e) => `${e.tagName}.${e.className}`);
  });
  expect(debord, `ce qui déborde de ${page.url()}`).toEqual([]);
}
