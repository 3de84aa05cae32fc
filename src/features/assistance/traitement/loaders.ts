import 'server-only';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { choixPrefectures, choixSujets } from '../contact/queries.ts';
import { listeTickets, ticketsVisibles, ticketTraite } from './queries.ts';
import { lireFiltres } from './schema.ts';

export const chargerAssistance = loaderAdministration(
  rolesAyant('tickets'),
  async ({ agent, portee }, parametres: Record<string, string | string[] | undefined>) => {
    const filtres = lireFiltres(parametres);
    return {
      ...(await listeTickets(ticketsVisibles(portee), filtres)),
      filtres,
      sujets: choixSujets(),
      toutes: portee.prefecture === null,
      auGuichet: aLePouvoir(agent.roles, 'guichet'),
    };
  },
);

export const chargerTicketAgent = loaderAdministration(rolesAyant('tickets'), async ({ agent, portee }, id: string) => {
  const ticket = await ticketTraite(ticketsVisibles(portee), id);
  if (!ticket) return null;
  return { ticket, prefectures: await choixPrefectures(), auGuichet: aLePouvoir(agent.roles, 'guichet') };
});
