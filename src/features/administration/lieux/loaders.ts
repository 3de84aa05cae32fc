import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { isId } from '#platform/ids.ts';
import { lieuxDe } from './queries.ts';

export const chargerLieux = loaderAdministration(rolesAyant('gerer_lieux'), async ({ portee, at }) => ({
  lieux: await lieuxDe(portee, at),
}));

export const chargerLieu = loaderAdministration(rolesAyant('gerer_lieux'), async ({ portee, at }, id: string) => {
  const [lieu] = isId(id) ? await lieuxDe(portee, at, id) : [];
  return lieu ? { lieu } : null;
});
