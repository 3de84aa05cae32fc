// Following a link, to the end.
import type { Locator } from '@playwright/test';

/**
 * Clicks, then waits for the page that the link names: what is checked next is never the page one leaves, nor one of which nothing
 * has come yet.
 */
export async function suivre(lien: Locator): Promise<void> {
  const page = lien.page();
  const adresse = new URL((await lien.getAttribute('href')) ?? '', page.url());
  await lien.click();
  await page.waitForURL(adresse.href);
}
