import { chargerAvis } from '#features/dossier/avis/loaders.ts';
import { VueAvis } from '#features/dossier/avis/views/avis.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Avis');

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/avis'>) {
  const charge = await chargerAvis((await params).dossier);
  const { fait } = await searchParams;
  return <VueAvis {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
