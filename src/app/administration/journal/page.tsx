import { chargerJournal } from '#features/administration/journal/loaders.ts';
import { VueJournal } from '#features/administration/journal/views/journal.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Journal de l’administration');

export default async function Page({ searchParams }: PageProps<'/administration/journal'>) {
  return <VueJournal {...(await chargerJournal(await searchParams))} />;
}
