import { Confirmation } from '#features/compte/confirmation/views/confirmation.tsx';
import { loaderConfirmation } from '#features/compte/creation-numero/loaders.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Création de compte');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <Confirmation {...(await loaderConfirmation(await searchParams))} />;
}
