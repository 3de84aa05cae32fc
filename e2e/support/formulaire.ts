// Gestures on a form. A field's id is its name; a radio is `<name>.<value>`; the label of the design system covers its radio or box.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Jour } from '#domain/jour.ts';

export const champ = (page: Page, nom: string): Locator => page.locator(`[id="${nom}"]`);

export const bouton = (page: Page, nom: string): Locator => page.getByRole('main').getByRole('button', { name: nom, exact: true });

/**
 * A radio or a box is chosen by its label, as a finger does; one that is already chosen is left alone. Clicked again by who sees it empty:
 * on a page that has just led to the next one, the click may fall on what is being replaced.
 */
export async function cocher(page: Page, id: string): Promise<void> {
  await expect(async () => {
    if (!(await champ(page, id).isChecked())) await page.locator(`label[for="${id}"]`).click({ timeout: 5000 });
    await expect(champ(page, id)).toBeChecked({ timeout: 2000 });
  }).toPass({ timeout: 15_000 });
}

export async function choisir(page: Page, nom: string, valeur: string): Promise<void> {
  await champ(page, nom).selectOption(valeur);
}

/** A whole day, or its three parts as they are typed. */
export async function dater(page: Page, nom: string, quand: Jour | { jour: string; mois: string; annee: string }): Promise<void> {
  const [annee = '', mois = '', jour = ''] = typeof quand === 'string' ? quand.split('-') : [quand.annee, quand.mois, quand.jour];
  await champ(page, `${nom}.jour`).fill(jour);
  await champ(page, `${nom}.mois`).fill(mois);
  await champ(page, `${nom}.annee`).fill(annee);
}

/** The summary of errors: it has the focus, and it says each of these sentences. */
export async function resumeDit(page: Page, phrases: readonly (string | RegExp)[]): Promise<Locator> {
  const resume = page.locator('#erreurs');
  await expect(resume).toBeFocused();
  for (const phrase of phrases) await expect(resume).toContainText(phrase);
  return resume;
}

/** The scripts of the page have taken its forms over: from here on, what is tested is the page with scripts. */
export async function scriptsPrets(page: Page): Promise<void> {
  const repris = () =>
    page.evaluate(() => {
      const elements = [...document.querySelectorAll('main form, main input:not([type=hidden])')];
      return elements.length > 0 && elements.every((e) => Object.keys(e).some((cle) => cle.startsWith('__reactProps')));
    });
  await expect.poll(repris).toBe(true);
}
