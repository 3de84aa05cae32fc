import 'server-only';
import { redirect } from 'next/navigation';
import { loaderPublic } from '#guard/loader.ts';
import { pageDuNiveau } from '#guard/niveaux.ts';
import { cheminLocal } from './schema.ts';
import type { Arrivee } from './views/connexion.tsx';

type Recherche = Record<string, string | string[] | undefined>;

const seul = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : undefined);

/** Already in: the log-in page has nothing to offer. */
export const loaderConnexion = loaderPublic(async ({ session }, recherche: Recherche): Promise<{ arrivee: Arrivee; retour?: string }> => {
  const retour = cheminLocal(seul(recherche.retour));
  if (session) redirect(session.niveau === 'complete' ? (retour ?? '/') : pageDuNiveau('usager', session.niveau, retour));
  const arrivee = seul(recherche.expiree) ? 'expiree' : seul(recherche.change) ? 'change' : 'directe';
  return { arrivee, retour };
});
