// `node scripts/run.mjs env` : the table of the environment variables, read from the one schema of platform/env.
import { variables } from '../src/platform/env.ts';

console.log('| Variable | Par défaut | Sens |\n|---|---|---|');
for (const [name, rule] of Object.entries(variables)) {
  const absent = rule.safeParse(undefined);
  const value = absent.success ? (absent.data === undefined ? 'absente' : `\`${absent.data}\``) : 'à donner';
  console.log(`| \`${name}\` | ${value} | ${rule.description ?? ''} |`);
}
