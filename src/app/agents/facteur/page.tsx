import { quitterAgent } from '#features/compte/entete/actions.ts';
import { loaderFacteurAgent } from '#features/compte/facteurs/loaders.ts';
import { FacteurAgent } from '#features/compte/facteurs/views/preuve.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Second facteur');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <FacteurAgent {...(await loaderFacteurAgent(await searchParams))} sortie={quitterAgent} />;
}
