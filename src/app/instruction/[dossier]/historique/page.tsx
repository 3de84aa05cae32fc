import { chargerHistorique } from '#features/dossier/historique/loaders.ts';
import { VueHistorique } from '#features/dossier/historique/views/historique.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Exporter l’historique');

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/historique'>) {
  const charge = await chargerHistorique((await params).dossier);
  return <VueHistorique {...charge} erreur={(await searchParams).erreur !== undefined} />;
}
