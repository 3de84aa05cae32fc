// Entry of every npm script. Plain JavaScript for Node 20, with nothing but Node itself: node_modules may not exist yet.
// 1. installs the dependencies when they do not match package-lock.json; 2. runs scripts/<verb>.ts with a Node that reads TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [verb = 'start', ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${verb}.ts`);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when every package of the lock is there in the same version (optional ones may be missing: other platforms). */
function installed() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  // npm writes this file last, so an interrupted installation has none.
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true || entry.peer === true;
  });
}

function install() {
  console.log('Installation des dépendances (npm ci), une à trois minutes la première fois…');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const result =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, env, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) fail('Les dépendances ne se sont pas installées : voir le message de npm ci ci-dessus, puis relancer.');
}

/** The Node of package.json (24.21) when npm could install it for this machine, otherwise this one if it reads TypeScript. */
function modernNode() {
  const folder = join(root, 'node_modules', `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, 'bin');
  const own = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `Ce projet demande Node 22.18 ou plus. Celui-ci est ${process.version} et Node 24 n'a pas pu être installé par npm pour ${process.platform}-${process.arch} : installer Node 24, puis relancer.`,
  );
}

if (!existsSync(script)) fail(`Commande inconnue : ${verb}.`);
if (!installed()) install();

// react-server: server code imports "server-only", which throws under any other condition.
const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--disable-warning=DEP0169'];
// The channel lets the script notice the death of this process, even by kill -9.
const child = spawn(modernNode(), [...flags, script, ...rest], { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
