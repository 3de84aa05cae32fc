import { loaderJeton } from '#features/compte/mot-de-passe/loaders.ts';
import { NouveauMotDePasse } from '#features/compte/mot-de-passe/views/mot-de-passe.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Réinitialisation du mot de passe');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <NouveauMotDePasse {...(await loaderJeton((await searchParams).jeton))} />;
}
