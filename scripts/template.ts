// Makes the database of DATABASE_URL into a template for the tests: migrations and queues of jobs. Its own process: it ends with its connections.
import { prepareQueues } from '../src/platform/queue.ts';
import { migrate } from './migrations.ts';

await migrate(process.env.DATABASE_URL ?? '');
await prepareQueues();
process.exit();
