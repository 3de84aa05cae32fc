// What every page of every test is watched for: errors of the console, breaches of the security policy, exceptions.
import type { BrowserContext } from '@playwright/test';
import { expect } from '@playwright/test';

export class Veille {
  readonly #fautes: string[] = [];
  readonly #tolerees: RegExp[] = [];

  /** For a test that provokes an answer which the browser notes as an error ("409", "422"…). */
  tolerer(motif: RegExp): void {
    this.#tolerees.push(motif);
  }

  async suivre(contexte: BrowserContext): Promise<void> {
    await contexte.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (e) => console.error(`CSP ${e.violatedDirective} ${e.blockedURI}`));
    });
    contexte.on('console', (message) => {
      if (message.type() === 'error') this.#fautes.push(`${message.page()?.url()} : ${message.text()} (${message.location().url})`);
    });
    contexte.on('weberror', (erreur) => {
      this.#fautes.push(`${erreur.page()?.url()} : ${erreur.error()}`);
    });
  }

  verifier(): void {
    const restantes = this.#fautes.filter((faute) => !this.#tolerees.some((motif) => motif.test(faute)));
    expect(restantes, 'erreurs de la console ou de la politique de sécurité').toEqual([]);
  }
}
