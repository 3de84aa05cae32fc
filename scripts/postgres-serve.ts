// `node scripts/run.mjs postgres-serve [base]` : keeps the embedded server running until Ctrl-C and prints the address of the database.
import { createDatabase } from './databases.ts';
import { embeddedServer } from './postgres.ts';

const name = process.argv[2] ?? 'portail_dev';
const server = await embeddedServer('postgres', 'durable');
await createDatabase(server.url('postgres'), name);
console.log(server.url(name));

await new Promise<void>((resolve) => {
  const idle = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      clearInterval(idle);
      resolve();
    });
  }
});
await server.release();
