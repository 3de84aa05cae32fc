// vitest setup of the database project: each vitest worker has its own database, so test files run beside each other.
import { inject } from 'vitest';

const { urlOf, prefix } = inject('portail');
process.env.DATABASE_URL = urlOf.replace('*', `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`);
