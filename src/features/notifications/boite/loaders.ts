import 'server-only';
import { headers } from 'next/headers';
import { loaderUsager } from '#guard/loader.ts';
import { env } from '#platform/env.ts';
import { ouvrirNotification } from './commands.ts';
import { estPrechargement, nombreNonLues, notificationDe, notificationsDe } from './queries.ts';

/** The count of the bell and of "Mon compte". */
export const compterNonLues = loaderUsager(async ({ portee }) => nombreNonLues(portee));

/** "Mes Notifications" (S-158 to S-162). */
export const chargerBoite = loaderUsager(async ({ portee }, titre: string, page: number, parPage: number) =>
  notificationsDe(portee, { titre, page, parPage }),
);

/**
 * One notification: showing it is opening it, so the acknowledgement is written before it is read. A page fetched in advance by the browser
 * or the router is refused (404, which a browser throws away): otherwise it could be read later without having been opened.
 */
export const chargerNotification = loaderUsager(async ({ portee, at }, id: string) => {
  if (estPrechargement(await headers())) return null;
  await ouvrirNotification(portee, id, at);
  const notification = await notificationDe(portee, id);
  return notification && { notification, ministere: env().PORTAIL_MINISTERE };
});
