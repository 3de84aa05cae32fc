// Since when and until when a procedure is filed on the portal: its definition, unless the administration published other days.
import 'server-only';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { now } from '#platform/clock.ts';
import { referenceDu, referencesDu } from '../references/queries.ts';

/** First and last day of a procedure on the portal, with what to say when it is closed. */
export function ouvertureDe({ slug, ouverture }: Procedure): { depuis: Jour; jusqua: Jour | null; message: string | null } {
  const publiee = referenceDu('ouverture', slug);
  return { depuis: publiee?.depuis ?? ouverture.depuis, jusqua: publiee?.jusqua || null, message: publiee?.message || null };
}

/** Those that the administration published, by procedure; the others keep what their definition says. */
export function ouverturesPubliees(jour: Jour = jourDe(now())): Readonly<Record<string, { depuis: Jour; jusquau: Jour | null }>> {
  return Object.fromEntries(
    [...referencesDu('ouverture', jour)].flatMap(([slug, { depuis, jusqua }]) =>
      depuis ? [[slug, { depuis, jusquau: jusqua || null }]] : [],
    ),
  );
}

/** Is this procedure filed on the portal that day? */
export function estOuverte(procedure: Procedure, jour: Jour): boolean {
  const { depuis, jusqua } = ouvertureDe(procedure);
  return depuis <= jour && (jusqua === null || jour <= jusqua);
}
