import { chargerComplement } from '#features/dossier/complements/reponse/loaders.ts';
import { VueComplement } from '#features/dossier/complements/views/vue-complement.tsx';
import { chargerNotification } from '#features/notifications/boite/loaders.ts';
import { VueNotification } from '#features/notifications/boite/views/notification.tsx';
import { lireErreurTeleversement } from '#features/pieces/schema.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Notification');

type Props = { params: Promise<{ notification: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  // opened first: the period to answer, read next, starts there
  const lue = await chargerNotification((await params).notification);
  const demande = lue.notification.message.corps.find((b) => b.bloc === 'complement');
  const complement = demande ? await chargerComplement(demande.id) : null;
  return (
    <VueNotification {...lue}>
      {complement ? (
        <VueComplement base="/demarches" complement={complement} erreurFichier={lireErreurTeleversement((await searchParams).erreur)} />
      ) : null}
    </VueNotification>
  );
}
