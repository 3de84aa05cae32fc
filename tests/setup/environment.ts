// vitest setup of every test file: the environment of the service, complete before any module of the service is imported.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const worker = process.env.VITEST_POOL_ID ?? '1';

Object.assign(process.env, {
  // No server listens there: a unit test that reaches for the database fails at once. The database project replaces it.
  DATABASE_URL: 'postgresql://personne:personne@127.0.0.1:1/aucune',
  DATABASE_POOL: '5',
  PORTAIL_URL: 'http://localhost:3000',
  PORTAIL_SECRET: 'secret-des-tests-secret-des-tests-secret-des-tests',
  BOITE_DEVELOPPEMENT: 'true',
  STOCKAGE_DOSSIER: join(tmpdir(), `portail-tests-${process.ppid}-${worker}`),
  LOG_LEVEL: 'silent',
  // A password costs a quarter of a second on a real portal (tests/adapters/password-hash.test.ts looks at the real profile).
  ARGON2_MEMOIRE_KIO: '256',
  ARGON2_PASSES: '1',
});
