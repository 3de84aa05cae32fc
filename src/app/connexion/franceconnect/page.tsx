import { loaderFranceConnect } from '#features/compte/franceconnect/loaders.ts';
import { PageFranceConnect } from '#features/compte/franceconnect/views/page-franceconnect.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Connexion avec FranceConnect');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <PageFranceConnect {...(await loaderFranceConnect(await searchParams))} />;
}
