import { chargerAjout } from '#features/dossier/messages/loaders.ts';
import { VueAjout } from '#features/dossier/messages/views/ajout.tsx';
import { lireErreurTeleversement } from '#features/pieces/schema.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ajouter des éléments à ma demande');

export default async function Page({ params, searchParams }: PageProps<'/mon-compte/dossiers/[dossier]/completer'>) {
  const charge = await chargerAjout((await params).dossier);
  return <VueAjout {...charge} erreurFichier={lireErreurTeleversement((await searchParams).erreur)?.message ?? null} />;
}
