// The file that puts an appointment in the calendar of a telephone.
import { agendaDuRendezVous } from '#features/dossier/remise/commands.ts';
import { monRendezVous } from '#features/dossier/remise/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeUsager } from '#guard/route.ts';

export const GET = routeUsager('agenda', async ({ params, portee, at }) => {
  const rendezVous = await monRendezVous(portee, params.rendezVous ?? '');
  if (!rendezVous) return rienIci();
  const { contenu, octets } = agendaDuRendezVous(rendezVous, at);
  return reponseOctets(contenu, octets);
});
