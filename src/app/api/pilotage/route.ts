// The figures as CSV, streamed: the prefecture of a chef, or the country. What leaves the portal asks for a recent proof.
import { rolesAyant } from '#domain/access/roles.ts';
import { jourDe } from '#domain/jour.ts';
import { exporterPilotage } from '#features/pilotage/commands.ts';
import { lirePeriode } from '#features/pilotage/schema.ts';
import { reponseCsv } from '#guard/octets.ts';
import { routeAdministration } from '#guard/route.ts';

export const GET = routeAdministration(
  'export_pilotage',
  [...rolesAyant('pilotage'), ...rolesAyant('pilotage_national')],
  async ({ requete, agent, portee, at }) => {
    const periode = lirePeriode(Object.fromEntries(new URL(requete.url).searchParams), jourDe(at));
    const { nom, contenu } = await exporterPilotage(portee, agent, periode, at);
    return reponseCsv(contenu, nom);
  },
  { confirmation: true },
);
