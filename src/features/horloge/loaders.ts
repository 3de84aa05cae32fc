// The lists of the clocks, and what is due to one dossier.
import 'server-only';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { jourDe } from '#domain/jour.ts';
import { empechementDeSigner } from '#features/dossier/decision/queries.ts';
import { loaderAgent } from '#guard/loader.ts';
import { attestationsDues, mesAlertes, PAR_PAGE } from './alertes/queries.ts';
import { echeancesDe } from './queries.ts';
import { lirePage } from './schema.ts';

const RIEN = { dues: [], articles: { silence: null, attestation: null } };

/** For the page of the dossier, which has read it in the agent's scope and logged the reading. */
export const chargerEcheances = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ at }, dossierId: string) => {
  const jour = jourDe(at);
  return { ...((await echeancesDe(dossierId, jour)) ?? RIEN), jour };
});

type Parametres = Record<string, string | string[] | undefined>;

export const chargerAlertes = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ portee, at }, parametres: Parametres) => {
  const { page } = lirePage(parametres);
  const { lignes, total } = await mesAlertes(portee, page);
  return { lignes, total, page, pages: Math.max(1, Math.ceil(total / PAR_PAGE)), jour: jourDe(at) };
});

/** Who may issue them: instructeurs and valideurs, under a delegation that the life-cycle table asks for. */
export const chargerAttestations = loaderAgent(['instructeur', 'valideur'], async ({ portee, at }, parametres: Parametres) => {
  const { page, miens } = lirePage(parametres);
  const [{ lignes, total }, empechement] = await Promise.all([
    attestationsDues(portee, miens, page),
    empechementDeSigner(portee, 'attestation', at),
  ]);
  return { lignes, total, empechement, page, miens, pages: Math.max(1, Math.ceil(total / PAR_PAGE)), jour: jourDe(at) };
});
