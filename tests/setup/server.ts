// vitest globalSetup of the database project: the server and the template, once for all the test files.
import type { TestProject } from 'vitest/node';
import { dropDatabase } from '../../scripts/databases.ts';
import { ownDatabase, testServer } from '../../scripts/test-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `urlOf` is the address of a database whose name replaces `*`, as its owner, `serviceUrlOf` with the role of the service; `prefix` is followed by the number of the vitest worker. */
    portail: { admin: string; urlOf: string; serviceUrlOf: string; template: string; prefix: string };
  }
}

const mostWorkers = 16;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, admin, template } = await testServer();
  const prefix = ownDatabase('vitest');
  project.provide('portail', { admin, template, prefix, urlOf: server.url('*'), serviceUrlOf: server.serviceUrl('*') });
  return async () => {
    for (let worker = 0; worker <= mostWorkers; worker += 1) await dropDatabase(admin, `${prefix}${worker}`);
    await server.release();
  };
}
