// The two processes of the portal, as `npm start`, `npm run dev` and the end-to-end tests run them.
import { join } from 'node:path';
import { standaloneServer } from './build.ts';
import { inRoot } from './paths.ts';
import type { Service } from './supervisor.ts';

// react-server: server code imports "server-only", which throws under any other condition.
const workerFlags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];
const workerFile = inRoot('src', 'jobs', 'worker.ts');

export const webService = (env: NodeJS.ProcessEnv, logs: string): Service => ({
  name: 'web',
  args: ['--disable-warning=DEP0169', standaloneServer],
  env,
  log: join(logs, 'web.log'),
});

export const workerService = (env: NodeJS.ProcessEnv, logs?: string): Service => ({
  name: 'worker',
  args: logs ? [...workerFlags, workerFile] : [...workerFlags, '--watch', workerFile],
  env,
  log: logs ? join(logs, 'worker.log') : undefined,
});

export const developmentService = (env: NodeJS.ProcessEnv): Service => ({
  name: 'web',
  args: [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'dev', '--port', String(env.PORT)],
  env,
});
