// The demonstration provider, used as a person uses it: a page of its own, on another port.
import { expect, type Page } from '@playwright/test';

export async function chezFranceConnect(page: Page): Promise<void> {
  await page.goto('/connexion');
  await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await expect(page.getByRole('heading', { name: /À la place de FranceConnect/ })).toBeVisible();
  await expect(page.getByText('Ceci est un fournisseur d’identité de démonstration.')).toBeVisible();
}

/** Chooses a person by the beginning of her button. */
export async function etre(page: Page, nom: RegExp): Promise<void> {
  const ici = new URL(page.url()).origin;
  await page.getByRole('button', { name: nom }).click();
  await page.waitForURL((url) => url.origin !== ici);
}

/** Out of the portal, then of the provider: the page between the two goes on by itself. */
export async function sortirDesDeux(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Se déconnecter aussi d’ici ?' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Oui, me déconnecter' }).click();
}
