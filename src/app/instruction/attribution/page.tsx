import { chargerAttribution } from '#features/dossier/attribution/loaders.ts';
import { VueAttribution } from '#features/dossier/attribution/views/attribution.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Distribution des dossiers');

export default async function Page({ searchParams }: PageProps<'/instruction/attribution'>) {
  const charge = await chargerAttribution();
  const { fait } = await searchParams;
  return <VueAttribution {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
