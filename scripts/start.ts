// `npm start` : from a fresh clone to a running portal. Second time, only what changed is done again.
import { join } from 'node:path';
import { announcement } from './announce.ts';
import { build } from './build.ts';
import { type ChosenServer, chosenServer } from './databases.ts';
import { environment } from './environment.ts';
import { generate } from './generate.ts';
import { openidServices } from './openid.ts';
import { donnees } from './paths.ts';
import { webPort } from './port.ts';
import { prepareDatabase, step } from './prepare.ts';
import { webService, workerService } from './services.ts';
import { type Supervised, supervise, untilAskedToStop, untilHealthy } from './supervisor.ts';

const logs = join(donnees, 'journaux');
const asked = untilAskedToStop();
const services: Supervised[] = [];

async function run({ databaseUrl, ownerUrl }: ChosenServer): Promise<void> {
  const env = await environment({ databaseUrl, port: await webPort(), mode: 'production' });
  await generate();
  await Promise.all([prepareDatabase(env, ownerUrl), step('construction', build)]);
  services.push(...[webService(env, logs), workerService(env, logs), ...openidServices(env, logs)].map(supervise));
  await step('mise en route', () => untilHealthy(`http://127.0.0.1:${env.PORT}/api/sante`, 60));
  console.log(announcement(env, logs));
}

let code = 0;
try {
  console.log('Préparation du portail :');
  const server = await step('PostgreSQL', () => chosenServer('postgres', 'portail'));
  try {
    // A request to stop during the preparation is obeyed at once.
    await Promise.race([run(server).then(() => asked), asked]);
  } finally {
    // Order matters: those who write first, the database last.
    await Promise.all(services.map((service) => service.stop()));
    await server.release();
  }
} catch (error) {
  code = 1;
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
}
process.exit(code);
