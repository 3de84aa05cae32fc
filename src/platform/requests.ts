// The access log and the histogram of durations, for every page, action and byte route, without a line in any of them: told by
// Node's own HTTP server. No personal data: the pattern of the route, never the address nor its query.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessLogger } from './logger.ts';
import { countRequest } from './metrics.ts';
import { onRequestStart } from './request-start.ts';

const NOT_FOUND = '/_not-found';
/** Asked every few seconds by machines: measured, not told. */
const SILENT = ['/api/sante', '/api/metriques'];
/** The caller left before the end (the number that nginx gave it). */
const GONE = 499;

/** The routes that Next built, as src/app names them: `/demarches/[dossier]/[etape]`. Empty in development, where Next tells its requests itself. */
function builtRoutes(): string[] {
  const manifest = join(process.cwd(), '.next', 'app-path-routes-manifest.json');
  try {
    return Object.values(JSON.parse(readFileSync(/* turbopackIgnore: true */ manifest, 'utf8')) as Record<string, string>);
  } catch {
    return [];
  }
}

/** Finds the route of an address; null when there is none. A fixed route wins over one with holes. */
export function routeFinder(routes: readonly string[]): (address: string) => string | null {
  const holes = (route: string) => route.split('[').length;
  const patterns = routes
    .toSorted((a, b) => holes(a) - holes(b))
    .map((route) => ({ route, parts: route.split('/').map((part) => (part.startsWith('[') ? null : part)) }));
  return (address) => {
    const [path = ''] = address.split('?', 1);
    const parts = path.split('/');
    const found = patterns.find((p) => p.parts.length === parts.length && p.parts.every((part, i) => part === null || part === parts[i]));
    return found?.route ?? null;
  };
}

/** Once per process, or again in a test with routes of its own. Value: stops listening. */
export function watchRequests(routes: readonly string[] = builtRoutes()): () => void {
  const routeOf = routeFinder(routes);
  return onRequestStart(({ method = 'GET', url = '/' }, response) => {
    const since = performance.now();
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : GONE;
      // A file of public/ has no route and is not told; an address that leads nowhere is, under one name whatever it was.
      const route = routeOf(url) ?? (status === 404 ? NOT_FOUND : null);
      if (route === null) return;
      const seconds = (performance.now() - since) / 1000;
      countRequest({ route, method, status, seconds });
      if (!SILENT.includes(route)) accessLogger().info({ route, method, status, ms: Math.round(seconds * 1000) }, 'requête');
    });
  });
}
