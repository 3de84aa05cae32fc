// What a person without compte came for: kept by their browser while the compte is made (mail, password), so that the first complete
// log-in leads there. Another browser knows nothing of it: the entry question of a first request names these requests too.
import 'server-only';
import { lirePreambule } from '#domain/access/demarche.ts';
import { lireTemoin, poserTemoin, retirerTemoin } from './temoin.ts';

/** As long as a provisional password (D-01). */
const MINUTES = 48 * 60;

/** Server actions only. Nothing to keep: what was kept before is left alone. */
export async function retenirDepart(preambule: string | undefined): Promise<void> {
  if (preambule) await poserTemoin('depart', preambule, MINUTES);
}

/** Gives it once. Server actions and routes only. */
export async function reprendreDepart(): Promise<string | undefined> {
  const preambule = lirePreambule((await lireTemoin('depart')) ?? undefined);
  if (preambule) await retirerTemoin('depart');
  return preambule;
}
