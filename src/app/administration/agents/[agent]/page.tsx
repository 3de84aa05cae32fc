import { chargerAgent } from '#features/administration/agents/loaders.ts';
import { VueAgent } from '#features/administration/agents/views/agent.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Agent');

export default async function Page({ params, searchParams }: PageProps<'/administration/agents/[agent]'>) {
  const charge = await chargerAgent((await params).agent);
  const { fait } = await searchParams;
  return <VueAgent {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
