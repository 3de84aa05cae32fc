// Creates the queues of jobs in the database of DATABASE_URL, for the template of the tests. The seed does it for a real one.
import { prepareQueues } from '../src/platform/queue.ts';

await prepareQueues();
process.exit();
