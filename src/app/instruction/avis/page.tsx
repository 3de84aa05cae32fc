import { chargerAvisAttendus } from '#features/dossier/avis/loaders.ts';
import { VueAvisAttendus } from '#features/dossier/avis/views/attendus.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Avis attendus');

export default async function Page({ searchParams }: PageProps<'/instruction/avis'>) {
  const { page } = await searchParams;
  return <VueAvisAttendus {...(await chargerAvisAttendus(Number(page ?? 1)))} />;
}
