import { chargerListes } from '#features/listes/loaders.ts';
import { VueListes } from '#features/listes/views/listes.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Listes de pièces');

export default async function Page() {
  return <VueListes {...(await chargerListes())} />;
}
