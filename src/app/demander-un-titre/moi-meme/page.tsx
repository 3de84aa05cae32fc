import { chargerMoiMeme } from '#features/offre/loaders.ts';
import { VueMoiMeme } from '#features/offre/views/moi-meme.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Moi-même – Demander un titre de séjour');

export default async function Page({ searchParams }: PageProps<'/demander-un-titre/moi-meme'>) {
  return <VueMoiMeme {...(await chargerMoiMeme((await searchParams).famille))} />;
}
