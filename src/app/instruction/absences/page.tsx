import { chargerAbsences } from '#features/administration/absences/loaders.ts';
import { VueAbsences } from '#features/administration/absences/views/absences.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Absences');

export default async function Page({ searchParams }: PageProps<'/instruction/absences'>) {
  const charge = await chargerAbsences();
  const { fait } = await searchParams;
  return <VueAbsences {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
