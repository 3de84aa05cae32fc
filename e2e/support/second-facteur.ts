// Second factors as people have them: an application that knows a secret, a device that holds passkeys.
import { expect, type Page } from '@playwright/test';
import { codeOfStep, stepAt } from '../../src/platform/one-time-code.ts';
import { bouton, champ } from './formulaire.ts';

/** An authenticator application: each call gives a code that has not served yet. */
export class Application {
  #dernier = 0;
  readonly #secret: string;
  constructor(secret: string) {
    this.#secret = secret;
  }
  /** The portal takes the present step and the next one: two codes at once, then one has to wait for the clock. */
  async code(): Promise<string> {
    await expect.poll(() => stepAt(new Date()) + 1 > this.#dernier, { timeout: 70_000 }).toBe(true);
    this.#dernier = Math.max(this.#dernier + 1, stepAt(new Date()));
    return codeOfStep(this.#secret, this.#dernier);
  }
}

/** On the page that shows the secret: reads it, types the first code. */
export async function activerApplication(page: Page, nom: string): Promise<Application> {
  const secret = (await page.locator('.portail-secret').innerText()).replace(/\s/g, '');
  const application = new Application(secret);
  await champ(page, 'code').fill(await application.code());
  await champ(page, 'nom').fill(nom);
  await bouton(page, 'Activer').click();
  return application;
}

/** A device that keeps passkeys and says yes (Chromium's virtual authenticator). */
export async function appareilAvecCles(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

export async function creerCodesDeSecours(page: Page): Promise<string[]> {
  await bouton(page, 'Créer mes codes de secours').click();
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  return codes.allInnerTexts();
}
