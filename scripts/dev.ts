// `npm run dev` : the same portal with `next dev` and a worker that starts again at each change.
import { announcement } from './announce.ts';
import { chosenServer } from './databases.ts';
import { environment } from './environment.ts';
import { openidServices } from './openid.ts';
import { webPort } from './port.ts';
import { prepareDatabase } from './prepare.ts';
import { developmentService, workerService } from './services.ts';
import { supervise, untilAskedToStop } from './supervisor.ts';

const asked = untilAskedToStop();
const { databaseUrl, ownerUrl, release } = await chosenServer('postgres', 'portail');
try {
  const env = await environment({ databaseUrl, port: await webPort(), mode: 'development' });
  await prepareDatabase(env, ownerUrl);
  console.log(announcement(env));
  const services = [developmentService(env), workerService(env), ...openidServices(env)].map(supervise);
  await asked;
  await Promise.all(services.map((service) => service.stop()));
} finally {
  await release();
}
process.exit();
