import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countRequest, renderMetrics } from '#platform/metrics.ts';
import { routeFinder, watchRequests } from '#platform/requests.ts';

const ROUTES = ['/', '/aide', '/demarches/[dossier]/[etape]', '/demarches/[dossier]/abandon', '/_not-found'];

describe('la route d’une adresse', () => {
  const routeOf = routeFinder(ROUTES);
  it('est son modèle, jamais l’adresse ni sa requête', () =>
    expect(routeOf('/demarches/0123/motif?nom=TEST')).toBe('/demarches/[dossier]/[etape]'));
  it('est la plus précise', () => expect(routeOf('/demarches/0123/abandon')).toBe('/demarches/[dossier]/abandon'));
  it('est celle de l’accueil', () => expect(routeOf('/?langue=fr')).toBe('/'));
  it('n’existe pas pour un fichier ni pour une adresse inventée', () => {
    expect(routeOf('/favicon.svg')).toBeNull();
    expect(routeOf('/demarches/0123')).toBeNull();
  });
});

describe('une requête servie', () => {
  let stop: () => void;
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    stop = watchRequests(ROUTES);
    server = createServer((request, response) => {
      if (request.url === '/aide?coupe') response.write('…', () => response.destroy());
      else response.writeHead(request.url?.startsWith('/rien') ? 404 : 303).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const place = server.address();
    origin = `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}`;
  });
  afterEach(async () => {
    stop();
    await new Promise((done) => server.close(done));
  });
  const ask = (path: string, method = 'GET') =>
    fetch(origin + path, { method, redirect: 'manual' })
      .then((r) => r.text())
      .catch(() => null);
  /** The count is made when the connection lets the answer go, just after the caller has read it. */
  const counted = (labels: string) =>
    expect.poll(async () => (await renderMetrics([])).text).toContain(`http_request_duration_seconds_count{${labels}} 1`);

  it('est comptée par route, méthode et statut', async () => {
    await ask('/demarches/0123/motif?nom=TEST', 'POST');
    await counted('route="/demarches/[dossier]/[etape]",method="POST",status="303"');
    expect((await renderMetrics([])).text).not.toMatch(/demarches\/0123|nom=|TEST/);
  });
  it('est comptée une seule fois sous un seul nom quand rien n’est là', async () => {
    await ask('/rien/du/tout');
    await counted('route="/_not-found",method="GET",status="404"');
  });
  it('interrompue ne passe pas pour réussie', async () => {
    await ask('/aide?coupe');
    await counted('route="/aide",method="GET",status="499"');
  });
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
