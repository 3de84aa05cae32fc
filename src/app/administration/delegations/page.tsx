import { chargerDelegations } from '#features/administration/delegations/loaders.ts';
import { VueDelegations } from '#features/administration/delegations/views/delegations.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Délégations de signature');

export default async function Page({ searchParams }: PageProps<'/administration/delegations'>) {
  const charge = await chargerDelegations();
  const { fait } = await searchParams;
  return <VueDelegations {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
