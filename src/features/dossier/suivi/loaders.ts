import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { coordonneesDe, dossierDe, dossiersDe } from './queries.ts';

/** "Mon compte" (S-039). */
export const chargerMonCompte = loaderUsager(async ({ usager, portee, at }) => {
  const [dossiers, coordonnees] = await Promise.all([dossiersDe(portee, at), coordonneesDe(portee)]);
  return { nom: usager.nom, numeroEtranger: usager.numeroEtranger, dossiers, coordonnees };
});

/** One dossier: status, history, what was deposited. */
export const chargerDossier = loaderUsager(async ({ portee, at }, id: string) => dossierDe(portee, id, at));
