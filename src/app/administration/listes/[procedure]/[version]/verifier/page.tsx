import { chargerVerification } from '#features/listes/loaders.ts';
import { VueVerification } from '#features/listes/views/verifier.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Vérifier une liste de pièces');

export default async function Page({ params }: PageProps<'/administration/listes/[procedure]/[version]/verifier'>) {
  const { procedure, version } = await params;
  return <VueVerification {...(await chargerVerification(procedure, version))} />;
}
