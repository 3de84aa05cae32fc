import { loaderSecuriteAgent } from '#features/compte/facteurs/loaders.ts';
import { SecuriteAgent } from '#features/compte/facteurs/views/securite.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon compte d’agent');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <SecuriteAgent {...(await loaderSecuriteAgent(await searchParams))} />;
}
