import { loaderLien } from '#features/compte/lien/loaders.ts';
import { Lien } from '#features/compte/lien/views/lien.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Recevoir un lien de connexion');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <Lien {...(await loaderLien(await searchParams))} />;
}
