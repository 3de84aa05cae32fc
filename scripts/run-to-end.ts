// Runs a program to its end and keeps what it said.
import { spawn } from 'node:child_process';
import { root } from './paths.ts';

export type Ended = { code: number; output: string };

/** `live` also shows the output as it comes. Never throws: a program that cannot start ends with code 127. */
export function runToEnd(command: string, args: string[], env: NodeJS.ProcessEnv = process.env, live = false): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      if (live) to.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const end = () => child.kill();
    process.once('exit', end);
    child.once('error', (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
    child.once('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output });
    });
  });
}
