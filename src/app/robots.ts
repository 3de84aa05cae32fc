import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '#platform/env.ts';

/** A demonstration is not indexed (D-20). */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection(); // read at each request: the setting is the deployment's, not the build's
  return env().PORTAIL_OFFICIEL
    ? { rules: { userAgent: '*', disallow: ['/api/', '/mon-compte/', '/instruction/', '/administration/', '/guichet/'] } }
    : { rules: { userAgent: '*', disallow: '/' } };
}
