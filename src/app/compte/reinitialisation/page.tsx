import { loaderPageReinitialisation } from '#features/compte/mot-de-passe/loaders.ts';
import { Reinitialisation } from '#features/compte/mot-de-passe/views/mot-de-passe.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Réinitialisation du mot de passe');

export default async function Page() {
  return <Reinitialisation {...(await loaderPageReinitialisation())} />;
}
