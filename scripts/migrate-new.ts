// `node scripts/run.mjs migrate-new <nom>` : writes the next migration from the difference between the schema and its last snapshot.
// The engine cannot read a live database here (design note), so the schema after each migration is kept beside them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenServer } from './databases.ts';
import { migrationLock, migrationsFolder, schemaFiles, snapshotFile } from './prisma-files.ts';
import { diffWithEngine } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Donner un nom en minuscules, chiffres et soulignés : node scripts/run.mjs migrate-new ajoute_les_tarifs');
  process.exit(1);
}

const before = existsSync(snapshotFile) ? [{ path: 'schema.prisma', content: readFileSync(snapshotFile, 'utf8') }] : [];
const after = schemaFiles();
const { ownerUrl, release } = await chosenServer('postgres', 'portail');
const sql = await diffWithEngine(ownerUrl, before, after).finally(release);
if (sql.trim() === '' || sql.includes('This is an empty migration')) {
  console.log('Le schéma n’a pas changé depuis la dernière migration.');
  process.exit(0);
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsFolder, `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), sql);
writeFileSync(join(migrationsFolder, 'migration_lock.toml'), migrationLock);
writeFileSync(
  snapshotFile,
  after
    .map((file) => file.content.trimEnd())
    .join('\n\n')
    .concat('\n'),
);
console.log(`Migration écrite : ${join(folder, 'migration.sql')} (à relire, puis à commiter avec ${snapshotFile}).`);
// The engine leaves a timer of ten seconds behind it.
process.exit();
