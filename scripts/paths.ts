// Folders of the project, absolute: the standalone web server changes its working directory.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Everything a machine keeps between two starts: database, secret, files. Ignored by git. */
export const donnees = join(root, '.donnees');
export const inRoot = (...parts: string[]): string => join(root, ...parts);
