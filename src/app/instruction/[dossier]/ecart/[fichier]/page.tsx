import { chargerEcart } from '#features/dossier/ecart/loaders.ts';
import { VueEcart } from '#features/dossier/ecart/views/ecart.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Retirer un fichier du dossier');

export default async function Page({ params }: PageProps<'/instruction/[dossier]/ecart/[fichier]'>) {
  const { dossier, fichier } = await params;
  return <VueEcart {...(await chargerEcart(dossier, fichier))} />;
}
