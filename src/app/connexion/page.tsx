import { loaderConnexion } from '#features/compte/connexion/loaders.ts';
import { Connexion } from '#features/compte/connexion/views/connexion.tsx';
import { loaderBoutonFranceConnect } from '#features/compte/franceconnect/loaders.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Se connecter');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [arrivee, franceConnect] = await Promise.all([loaderConnexion(await searchParams), loaderBoutonFranceConnect()]);
  return <Connexion {...arrivee} franceConnect={franceConnect} />;
}
