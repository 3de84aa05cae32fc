// The opinions of a dossier on their page, in short on the page of the dossier, and the list of those that a préfecture awaits.
import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS, rolesAyant } from '#domain/access/roles.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import type { SorteAvis } from '#domain/dossier/evenements.ts';
import { jourDe } from '#domain/jour.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierInstruit } from '../instruction/queries.ts';
import { avisAttendus, avisDuDossier, PAR_PAGE } from './queries.ts';

export const chargerAvis = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  const actions = actionsOffertes(dossier.statut, agent);
  const { numero, version, dernier, demandeur, saisine, attendOfii } = dossier;
  return {
    dossier: { id, numero, version, dernier, demandeur, saisine, attendOfii },
    avis: await avisDuDossier(portee, id),
    jour: jourDe(at),
    peutDemander: actions.includes('demander_avis'),
    /** the référent fraude answers what is asked of them, and nothing else */
    peutRendre: (sorte: SorteAvis) => actions.includes('rendre_avis') && (sorte === 'fraude' || agent.roles.includes('instructeur')),
  };
});

/** For the page of the dossier, which has logged the reading. */
export const chargerAvisEnBref = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at }, id: string) => ({
  avis: await avisDuDossier(portee, id),
  jour: jourDe(at),
  agit: agent.roles.includes('instructeur') || agent.roles.includes('referent_fraude'),
}));

const TOUS: readonly SorteAvis[] = ['commission', 'ofii', 'fraude', 'maire'];

/** What awaits an answer: the référent fraude sees what is asked of them. */
export const chargerAvisAttendus = loaderAgent(rolesAyant('lire_dossiers'), async ({ agent, portee, at }, demandee: number) => {
  const sortes = agent.roles.some((r) => r === 'instructeur' || r === 'valideur' || r === 'chef') ? TOUS : (['fraude'] as const);
  const page = Number.isInteger(demandee) && demandee > 0 ? demandee : 1;
  const { lignes, total } = await avisAttendus(portee, sortes, page);
  return { lignes, page, pages: Math.max(1, Math.ceil(total / PAR_PAGE)), jour: jourDe(at) };
});
