import { chargerConversation } from '#features/dossier/messages/loaders.ts';
import { VueConversation } from '#features/dossier/messages/views/conversation.tsx';
import { lireErreurTeleversement } from '#features/pieces/schema.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Messages');

export default async function Page({ params, searchParams }: PageProps<'/mon-compte/dossiers/[dossier]/messages'>) {
  const charge = await chargerConversation((await params).dossier);
  const { fait, erreur } = await searchParams;
  return <VueConversation {...charge} envoye={fait === 'envoye'} erreurFichier={lireErreurTeleversement(erreur)?.message ?? null} />;
}
