// The environment given to the web process and the worker: what the deployer gave, completed with what a lone machine needs.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEnv } from '../src/platform/env.ts';
import { openidVariables } from './openid.ts';
import { donnees, root } from './paths.ts';

/** The root secret of this machine, made once, readable by its owner only. Losing it makes stored files unreadable. */
function machineSecret(): string {
  const path = join(donnees, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(donnees, { recursive: true });
  const secret = randomBytes(48).toString('base64url');
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

export type Chosen = { databaseUrl: string; port: number; mode: 'production' | 'development'; folder?: string };

/** Complete and checked: throws the sentence of platform/env, which names each bad variable. */
export async function environment(chosen: Chosen): Promise<NodeJS.ProcessEnv> {
  const given = process.env;
  const url = given.PORTAIL_URL || `http://localhost:${chosen.port}`;
  const env: NodeJS.ProcessEnv = {
    ...given,
    NODE_ENV: chosen.mode,
    DATABASE_URL: chosen.databaseUrl,
    // the address of the owner is for the migrations: web and worker never receive it
    MIGRATION_DATABASE_URL: undefined,
    PORT: String(chosen.port),
    // Shells and containers set HOSTNAME to the machine's name, which the Next server would take for the address to listen on.
    HOSTNAME: '0.0.0.0',
    PORTAIL_URL: url,
    PORTAIL_SECRET: given.PORTAIL_SECRET || machineSecret(),
    BOITE_DEVELOPPEMENT: given.BOITE_DEVELOPPEMENT || (given.SMTP_URL ? 'false' : 'true'),
    // Absolute: the standalone server changes its working directory, the worker does not, and both must find the same files.
    STOCKAGE_DOSSIER: resolve(root, chosen.folder ?? (given.STOCKAGE_DOSSIER || '.donnees/fichiers')),
    NEXT_TELEMETRY_DISABLED: '1',
    ...(await openidVariables(given, url)),
  };
  readEnv(env);
  return env;
}
