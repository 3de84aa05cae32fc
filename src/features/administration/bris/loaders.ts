import 'server-only';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { loaderAdministration, loaderBris } from '#guard/loader.ts';
import { PAR_PAGE } from '../schema.ts';
import { ouvertures } from './queries.ts';

/** Who opens sees their own openings; who controls sees them all. */
export const chargerOuvertures = loaderAdministration(
  [...rolesAyant('briser_la_glace'), ...rolesAyant('lire_bris')],
  async ({ agent, portee, at }, avant: Date | null) => {
    const controle = aLePouvoir(agent.roles, 'lire_bris');
    const lues = await ouvertures(portee, controle ? null : agent.agentId, avant);
    return {
      ouvertures: lues.slice(0, PAR_PAGE),
      suite: lues.length > PAR_PAGE ? (lues.at(PAR_PAGE - 1)?.le ?? null) : null,
      peutOuvrir: aLePouvoir(agent.roles, 'briser_la_glace'),
      controle,
      at,
    };
  },
);

/** The dossier opened exceptionally; each page of it is a reading, logged as such. */
export const chargerDossierOuvert = loaderBris(async ({ agent, portee, ouverture, at }, id) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  await noterLecture(portee, id, 'dossier', null, at, 'bris_de_glace');
  return { dossier, agentId: agent.agentId, ouverture };
});
