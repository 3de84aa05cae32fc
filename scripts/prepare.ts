// The database made ready: schema at the last migration, demonstration data in place.
import { generate } from './generate.ts';
import { migrate } from './migrations.ts';
import { inRoot } from './paths.ts';
import { grantRights, SAME_ROLE } from './rights.ts';
import { runToEnd } from './run-to-end.ts';

/** Runs a step and tells how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  const result = await work();
  console.log(`  ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  return result;
}

/** Seeds with the environment of the services. `options`: see scripts/seed.ts. Throws with the message of the seed. */
export async function seedDatabase(env: NodeJS.ProcessEnv, ...options: string[]): Promise<void> {
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];
  const { code, output } = await runToEnd(process.execPath, [...flags, inRoot('scripts', 'seed.ts'), ...options], env);
  if (code !== 0) throw new Error(`Les données de démonstration n'ont pas pu être écrites :\n${output}`);
}

export async function prepareDatabase(env: NodeJS.ProcessEnv, ownerUrl: string): Promise<void> {
  await step('client Prisma', generate);
  await step('migrations', () => migrate(ownerUrl));
  if (!(await step('droits', () => grantRights(ownerUrl, env.DATABASE_URL ?? '')))) console.log(SAME_ROLE);
  await step('données de démonstration', () => seedDatabase(env, '--dossiers'));
}
