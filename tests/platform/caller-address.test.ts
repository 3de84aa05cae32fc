import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { trustConnectionsOnly } from '#platform/caller-address.ts';

let stop: (() => void) | undefined;
let server: Server | undefined;
afterEach(async () => {
  stop?.();
  await new Promise((done) => server?.close(done));
});

/** What a server hears of the address of a caller who writes one of their own. */
async function heard(): Promise<unknown> {
  server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  const place = server.address();
  const port = typeof place === 'object' ? place?.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' },
  });
  return answer.json();
}

it('croit l’appelant quand des proxys sont devant', async () => {
  expect(await heard()).toMatchObject({ 'x-forwarded-for': '203.0.113.7' });
});

it('ne croit que la connexion quand il n’y en a pas', async () => {
  stop = trustConnectionsOnly();
  const headers = await heard();
  expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1' });
  expect(headers).not.toHaveProperty('forwarded');
});
