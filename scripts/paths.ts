// Folders of the project, absolute: the standalone web server changes its working directory.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Everything a machine keeps between two starts: database, secret, files. Ignored by git. */
export const donnees = join(root, '.donnees');
/** Where the database of the end-to-end tests is told: they make rows older, to see what time does. */
export const baseDesEssais = join(donnees, 'e2e-base');
export const inRoot = (...parts: string[]): string => join(root, ...parts);
