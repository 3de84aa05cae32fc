import { chargerProcedure } from '#features/listes/loaders.ts';
import { VueProcedure } from '#features/listes/views/procedure.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Listes d’une démarche');

export default async function Page({ params, searchParams }: PageProps<'/administration/listes/[procedure]'>) {
  const charge = await chargerProcedure((await params).procedure);
  const { fait } = await searchParams;
  return <VueProcedure {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
