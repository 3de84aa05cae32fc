// `npm test` : everything. It never touches the database of DATABASE_URL: the tests have their own embedded server.
import { endToEnd, generation, lint, production, types, unused, vitest } from './stages.ts';
import { verify } from './verify.ts';

await verify([generation, lint, types, unused, vitest, production, endToEnd]);
