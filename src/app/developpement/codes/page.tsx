import { loaderCodesDemonstration } from '#features/compte/facteurs/loaders.ts';
import { CodesDemonstration } from '#features/compte/facteurs/views/demonstration.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Codes des agents de démonstration');

export default async function Page() {
  return <CodesDemonstration {...(await loaderCodesDemonstration())} />;
}
