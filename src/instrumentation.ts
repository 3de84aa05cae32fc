// What Next calls once before the first request, and at each fault that reaches it. The comparison is written out in full:
// the bundler drops the branch, and the modules of Node behind it, from the edge build.
import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('#platform/boot.ts');
    const { poserEntetes } = await import('./entetes.ts');
    boot();
    poserEntetes();
    const { releverReferences } = await import('#features/configuration/references/queries.ts');
    // a base that does not answer yet must not stop the start: the health page tells it, and the next request reads again
    await releverReferences().catch(() => {});
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportFault } = await import('#platform/boot.ts');
    reportFault(error, { routePath: context.routePath, routeType: context.routeType, method: request.method });
  }
};
