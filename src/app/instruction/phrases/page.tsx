import { chargerPhrases } from '#features/dossier/phrases/loaders.ts';
import { VuePhrases } from '#features/dossier/phrases/views/phrases.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Phrases réutilisables');

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ searchParams }: PageProps<'/instruction/phrases'>) {
  const charge = await chargerPhrases();
  const { modifier, fait } = await searchParams;
  return <VuePhrases {...charge} modifiee={un(modifier)} fait={un(fait)} />;
}
