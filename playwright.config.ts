import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/support/browser.ts';
import { freePort } from './scripts/postgres.ts';

// The configuration is read again in each worker of Playwright, which inherits the environment: chosen once, used by all.
process.env.E2E_PORT ??= String(await freePort());
if (!process.env.E2E_CHROMIUM_PATH) {
  const browser = await findBrowser();
  process.env.E2E_CHROMIUM_PATH = browser.executablePath;
  process.env.E2E_CHROMIUM_ARGS = JSON.stringify(browser.args);
}
// E2E_URL: against a portal that already runs (one's own, while writing a test). Otherwise the production build, on its own database.
const running = process.env.E2E_URL;
const baseURL = running ?? `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // Long errands (a whole life of a dossier), on machines that may be busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Recording everything costs a third of the time: E2E_TRACE=1 when the picture of the page that a failure leaves is not enough.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM_PATH,
      args: JSON.parse(process.env.E2E_CHROMIUM_ARGS ?? '[]'),
    },
  },
  projects: [{ name: 'ordinateur', use: { viewport: { width: 1280, height: 900 } } }],
  webServer: running
    ? undefined
    : {
        command: 'node scripts/run.mjs e2e-serve',
        url: `${baseURL}/api/sante`,
        // The first run builds the portal.
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
        stdout: 'pipe',
      },
});
