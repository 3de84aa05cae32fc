import 'server-only';
import { LECTEURS_DE_DOSSIERS, rolesAyant } from '#domain/access/roles.ts';
import { jourDe } from '#domain/jour.ts';
import { loaderAgent } from '#guard/loader.ts';
import { equipeDe, nombreSansAgent, reglesDe, suiviDuDossier } from './queries.ts';

/** The team of the chef: who has how many, who is away, what is nobody's, the rules. */
export const chargerAttribution = loaderAgent(rolesAyant('distribuer'), async ({ portee, at }) => {
  const [equipe, regles, sansAgent] = await Promise.all([
    equipeDe(portee.prefecture, jourDe(at)),
    reglesDe(portee.prefecture),
    nombreSansAgent(portee),
  ]);
  return { equipe, regles, sansAgent };
});

/** On the page of a dossier, which has logged the reading: who follows it. */
export const chargerSuivi = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ portee }, dossierId: string) => {
  const suivi = await suiviDuDossier(portee, dossierId);
  return suivi && { ...suivi, suit: suivi.suiveurs.some((s) => s.id === portee.agentId) };
});
