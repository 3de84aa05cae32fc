import { chargerRetrait } from '#features/dossier/retrait/loaders.ts';
import { VueRetrait } from '#features/dossier/retrait/views/retrait.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Retirer ma demande');

export default async function Page({ params }: PageProps<'/mon-compte/dossiers/[dossier]/retirer'>) {
  return <VueRetrait {...(await chargerRetrait((await params).dossier))} />;
}
