import { chargerRecherche } from '#features/dossier/recherche/loaders.ts';
import { VueRecherche } from '#features/dossier/recherche/views/recherche.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Rechercher un dossier');

export default async function Page({ searchParams }: PageProps<'/instruction/recherche'>) {
  return <VueRecherche {...(await chargerRecherche(await searchParams))} />;
}
