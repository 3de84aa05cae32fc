import { chargerConservation } from '#features/conservation/loaders.ts';
import { VueConservation } from '#features/conservation/views/conservation.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Durées de conservation');

export default async function Page({ searchParams }: PageProps<'/administration/conservation'>) {
  return <VueConservation {...(await chargerConservation((await searchParams).simuler === '1'))} />;
}
