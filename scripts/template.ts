// Makes the database of DATABASE_URL into a template for the tests: migrations, rights, queues of jobs. Its own process: it ends with its connections.
import { prepareQueues } from '../src/platform/queue.ts';
import { migrate } from './migrations.ts';
import { grantRights } from './rights.ts';

const { DATABASE_URL = '', MIGRATION_DATABASE_URL = '' } = process.env;
await migrate(MIGRATION_DATABASE_URL);
// rights belong to the database: its clones have them
await grantRights(MIGRATION_DATABASE_URL, DATABASE_URL);
await prepareQueues();
process.exit();
