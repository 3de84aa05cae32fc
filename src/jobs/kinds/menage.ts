// Every hour: what is no longer needed goes, what was forgotten starts again. One thing that fails stops none of the others: it is told, and
// tried again with them.
import { boutsDuJournal, purgerConsultations } from '#features/administration/acces/commands.ts';
import { relancerCaptures } from '#features/assistance/captures/commands.ts';
import { purgerAcces } from '#features/compte/menage/commands.ts';
import { appliquerConservation } from '#features/conservation/commands.ts';
import { relancerMessages } from '#features/dossier/messages/commands.ts';
import { oublierBrouillons, relancerJointes } from '#features/dossier/messages/fichiers/commands.ts';
import { remplacerListes } from '#features/listes/commands.ts';
import { oublierCourriels, relancerCourriels, viderBoite } from '#features/notifications/courriels/commands.ts';
import { oublierTextos, relancerTextos } from '#features/notifications/textos/commands.ts';
import { relancerAnalyses, viderArrivees, viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { appliquerEchues } from '#features/publications/commands.ts';
import { rappelerRendezVous } from '#features/rendez-vous/commands.ts';
import { recordFault } from '#platform/fault.ts';
import { retryAbandoned } from '#platform/queue.ts';
import type { Job } from '../job.ts';

/** Once a night. */
const heure = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Paris' });

type Fait = Record<string, string | number>;
const compter = (nom: string, geste: (at: Date) => Promise<string | number>) =>
  [nom, async (at: Date): Promise<Fait> => ({ [nom]: await geste(at) })] as const;

const GESTES: readonly (readonly [string, (at: Date) => Promise<Fait>])[] = [
  compter('rendezVousRappeles', rappelerRendezVous),
  // what was said of an event is never lost: its documents and its messages are owed
  compter('evenementsRelances', () => retryAbandoned('evenement')),
  compter('messagesRelances', relancerMessages),
  compter('courrielsRelances', relancerCourriels),
  compter('textosRelances', relancerTextos),
  compter('analysesRelancees', async (at) => (await relancerAnalyses(at)) + (await relancerCaptures(at)) + (await relancerJointes(at))),
  compter('publications', appliquerEchues),
  compter('listesRemplacees', remplacerListes),
  ['acces', purgerAcces],
  compter('contenus', viderOrphelins),
  compter('arrivees', viderArrivees),
  compter('captures', viderBoite),
  compter('courrielsOublies', oublierCourriels),
  compter('textosOublies', oublierTextos),
  compter('brouillonsDeMessages', oublierBrouillons),
  compter('consultations', purgerConsultations),
  compter('journal', boutsDuJournal),
  ['conservation', async (at) => (heure.format(at) === '03' ? appliquerConservation(at) : {})],
];

/** Each in its turn. Throws at the end the names of those that failed: the queue tries again. */
export async function faireLeMenage(at: Date, gestes = GESTES): Promise<Fait> {
  const faits: Fait = {};
  const manques: string[] = [];
  for (const [nom, geste] of gestes) {
    try {
      Object.assign(faits, await geste(at));
    } catch (erreur) {
      manques.push(`${nom} ${recordFault(erreur, { travail: 'menage', geste: nom })}`);
    }
  }
  if (manques.length > 0) throw new Error(`ménage incomplet : ${manques.join(', ')}`);
  return faits;
}

export const menage: Job<'menage'> = {
  simultanes: 1,
  horaire: '17 * * * *',
  run: (_, at) => faireLeMenage(at),
};
