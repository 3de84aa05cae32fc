// Next emits a span for each request it serves. That one span gives the access log and the histogram of durations, for every page,
// action and byte route, without a line in any of them. No personal data: the pattern of the route, never the address nor its query.
import { type Attributes, SpanStatusCode } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan, type Sampler, SamplingDecision, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { logger } from './logger.ts';
import { countRequest } from './metrics.ts';

const text = (attributes: Attributes, name: string): string | null => {
  const value = attributes[name];
  return typeof value === 'string' ? value : null;
};

/** What a span says of a request; null when it is not one, or one that no route answered (src/proxy.ts has its own span, without route). */
export function requestOf(
  span: Pick<ReadableSpan, 'attributes' | 'duration' | 'status'>,
): { route: string; method: string; status: number; seconds: number } | null {
  const { attributes } = span;
  if (text(attributes, 'next.span_type') !== 'BaseServer.handleRequest') return null;
  const route = text(attributes, 'http.route') ?? text(attributes, 'next.route');
  if (route === null) return null;
  const status = Number(attributes['http.status_code'] ?? (span.status.code === SpanStatusCode.ERROR ? 500 : 200));
  return { route, method: text(attributes, 'http.method') ?? 'GET', status, seconds: span.duration[0] + span.duration[1] / 1e9 };
}

/** Asked every few seconds by machines: measured, not told. */
const SILENT = ['/api/sante', '/api/metriques'];

const accessLog: SpanProcessor = {
  onStart() {},
  onEnd(span) {
    const request = requestOf(span);
    if (!request) return;
    countRequest(request);
    if (SILENT.some((route) => request.route.startsWith(route))) return;
    const { route, method, status, seconds } = request;
    logger().info({ route, method, status, ms: Math.round(seconds * 1000) }, 'requête');
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};

/** Only the span of a request is recorded: Next makes a dozen others for each page, and recording them costs 5 % of its processor. */
const requestsOnly: Sampler = {
  shouldSample: (_context, _trace, _name, _kind, attributes) => ({
    decision: attributes['next.span_type'] === 'BaseServer.handleRequest' ? SamplingDecision.RECORD : SamplingDecision.NOT_RECORD,
  }),
};

/** Once per process. */
export function startTracing(): void {
  new NodeTracerProvider({ sampler: requestsOnly, spanProcessors: [accessLog] }).register();
}
