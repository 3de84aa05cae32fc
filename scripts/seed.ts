// `node scripts/run.mjs seed` : puts the demonstration data into the database of DATABASE_URL; with `--dossiers`, its fictional dossiers too.
// Its own process: it ends with its connections.
import { seed, seedDossiers } from '../prisma/seed.ts';

await seed();
if (process.argv.includes('--dossiers')) await seedDossiers();
process.exit();
