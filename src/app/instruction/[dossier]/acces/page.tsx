import { chargerAcces } from '#features/dossier/restriction/loaders.ts';
import { VueAcces } from '#features/dossier/restriction/views/acces.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Accès au dossier');

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/acces'>) {
  const charge = await chargerAcces((await params).dossier);
  const { fait } = await searchParams;
  return <VueAcces {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
