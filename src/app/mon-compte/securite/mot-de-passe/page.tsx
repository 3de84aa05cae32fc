import { loaderChangementUsager } from '#features/compte/mot-de-passe/loaders.ts';
import { ChangementMotDePasse } from '#features/compte/mot-de-passe/views/mot-de-passe.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Changer mon mot de passe');

export default async function Page() {
  return <ChangementMotDePasse porte="usager" {...(await loaderChangementUsager())} />;
}
