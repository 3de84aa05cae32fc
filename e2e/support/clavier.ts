// A person without a mouse: Tab, Shift+Tab, Space, Enter, arrows and letters, nothing else.
import { expect, type Locator, type Page } from '@playwright/test';
import { champ } from './formulaire.ts';

const TABULATIONS_MAX = 120;

const aLeFocus = (cible: Locator): Promise<boolean> => cible.evaluate((e) => e === document.activeElement);

/** Tabs until the element has the focus; fails when it cannot be reached. */
export async function tabulerVers(page: Page, cible: Locator): Promise<void> {
  await expect(cible).toBeVisible();
  for (let n = 0; n < TABULATIONS_MAX; n++) {
    if (await aLeFocus(cible)) return;
    await page.keyboard.press('Tab');
  }
  expect(await aLeFocus(cible), `${cible} atteint au clavier`).toBe(true);
}

export async function ecrire(page: Page, nom: string, texte: string): Promise<void> {
  await tabulerVers(page, champ(page, nom));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(texte);
}

/** Chooses in a list by its first letters. */
export async function lister(page: Page, nom: string, debut: string, valeur: string): Promise<void> {
  await tabulerVers(page, champ(page, nom));
  await page.keyboard.type(debut);
  await expect(champ(page, nom)).toHaveValue(valeur);
}

/** Reaches a group of radios by its first one, then goes down to the one wanted. */
export async function opter(page: Page, groupe: string, rang: number, valeur: string): Promise<void> {
  const radios = page.locator(`input[type="radio"][id^="${groupe}."]`);
  await tabulerVers(page, radios.first());
  await page.keyboard.press('Space');
  for (let n = 0; n < rang; n++) await page.keyboard.press('ArrowDown');
  await expect(champ(page, `${groupe}.${valeur}`)).toBeChecked();
}

export async function cocherAuClavier(page: Page, nom: string): Promise<void> {
  await tabulerVers(page, champ(page, nom));
  await page.keyboard.press('Space');
  await expect(champ(page, nom)).toBeChecked();
}

export async function appuyer(page: Page, cible: Locator, touche: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabulerVers(page, cible);
  await page.keyboard.press(touche);
}
