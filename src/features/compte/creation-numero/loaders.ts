import 'server-only';
import { lirePreambule } from '#domain/access/demarche.ts';
import { loaderPublic } from '#guard/loader.ts';
import { demandeDuLien, estPreuveValable } from './queries.ts';

type Recherche = Record<string, string | string[] | undefined>;
const seul = (valeur: string | string[] | undefined) => (typeof valeur === 'string' && valeur.length <= 100 ? valeur : undefined);

/** `retour`: the request for which the compte is made. */
export type EtapeCreation =
  | { etape: 'titre'; estPerimee: boolean; retour?: string }
  | { etape: 'adresse'; preuve: string }
  | { etape: 'enregistree' };

/** Where the creation stands: the document, the e-mail, or recorded. Opening the page changes nothing. */
export const loaderCreationNumero = loaderPublic(async ({ at }, recherche: Recherche): Promise<EtapeCreation> => {
  if (seul(recherche.enregistree)) return { etape: 'enregistree' };
  const preuve = seul(recherche.preuve);
  if (!preuve) return { etape: 'titre', estPerimee: false, retour: lirePreambule(seul(recherche.retour)) };
  return (await estPreuveValable(preuve, at)) ? { etape: 'adresse', preuve } : { etape: 'titre', estPerimee: true };
});

export type EtapeConfirmation = { etape: 'creee' } | { etape: 'perimee' } | { etape: 'mot_de_passe' | 'adresse'; jeton: string };

/** The page of the link (S-035). Reading uses nothing up: mail scanners follow links. */
export const loaderConfirmation = loaderPublic(async ({ at }, recherche: Recherche): Promise<EtapeConfirmation> => {
  if (seul(recherche.cree)) return { etape: 'creee' };
  const jeton = seul(recherche.jeton);
  const demande = jeton ? await demandeDuLien(jeton, at) : null;
  if (!jeton || !demande) return { etape: 'perimee' };
  return { etape: demande.motDePasse ? 'mot_de_passe' : 'adresse', jeton };
});
