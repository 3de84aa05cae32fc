// `node scripts/run.mjs seed` : puts the demonstration data into the database of DATABASE_URL. Its own process: it ends with its connections.
import { seed } from '../prisma/seed.ts';

await seed();
process.exit();
