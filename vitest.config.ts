import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Rooms whose tests need no database; every other folder of tests has one. */
const pure = ['adapters', 'architecture', 'domain', 'procedures', 'setup', 'ui'];
const suffix = '**/*.test.{ts,tsx}';

export default defineConfig({
  // Outside of Next, "server-only" always throws: what it guards is the bundle of the browser, and there is none here.
  resolve: { alias: { 'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)) } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unite',
          include: pure.map((room) => `tests/${room}/${suffix}`),
          setupFiles: ['tests/setup/environment.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'base',
          include: [`tests/${suffix}`],
          exclude: pure.map((room) => `tests/${room}/**`),
          globalSetup: ['tests/setup/server.ts'],
          setupFiles: ['tests/setup/environment.ts', 'tests/setup/database-url.ts'],
          // The first query of a file waits for the clone of the template.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
