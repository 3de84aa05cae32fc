import { chargerLieux } from '#features/administration/lieux/loaders.ts';
import { VueLieux } from '#features/administration/lieux/views/lieux.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Lieux de rendez-vous');

export default async function Page() {
  return <VueLieux {...(await chargerLieux())} />;
}
