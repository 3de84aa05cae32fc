import { chargerConversationAgent } from '#features/dossier/messages/loaders.ts';
import { VueConversationAgent } from '#features/dossier/messages/views/conversation-agent.tsx';
import { lireErreurTeleversement } from '#features/pieces/schema.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Messages');

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/messages'>) {
  const charge = await chargerConversationAgent((await params).dossier);
  const { fait, erreur } = await searchParams;
  return (
    <VueConversationAgent
      {...charge}
      fait={typeof fait === 'string' ? fait : null}
      erreurFichier={lireErreurTeleversement(erreur)?.message ?? null}
    />
  );
}
