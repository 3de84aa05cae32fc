// The portal of the end-to-end tests: production build and worker on a new seeded database. Playwright starts and stops it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { createDatabase, dropDatabase } from './databases.ts';
import { environment } from './environment.ts';
import { openidServices } from './openid.ts';
import { baseDesEssais, donnees } from './paths.ts';
import { freePort } from './postgres.ts';
import { seedDatabase } from './prepare.ts';
import { webService, workerService } from './services.ts';
import { supervise, untilAskedToStop } from './supervisor.ts';
import { ownDatabase, testServer } from './test-databases.ts';

const asked = untilAskedToStop();
await build();
const { server, admin, template } = await testServer();
const name = ownDatabase('e2e');
const folder = join(donnees, `e2e-${process.pid}`);
await createDatabase(admin, name, template);

// What the developer exported for a real deployment has no place in the tests.
for (const variable of [
  'SMTP_URL',
  'PORTAIL_URL',
  'PORTAIL_OFFICIEL',
  'BOITE_DEVELOPPEMENT',
  'S3_ENDPOINT',
  'CLAMAV_HOTE',
  'ADRESSE_API',
  'FRANCECONNECT_URL',
  'PROCONNECT_URL',
]) {
  delete process.env[variable];
}
const port = Number(process.env.E2E_PORT ?? (await freePort()));
const env: NodeJS.ProcessEnv = {
  ...(await environment({ databaseUrl: server.serviceUrl(name), port, mode: 'production', folder: join(folder, 'fichiers') })),
  METRIQUES_JETON: 'jeton-des-tests-de-bout-en-bout',
  // a message of an agent leaves while a test waits for it, and not before one is taken back
  MESSAGE_DELAI_SECONDES: '25',
};
await seedDatabase(env);
mkdirSync(donnees, { recursive: true });
writeFileSync(baseDesEssais, server.serviceUrl(name), { mode: 0o600 });
const logs = join(donnees, 'journaux-e2e');
const services = [webService(env, logs), workerService(env, logs), ...openidServices(env, logs)].map(supervise);
console.log(`Portail des tests : ${env.PORTAIL_URL} (journaux : ${logs})`);

await asked;
await Promise.all(services.map((service) => service.stop()));
await dropDatabase(admin, name);
await server.release();
rmSync(folder, { recursive: true, force: true });
rmSync(baseDesEssais, { force: true });
process.exit();
