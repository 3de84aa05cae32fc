// The load generator: its own process, connections kept open, every answer read to its end and checked.
import { createReadStream, statSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Outcome, Shot, Volley } from './shot.ts';

type Answer = { status: number; location: string; text: string };

function send(agent: Agent, origin: string, shot: Shot, counter: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = shot.body === undefined ? undefined : Buffer.from(shot.body.replaceAll('@@VERSION@@', String(counter)));
    const { file } = shot;
    const length = file ? Buffer.byteLength(file.before) + statSync(file.path).size + Buffer.byteLength(file.after) : (body?.length ?? 0);
    const headers = { ...shot.headers, ...(shot.method === 'POST' ? { 'content-length': String(length) } : {}) };
    const call = request(
      new URL(shot.path.replace('@@VERSION@@', String(counter)), origin),
      { method: shot.method, agent, headers },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    call.once('error', reject);
    if (!file) {
      call.end(body);
      return;
    }
    call.write(file.before);
    const content = createReadStream(file.path, { highWaterMark: 256 * 1024 });
    content.pipe(call, { end: false });
    content.once('error', reject);
    content.once('end', () => call.end(file.after));
  });
}

function complaint({ expect, method, path }: Shot, answer: Answer): string | undefined {
  const said = `${method} ${path} : ${answer.status} ${answer.location} ${answer.text.replaceAll(/\s+/g, ' ').slice(0, 300)}`;
  if (answer.status !== expect.status) return `${said} (attendu : ${expect.status})`;
  if (expect.includes !== undefined && !answer.text.includes(expect.includes)) return `${said} (sans « ${expect.includes} »)`;
  if (expect.location !== undefined && !answer.location.endsWith(expect.location)) return `${said} (vers ${expect.location} attendu)`;
  return undefined;
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

async function fire({ origin, connections, shots, seconds, once = false }: Volley): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counters = shots.map((shot) => shot.counter ?? 0);
  const times: number[] = [];
  const complaints: string[] = [];
  let bad = 0;
  let bytes = 0;
  let nextOnce = 0;
  const since = performance.now();
  const deadline = since + seconds * 1000;

  const one = async (index: number): Promise<void> => {
    const shot = shots[index];
    if (!shot) return;
    const started = performance.now();
    try {
      const answer = await send(agent, origin, shot, counters[index] ?? 0);
      times.push(performance.now() - started);
      bytes += Buffer.byteLength(answer.text);
      const wrong = complaint(shot, answer);
      if (wrong === undefined) {
        counters[index] = (counters[index] ?? 0) + 1;
        return;
      }
      bad += 1;
      if (complaints.length < 3) complaints.push(wrong);
    } catch (error) {
      bad += 1;
      if (complaints.length < 3) complaints.push(`${shot.method} ${shot.path} : ${String(error)}`);
    }
  };
  // Each connection has shots of its own, so that two of them never write the same row.
  const loop = async (connection: number): Promise<void> => {
    for (let turn = connection; performance.now() < deadline; turn += connections) {
      const index = once ? nextOnce++ : turn < shots.length ? turn : connection % shots.length;
      if (once && index >= shots.length) return;
      if (!once && turn >= shots.length) turn = connection;
      await one(index);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => loop(connection)));
  agent.destroy();
  const took = (performance.now() - since) / 1000;
  times.sort((a, b) => a - b);
  const good = times.length - bad;
  return {
    good: Math.max(0, good),
    bad,
    complaints,
    seconds: took,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    bytes: times.length > 0 ? bytes / times.length : 0,
    counters,
  };
}

process.on('message', (message: { id: number; volley: Volley }) => {
  void fire(message.volley).then((outcome) => process.send?.({ id: message.id, outcome }));
});
process.once('disconnect', () => process.exit());
