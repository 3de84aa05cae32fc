// Packages of Debian that the tests use when they can be had: on a machine of that family, as its administrator.
import { execFileSync } from 'node:child_process';

/** Runs a program for what it leaves on the machine. Its failure is not ours: the next way is tried, or one does without. */
export function attempt(command: string, parameters: string[]): void {
  try {
    execFileSync(command, parameters, { stdio: 'ignore', timeout: 300_000, shell: process.platform === 'win32' });
  } catch {
    // said by whoever looks for what was to be there
  }
}

export function installDebian(...packages: string[]): void {
  if (process.platform !== 'linux') return;
  attempt('apt-get', ['update']);
  attempt('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}
