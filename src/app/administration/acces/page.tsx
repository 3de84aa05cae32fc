import { chargerAcces } from '#features/administration/acces/loaders.ts';
import { VueAcces } from '#features/administration/acces/views/acces.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Journal des accès');

export default async function Page({ searchParams }: PageProps<'/administration/acces'>) {
  return <VueAcces {...(await chargerAcces(await searchParams))} />;
}
