// What a deployment runs before web and worker: migrations and rights as the owner, then, with the role of the service, queues and
// reference data (and demonstration data unless PORTAIL_OFFICIEL).
import { seed } from '../prisma/seed.ts';
import { env } from '../src/platform/env.ts';
import { migrate } from './migrations.ts';
import { grantRights, SAME_ROLE } from './rights.ts';

const { DATABASE_URL, MIGRATION_DATABASE_URL = DATABASE_URL } = env();
const names = await migrate(MIGRATION_DATABASE_URL);
console.log(names.length === 0 ? 'Base à jour.' : `Migrations appliquées : ${names.join(', ')}`);
if (!(await grantRights(MIGRATION_DATABASE_URL, DATABASE_URL))) console.log(SAME_ROLE);
await seed();
process.exit();
