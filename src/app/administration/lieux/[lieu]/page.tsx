import { chargerLieu } from '#features/administration/lieux/loaders.ts';
import { VueLieu } from '#features/administration/lieux/views/lieu.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Lieu de rendez-vous');

export default async function Page({ params, searchParams }: PageProps<'/administration/lieux/[lieu]'>) {
  const charge = await chargerLieu((await params).lieu);
  const { fait } = await searchParams;
  return <VueLieu {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
