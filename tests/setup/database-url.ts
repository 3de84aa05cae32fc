// vitest setup of the database project: each vitest worker has its own database, so test files run beside each other.
import { inject } from 'vitest';

// the role of the service, whose rights are those of production
const { serviceUrlOf, prefix } = inject('portail');
process.env.DATABASE_URL = serviceUrlOf.replace('*', `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`);
