// Whether the portal gets the demonstration provider, and what both must know of each other.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { donnees, inRoot } from './paths.ts';
import { freePortFrom } from './port.ts';
import type { Service } from './supervisor.ts';

type Secrets = { usagers: string; agents: string; cles: object[] };

/** Made once per machine: the sessions opened before a restart can still leave the provider properly. */
function secretsOfThisMachine(): Secrets {
  const path = join(donnees, 'openid-demonstration.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cle = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'ES256' };
  const secrets = { usagers: randomBytes(32).toString('base64url'), agents: randomBytes(32).toString('base64url'), cles: [cle] };
  mkdirSync(donnees, { recursive: true });
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/**
 * What to add to the environment of the portal so that FranceConnect and ProConnect are the demonstration provider. Nothing when a
 * real one is configured, on an official service, or behind https (the provider speaks plain http, from the same machine only).
 */
export async function openidVariables(given: NodeJS.ProcessEnv, url: string): Promise<Record<string, string>> {
  if (given.FRANCECONNECT_URL || given.PROCONNECT_URL || given.PORTAIL_OFFICIEL === 'true' || !url.startsWith('http:')) return {};
  const port = await freePortFrom(Number(new URL(url).port || 80) + 1000);
  const emetteur = `http://${new URL(url).hostname}:${port}`;
  const { usagers, agents, cles } = secretsOfThisMachine();
  return {
    OPENID_PORT: String(port),
    OPENID_CLES: JSON.stringify(cles),
    FRANCECONNECT_URL: emetteur,
    FRANCECONNECT_CLIENT_ID: 'portail-usagers',
    FRANCECONNECT_CLIENT_SECRET: usagers,
    PROCONNECT_URL: emetteur,
    PROCONNECT_CLIENT_ID: 'portail-agents',
    PROCONNECT_CLIENT_SECRET: agents,
  };
}

/** The process to run beside the portal: none without the variables above. */
export function openidServices(env: NodeJS.ProcessEnv, logs?: string): Service[] {
  if (!env.OPENID_PORT) return [];
  return [
    {
      name: 'fournisseur d’identité',
      args: ['--disable-warning=ExperimentalWarning', inRoot('scripts', 'openid-serve.ts')],
      env,
      log: logs ? join(logs, 'openid.log') : undefined,
    },
  ];
}
