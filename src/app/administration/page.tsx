import { chargerAdministration } from '#features/administration/loaders.ts';
import { VueAdministration } from '#features/administration/views/accueil.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Administration');

export default async function Page() {
  return <VueAdministration {...(await chargerAdministration())} />;
}
