import 'server-only';
import { redirect } from 'next/navigation';
import { reglage } from '#adapters/openid/reglages.ts';
import { nomDuPays } from '#domain/pays.ts';
import { paysDeLInsee } from '#domain/pays-insee.ts';
import { loaderPublic, loaderUsager } from '#guard/loader.ts';
import { lireTemoin } from '#guard/temoin.ts';
import { identiteLiee, lireAttente } from './queries.ts';
import { type Attente, ECHECS, type EchecFranceConnect } from './schema.ts';

export type IdentiteMontree = { nomNaissance: string; prenoms: string; naissance: string; lieu: string };
export type PageFranceConnect =
  | { sorte: 'echec'; echec: EchecFranceConnect; estConnecte: boolean }
  | { sorte: 'question'; question: Attente['question']; identite: IdentiteMontree; email: string }
  | { sorte: 'courriel'; email: string }
  | { sorte: 'code'; email: string };

function montrer({ pivot }: Attente): IdentiteMontree {
  const pays = paysDeLInsee(pivot.paysNaissance);
  return {
    nomNaissance: pivot.nomNaissance,
    prenoms: pivot.prenoms,
    naissance: pivot.naissance.split('-').reverse().join('/'),
    lieu: [pivot.communeNaissance, pays && nomDuPays(pays)].filter(Boolean).join(', '),
  };
}

type Recherche = Record<string, string | string[] | undefined>;

/** The page after FranceConnect: which compte is it? Or why nothing came of it. */
export const loaderFranceConnect = loaderPublic(async ({ session, at }, recherche: Recherche): Promise<PageFranceConnect> => {
  const estConnecte = session?.niveau === 'complete';
  const echec = ECHECS.find((e) => e === recherche.echec);
  if (echec) return { sorte: 'echec', echec, estConnecte };
  const secret = await lireTemoin('franceconnect');
  const enAttente = secret ? await lireAttente(secret, at) : null;
  if (!enAttente) return { sorte: 'echec', echec: 'ancien', estConnecte };
  const email = enAttente.email ?? '';
  if (enAttente.etape === 'code') return { sorte: recherche.etape === 'courriel' ? 'courriel' : 'code', email };
  if (enAttente.etape === 'courriel') return { sorte: 'courriel', email };
  return { sorte: 'question', question: enAttente.question, identite: montrer(enAttente), email };
});

/** Is FranceConnect configured here? */
export const loaderBoutonFranceConnect = loaderPublic(async (): Promise<boolean> => reglage('franceconnect') !== null);

/** After the log-out: is there a provider to leave too? */
export const loaderSortie = loaderPublic(async ({ session }): Promise<{ resteASortir: boolean }> => {
  const resteASortir = (await lireTemoin('sortie')) !== null;
  if (session && !resteASortir) redirect('/');
  return { resteASortir };
});

/** The block of the security page. */
export const loaderIdentiteLiee = loaderUsager(async ({ portee, usager }) => ({
  estProposee: reglage('franceconnect') !== null,
  lieeLe: (await identiteLiee(portee))?.lieeLe ?? null,
  estDefinitif: usager.numeroEtranger !== null,
}));
