// The access log as CSV, streamed; asks for a recent proof, and the export is written in the log of the administration first.
import { rolesAyant } from '#domain/access/roles.ts';
import { exporterAcces } from '#features/administration/acces/commands.ts';
import { lireDemandeAcces } from '#features/administration/acces/schema.ts';
import { reponseCsv } from '#guard/octets.ts';
import { routeAdministration } from '#guard/route.ts';

export const GET = routeAdministration(
  'export_acces',
  rolesAyant('lire_acces'),
  async ({ requete, agent, portee, at }) => {
    const demande = lireDemandeAcces(Object.fromEntries(new URL(requete.url).searchParams));
    const { nom, contenu } = await exporterAcces(portee, agent, demande, at);
    return reponseCsv(contenu, nom);
  },
  { confirmation: true },
);
