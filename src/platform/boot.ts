// The start of the web process, called by src/instrumentation.ts in the Node runtime only.
import { trustConnectionsOnly } from './caller-address.ts';
import { env } from './env.ts';
import { isFrameworkSignal, recordFault } from './fault.ts';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { watchRequests } from './requests.ts';
import { prepareShutdown } from './shutdown.ts';

/** Before the first request. A bad variable stops the process with its sentence, not with a stack. */
export function boot(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
  if (env().PROXYS_DE_CONFIANCE === 0) trustConnectionsOnly();
  watchRequests();
  prepareShutdown();
  logger().info({ node: process.version }, 'web prêt');
}

type Where = { routePath: string; routeType: string; method: string };

/** The error page shows Next's digest: the log holds the same one. The pattern of the route, never the address asked. */
export function reportFault(error: unknown, { routePath, routeType, method }: Where): void {
  if (isFrameworkSignal(error)) return;
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;
  recordFault(error, { digest, route: routePath, kind: routeType, method });
  metrics().faults.inc({ route: routePath, kind: routeType });
}
