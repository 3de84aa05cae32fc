import { chargerAlertes } from '#features/horloge/loaders.ts';
import { VueAlertes } from '#features/horloge/views/attestations.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes alertes');

export default async function Page({ searchParams }: PageProps<'/instruction/alertes'>) {
  return <VueAlertes {...(await chargerAlertes(await searchParams))} />;
}
