// What the catalogue gives to take away: the list of pieces (PDF) and the days of the deposit (calendar).
import 'server-only';
import { joursDeDepot } from '#domain/delais/agenda.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { rendreListe } from '#features/documents/commands.ts';
import type { ListeADelivrer } from '#features/documents/queries.ts';
import type { Octets } from '#guard/octets.ts';
import { env } from '#platform/env.ts';
import { calendarFile } from '#platform/icalendar.ts';

type Rendu = Awaited<ReturnType<typeof rendreListe>>;
const rendus = new Map<string, Promise<Rendu>>();
let rendusLe: Jour | undefined;

/** The PDF of a public list, drawn once per process and per day: anybody may ask for it any number of times. */
export function rendreListePublique(liste: ListeADelivrer, at: Date): Promise<Rendu> {
  const jour = jourDe(at);
  if (rendusLe !== jour) {
    rendus.clear();
    rendusLe = jour;
  }
  const cle = `${liste.procedure.slug} ${liste.version} ${liste.effetLe}`;
  const connu = rendus.get(cle);
  if (connu) return connu;
  const rendu = rendreListe(liste, at);
  rendus.set(cle, rendu);
  // a fault is not kept
  rendu.catch(() => rendus.delete(cle));
  return rendu;
}

/** The days of the deposit before the end of a titre, as a calendar; null when the procedure does not depend on it. */
export function agendaDuDepot(procedure: Procedure, fin: Jour, at: Date): { contenu: Uint8Array<ArrayBuffer>; octets: Octets } | null {
  const jours = joursDeDepot(procedure.fenetre, fin);
  if (!jours) return null;
  const { PORTAIL_URL, PORTAIL_NOM, COURRIEL_EXPEDITEUR } = env();
  const url = new URL(`/catalogue/${procedure.slug}?fin=${fin}`, PORTAIL_URL).href;
  const id = (quoi: string) => `${procedure.slug}-${fin}-${quoi}@${new URL(PORTAIL_URL).host}`;
  const suite = `Titre valable jusqu’au ${jourLisible(fin)}. Demande à déposer du ${jourLisible(jours.ouvre)} au ${jourLisible(jours.ferme)} (${procedure.fenetre.article}).`;
  const texte = calendarFile({ product: PORTAIL_NOM, name: procedure.nom, organizer: COURRIEL_EXPEDITEUR, at }, [
    { id: id('ouverture'), day: jours.ouvre, summary: `Je peux déposer : ${procedure.nom}`, description: suite, url, alarmDays: 1 },
    {
      id: id('rappel'),
      day: jours.rappel,
      summary: `Rappel : ${procedure.nom}, à déposer avant le ${jourLisible(jours.ferme)}`,
      description: suite,
      url,
    },
    { id: id('fin'), day: jours.ferme, summary: `Dernier jour pour déposer : ${procedure.nom}`, description: suite, url, alarmDays: 7 },
  ]);
  const contenu = new TextEncoder().encode(texte);
  return {
    contenu,
    octets: { type: 'text/calendar; charset=utf-8', nom: `${procedure.slug}.ics`, taille: contenu.length, affichage: 'a_enregistrer' },
  };
}
