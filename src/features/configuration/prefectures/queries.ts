// The préfectures of the country, as pages, letters and lists name them.
import 'server-only';
import { db } from '#platform/db.ts';

/** `code`: of its department (59, 2A, 973). `autorite`: who decides (« Le préfet du Nord »). `tribunal`: where a decision is challenged. */
export type Prefecture = {
  code: string;
  nom: string;
  autorite: string;
  adresse: string;
  courriel: string | null;
  telephone: string | null;
  site: string | null;
  tribunal: string;
};

/** All of them, by code. */
export function prefectures(): Promise<Prefecture[]> {
  return db().prefecture.findMany({ orderBy: { code: 'asc' } });
}
