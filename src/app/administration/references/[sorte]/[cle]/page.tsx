import { chargerReference } from '#features/publications/loaders.ts';
import { VueReference } from '#features/publications/views/reference.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Donnée de référence');

export default async function Page({ params, searchParams }: PageProps<'/administration/references/[sorte]/[cle]'>) {
  const { sorte, cle } = await params;
  const lue = await chargerReference(sorte, decodeURIComponent(cle));
  const { fait } = await searchParams;
  return <VueReference {...lue} fait={typeof fait === 'string' ? fait : null} />;
}
