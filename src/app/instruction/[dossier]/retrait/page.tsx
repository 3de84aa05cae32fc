import { chargerRetraitParLettre } from '#features/dossier/retrait/loaders.ts';
import { VueRetraitParLettre } from '#features/dossier/retrait/views/retrait-par-lettre.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Enregistrer un retrait');

export default async function Page({ params }: PageProps<'/instruction/[dossier]/retrait'>) {
  return <VueRetraitParLettre {...(await chargerRetraitParLettre((await params).dossier))} />;
}
