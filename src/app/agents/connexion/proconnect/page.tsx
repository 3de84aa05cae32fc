import { loaderEchecProConnect } from '#features/compte/proconnect/loaders.ts';
import { EchecProConnect } from '#features/compte/proconnect/views/echec-proconnect.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Connexion avec ProConnect');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <EchecProConnect {...(await loaderEchecProConnect((await searchParams).echec))} />;
}
