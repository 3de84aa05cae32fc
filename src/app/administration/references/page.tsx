import { chargerReferences } from '#features/publications/loaders.ts';
import { VueReferences } from '#features/publications/views/references.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Données de référence');

export default async function Page() {
  return <VueReferences {...(await chargerReferences())} />;
}
