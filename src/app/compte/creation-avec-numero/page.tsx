import { loaderCreationNumero } from '#features/compte/creation-numero/loaders.ts';
import { CreationNumero } from '#features/compte/creation-numero/views/creation-numero.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Créer votre compte');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <CreationNumero {...(await loaderCreationNumero(await searchParams))} />;
}
