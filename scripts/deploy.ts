// What a deployment runs before web and worker: migrations, then queues and reference data (and demonstration data unless PORTAIL_OFFICIEL).
import { seed } from '../prisma/seed.ts';
import { env } from '../src/platform/env.ts';
import { migrate } from './migrations.ts';

const names = await migrate(env().DATABASE_URL);
console.log(names.length === 0 ? 'Base à jour.' : `Migrations appliquées : ${names.join(', ')}`);
await seed();
process.exit();
