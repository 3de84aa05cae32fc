import { quitterUsager } from '#features/compte/entete/actions.ts';
import { loaderFacteurUsager } from '#features/compte/facteurs/loaders.ts';
import { FacteurUsager } from '#features/compte/facteurs/views/preuve.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Second facteur');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <FacteurUsager {...(await loaderFacteurUsager(await searchParams))} sortie={quitterUsager} />;
}
