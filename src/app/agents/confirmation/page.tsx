import { loaderConfirmation } from '#features/compte/facteurs/loaders.ts';
import { ConfirmationDemandee } from '#features/compte/facteurs/views/preuve.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Confirmez que c’est bien vous');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <ConfirmationDemandee {...(await loaderConfirmation(await searchParams))} />;
}
