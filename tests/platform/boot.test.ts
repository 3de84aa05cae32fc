// The web process from the outside: its start, its log, its stop. A child of plain Node, since these things concern a whole process.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths.ts';

const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
const node = existsSync(own) ? own : process.execPath;

type End = { code: number | null; out: string };

/** Runs a module; `onLine` may answer to what it writes. */
function run(code: string, env: Record<string, string> = {}, onLine: (line: string, kill: () => void) => void = () => {}): Promise<End> {
  const args = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  const child = spawn(node, args, { cwd: root, env: { ...process.env, LOG_LEVEL: 'info', ...env } });
  let out = '';
  const read = (chunk: Buffer) => {
    out += chunk;
    for (const line of chunk.toString().split('\n')) onLine(line, () => child.kill('SIGTERM'));
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve) => child.once('close', (exit) => resolve({ code: exit, out })));
}

const BOOT = `import { boot, reportFault } from '#platform/boot.ts'; boot();`;

/** As Next's server does: stop accepting, let the requests in hand finish, then leave. */
const SERVER = `${BOOT}
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  process.stdout.write('DEDANS\\n');
  setTimeout(() => { process.stdout.write('REPONDU\\n'); response.end('fini'); }, 300);
}).listen(0, '127.0.0.1', () => {
  fetch('http://127.0.0.1:' + server.address().port + '/').then((r) => r.text()).then((t) => process.stdout.write('RECU ' + t + '\\n'));
});
process.on('SIGTERM', () => server.close(() => setTimeout(() => process.exit(0), 200)));`;

describe('le processus du portail', () => {
  it('refuse de démarrer avec une variable fausse, et la nomme', async () => {
    const { code, out } = await run(BOOT, { PORTAIL_SECRET: 'court', DATABASE_URL: 'mysql://ici' });
    expect(code).toBe(1);
    expect(out).toContain('Environnement invalide, le service ne démarre pas');
    expect(out).toMatch(/- DATABASE_URL: .+\n- PORTAIL_SECRET: /);
    expect(out).not.toContain('at ');
  });

  it('écrit dans le journal le numéro que montre la page d’erreur, sans l’adresse demandée', async () => {
    const fault = `reportFault(Object.assign(new Error('panne voulue'), { digest: '369472183' }), { routePath: '/demarches/[dossier]/[etape]', routeType: 'render', method: 'GET' }); process.exit(0);`;
    const { out } = await run(`${BOOT}${fault}`);
    const line = out.split('\n').find((l) => l.includes('panne voulue')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      digest: '369472183',
      route: '/demarches/[dossier]/[etape]',
      method: 'GET',
      cause: { name: 'Error', message: 'panne voulue' },
    });
  });

  it('ne compte pas une redirection pour une faute', async () => {
    const signal = `reportFault(Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/connexion;307;' }), { routePath: '/', routeType: 'render', method: 'GET' }); process.exit(0);`;
    expect((await run(`${BOOT}${signal}`)).out).not.toContain('NEXT_REDIRECT');
  });

  it('s’arrête sans couper la requête en cours, puis ferme la base et la file', async () => {
    const { code, out } = await run(SERVER, {}, (line, kill) => line.includes('DEDANS') && kill());
    expect(code).toBe(0);
    const order = ['arrêt demandé', 'REPONDU', 'web arrêté'].map((mark) => out.indexOf(mark));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(out).toContain('"inHand":1');
    expect(out).toContain('RECU fini');
  });
});
