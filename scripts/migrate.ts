// `node scripts/run.mjs migrate` : brings the database of DATABASE_URL (or the embedded one) to the last migration.
import { chosenServer } from './databases.ts';
import { migrate } from './migrations.ts';
import { grantRights, SAME_ROLE } from './rights.ts';

const { databaseUrl, ownerUrl, release } = await chosenServer('postgres', 'portail');
try {
  const names = await migrate(ownerUrl);
  if (!(await grantRights(ownerUrl, databaseUrl))) console.log(SAME_ROLE);
  console.log(names.length === 0 ? 'Base à jour.' : `Migrations appliquées : ${names.join(', ')}`);
} finally {
  await release();
}
// The engine leaves a timer of ten seconds behind it.
process.exit();
