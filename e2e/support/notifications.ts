// The notifications of a person: a job writes them a moment after their cause.
import { expect, type Page } from '@playwright/test';

/** Opens the latest one of this title, once it is there: as a person reloads. `rang`: how many of them must have come. */
export async function ouvrirNotification(page: Page, titre: string, rang = 1): Promise<void> {
  const liens = page.getByRole('main').getByRole('link', { name: titre });
  await expect(async () => {
    await page.goto('/mon-compte/notifications');
    await expect(liens.nth(rang - 1)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await liens.first().click();
}
