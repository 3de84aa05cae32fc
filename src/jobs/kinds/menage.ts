// Every hour: what is no longer needed goes, what was forgotten starts again.
import { boutsDuJournal, purgerConsultations } from '#features/administration/acces/commands.ts';
import { relancerCaptures } from '#features/assistance/captures/commands.ts';
import { purgerAcces } from '#features/compte/menage/commands.ts';
import { appliquerConservation } from '#features/conservation/commands.ts';
import { oublierBrouillons, relancerJointes } from '#features/dossier/messages/fichiers/commands.ts';
import { remplacerListes } from '#features/listes/commands.ts';
import { oublierCourriels, relancerCourriels, viderBoite } from '#features/notifications/courriels/commands.ts';
import { oublierTextos, relancerTextos } from '#features/notifications/textos/commands.ts';
import { relancerAnalyses, viderArrivees, viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { appliquerEchues } from '#features/publications/commands.ts';
import { rappelerRendezVous } from '#features/rendez-vous/commands.ts';
import type { Job } from '../job.ts';

/** Once a night. */
const heure = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Paris' });

export const menage: Job<'menage'> = {
  simultanes: 1,
  horaire: '17 * * * *',
  run: async (_, at) => ({
    ...(heure.format(at) === '03' ? await appliquerConservation(at) : {}),
    ...(await purgerAcces(at)),
    publications: await appliquerEchues(at),
    contenus: await viderOrphelins(),
    arrivees: await viderArrivees(at),
    captures: await viderBoite(at),
    courrielsOublies: await oublierCourriels(at),
    courrielsRelances: await relancerCourriels(at),
    rendezVousRappeles: await rappelerRendezVous(at),
    textosOublies: await oublierTextos(at),
    textosRelances: await relancerTextos(at),
    analysesRelancees: (await relancerAnalyses(at)) + (await relancerCaptures(at)) + (await relancerJointes(at)),
    brouillonsDeMessages: await oublierBrouillons(at),
    consultations: await purgerConsultations(),
    journal: await boutsDuJournal(),
    listesRemplacees: await remplacerListes(at),
  }),
};
