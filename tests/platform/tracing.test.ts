import { SpanStatusCode } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { countRequest, renderMetrics } from '#platform/metrics.ts';
import { requestOf } from '#platform/tracing.ts';

const span = (attributes: Record<string, string | number>, code = SpanStatusCode.UNSET) => ({
  attributes,
  duration: [1, 500_000_000] as [number, number],
  status: { code },
});
const REQUEST = {
  'next.span_type': 'BaseServer.handleRequest',
  'http.method': 'POST',
  'http.target': '/demarches/0123/motif?nom=TEST',
  'http.status_code': 303,
};

describe('une requête servie', () => {
  it('se note par le modèle de sa route, jamais par son adresse', () => {
    const request = requestOf(span({ ...REQUEST, 'http.route': '/demarches/[dossier]/[etape]' }));
    expect(request).toEqual({ route: '/demarches/[dossier]/[etape]', method: 'POST', status: 303, seconds: 1.5 });
    expect(JSON.stringify(request)).not.toContain('TEST');
  });
  it('sans route n’est pas comptée deux fois (en-têtes de src/proxy.ts)', () => expect(requestOf(span(REQUEST))).toBeNull());
  it('ne se confond pas avec ses propres étapes', () =>
    expect(requestOf(span({ ...REQUEST, 'http.route': '/aide', 'next.span_type': 'AppRender.getBodyResult' }))).toBeNull());
  it('sans réponse vaut 500', () =>
    expect(requestOf(span({ 'next.span_type': 'BaseServer.handleRequest', 'next.route': '/aide' }, SpanStatusCode.ERROR))?.status).toBe(
      500,
    ));
});

describe('les mesures', () => {
  it('comptent les requêtes par route, méthode et statut', async () => {
    countRequest({ route: '/aide', method: 'GET', status: 200, seconds: 0.02 });
    const { text } = await renderMetrics([]);
    expect(text).toContain('http_request_duration_seconds_count{route="/aide",method="GET",status="200"} 1');
  });
  it('montrent les chiffres partagés tels qu’ils viennent d’être lus, et oublient ceux d’avant', async () => {
    const figure = (state: string) => [{ name: 'portail_jobs', help: 'Jobs', values: [{ labels: { state }, value: 3 }] }];
    expect((await renderMetrics(figure('created'))).text).toContain('portail_jobs{state="created"} 3');
    expect((await renderMetrics(figure('failed'))).text).not.toContain('created');
  });
});
