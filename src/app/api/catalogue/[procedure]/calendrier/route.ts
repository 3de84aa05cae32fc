// The days of the deposit of a request, for the calendar of a telephone. `fin`: last day of the titre held.
import { estJour } from '#domain/jour.ts';
import { agendaDuDepot } from '#features/catalogue/commands.ts';
import { demarche } from '#features/catalogue/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routePublique } from '#guard/route.ts';

export const GET = routePublique('calendrier', async ({ requete, params, at }) => {
  const fin = new URL(requete.url).searchParams.get('fin') ?? '';
  const procedure = demarche(params.procedure ?? '');
  const agenda = procedure && estJour(fin) ? agendaDuDepot(procedure, fin, at) : null;
  return agenda ? reponseOctets(agenda.contenu, agenda.octets) : rienIci();
});
