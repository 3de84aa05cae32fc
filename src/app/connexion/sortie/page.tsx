import { loaderSortie } from '#features/compte/franceconnect/loaders.ts';
import { Sortie } from '#features/compte/franceconnect/views/sortie.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Vous êtes déconnecté');

export default async function Page() {
  return <Sortie {...(await loaderSortie())} />;
}
