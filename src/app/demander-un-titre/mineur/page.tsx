import { chargerMineur } from '#features/offre/loaders.ts';
import { VueMineur } from '#features/offre/views/mineur.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Un mineur que je représente – Demander un titre de séjour');

export default async function Page() {
  return <VueMineur {...(await chargerMineur())} />;
}
