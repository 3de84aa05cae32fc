// `npm run check` : what does not need a build or a browser.
import { generation, lint, types, unused, vitest } from './stages.ts';
import { verify } from './verify.ts';

await verify([generation, lint, types, unused, vitest]);
