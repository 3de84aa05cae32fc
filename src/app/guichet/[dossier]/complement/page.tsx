import { chargerComplementGuichet } from '#features/dossier/complements/reponse/loaders.ts';
import { VueComplementGuichet } from '#features/dossier/complements/views/complement-guichet.tsx';
import { lireErreurTeleversement } from '#features/pieces/schema.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Réponse à un complément, au guichet');

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const complement = await chargerComplementGuichet((await params).dossier);
  return <VueComplementGuichet complement={complement} erreurFichier={lireErreurTeleversement((await searchParams).erreur)} />;
}
