import { loaderLienAgent } from '#features/compte/agents/loaders.ts';
import { NouveauMotDePasseAgent } from '#features/compte/agents/views/mot-de-passe-agent.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Choisir un nouveau mot de passe');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <NouveauMotDePasseAgent {...(await loaderLienAgent((await searchParams).jeton))} />;
}
