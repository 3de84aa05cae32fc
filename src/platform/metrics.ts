// Measures in the Prometheus format. What this process sees (requests, bytes written) is counted here; what every process shares
// (jobs, sessions) is read from the database when asked, by whoever owns those tables.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { processMemory } from './process-memory.ts';

type Metrics = {
  registry: Registry;
  requests: Histogram<'route' | 'method' | 'status'>;
  faults: Counter<'route' | 'kind'>;
  storedBytes: Counter;
};

function build(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Duration of requests by route pattern',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [registry],
    }),
    faults: new Counter({
      name: 'http_request_faults_total',
      help: 'Faults that reached the framework, by route pattern',
      labelNames: ['route', 'kind'],
      registers: [registry],
    }),
    storedBytes: new Counter({
      name: 'portail_storage_written_bytes_total',
      help: 'Bytes written to the storage by this process',
      registers: [registry],
    }),
  };
}

export const metrics = (): Metrics => processMemory('metrics', build);

/** `seconds`: from the first byte read to the last byte given to the framework. `route`: its pattern, never the address asked. */
export function countRequest(request: { route: string; method: string; status: number; seconds: number }): void {
  const { route, method, status, seconds } = request;
  metrics().requests.observe({ route, method, status: String(status) }, seconds);
}

export function countStored(bytes: number): void {
  metrics().storedBytes.inc(bytes);
}

/** A figure shared by every process, read just before the answer: one value for each set of labels. */
export type SharedFigure = { name: string; help: string; values: readonly { labels: Readonly<Record<string, string>>; value: number }[] };

/** The page of measures, as Prometheus reads it. */
export async function renderMetrics(figures: readonly SharedFigure[]): Promise<{ type: string; text: string }> {
  // a new registry each time, so that a set of labels no longer given is no longer shown
  const asked = new Registry();
  for (const { name, help, values } of figures) {
    const gauge = new Gauge({ name, help, labelNames: Object.keys(values[0]?.labels ?? {}), registers: [asked] });
    for (const { labels, value } of values) gauge.set(labels, value);
  }
  const { registry } = metrics();
  return { type: registry.contentType, text: `${await registry.metrics()}\n${await asked.metrics()}` };
}
