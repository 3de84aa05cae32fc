import 'server-only';
import { loaderPublic, loaderUsager } from '#guard/loader.ts';
import { visiteEnCours } from '#guard/visite.ts';
import { type Echange, echangeDe, numeroDuLien, ticketsDe } from './queries.ts';

export const chargerTickets = loaderUsager(async ({ portee }) => ticketsDe(portee));

export const chargerTicket = loaderUsager(async ({ portee }, id: string) => echangeDe({ compteId: portee.compteId }, id));

type Parametres = Record<string, string | string[] | undefined>;

/** `lien`: a link to press · `ouvert`: the visit is on · `ferme`: ask for a link; `perime`: the one given is used or too old. */
export type Suivi =
  | { etat: 'lien'; jeton: string; numero: string }
  | { etat: 'ouvert'; ticket: Echange }
  | { etat: 'ferme'; perime: boolean; fin: boolean; envoye: boolean };

/** Reads only: a link shows a button and uses nothing up. */
export const chargerSuivi = loaderPublic(async ({ at }, { jeton, fin, envoye }: Parametres): Promise<Suivi> => {
  if (typeof jeton === 'string') {
    const numero = await numeroDuLien(jeton, at);
    return numero ? { etat: 'lien', jeton, numero } : { etat: 'ferme', perime: true, fin: false, envoye: false };
  }
  const id = await visiteEnCours(at);
  const ticket = id && (await echangeDe({ id }, id));
  if (ticket) return { etat: 'ouvert', ticket };
  return { etat: 'ferme', perime: false, fin: fin === '1', envoye: envoye === '1' };
});
