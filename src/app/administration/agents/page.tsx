import { chargerAgents } from '#features/administration/agents/loaders.ts';
import { VueAgents } from '#features/administration/agents/views/agents.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Agents');

export default async function Page({ searchParams }: PageProps<'/administration/agents'>) {
  return <VueAgents {...(await chargerAgents(await searchParams))} />;
}
