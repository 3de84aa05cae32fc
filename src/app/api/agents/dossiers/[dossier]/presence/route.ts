// "I still have it open": who else has, and what changed since the page was read. No reading of the dossier: names of agents, and what
// they did.
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { signalerPresence } from '#features/dossier/instruction/presence/commands.ts';
import { changementsDepuis, enPhrase } from '#features/dossier/instruction/suivi/queries.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

const DITS = 4;

export const POST = routeAgent('presence', LECTEURS_DE_DOSSIERS, async ({ requete, params, portee, at }) => {
  const { dossier = '' } = params;
  const depuis = new URL(requete.url).searchParams.get('depuis') ?? '';
  const changes = await changementsDepuis(portee, dossier, /^\d{1,18}$/.test(depuis) ? depuis : undefined);
  if (!changes) return rienIci();
  const presents = await signalerPresence(portee, dossier, at);
  return Response.json({
    presents: presents.map((p) => ({ nom: p.nom, minutes: Math.max(0, Math.floor((at.getTime() - p.depuis.getTime()) / 60_000)) })),
    version: changes.version,
    changements: changes.lignes.slice(0, DITS).map(enPhrase),
  });
});
