import 'server-only';
import { db } from '#platform/db.ts';

/** What anybody may know of a préfecture; null while it is not in the portal. Public: no scope. One statement. */
export function prefectureDuDepartement(code: string) {
  return db().prefecture.findUnique({ where: { code }, select: { nom: true, site: true, courriel: true, telephone: true } });
}
