import { loaderCodesAgent } from '#features/compte/facteurs/loaders.ts';
import { CodesSecours } from '#features/compte/facteurs/views/ajout.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Codes de secours');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <CodesSecours lieu="agent" {...(await loaderCodesAgent(await searchParams))} />;
}
