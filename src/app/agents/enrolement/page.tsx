import { quitterAgent } from '#features/compte/entete/actions.ts';
import { loaderEnrolement } from '#features/compte/facteurs/loaders.ts';
import { Enrolement } from '#features/compte/facteurs/views/preuve.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Choisir un second facteur');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <Enrolement {...(await loaderEnrolement(await searchParams))} sortie={quitterAgent} />;
}
