import { chargerSorte } from '#features/publications/loaders.ts';
import { VueSorte } from '#features/publications/views/references.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Données de référence');

export default async function Page({ params }: PageProps<'/administration/references/[sorte]'>) {
  return <VueSorte {...(await chargerSorte((await params).sorte))} />;
}
