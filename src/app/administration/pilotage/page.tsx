import { chargerPilotageNational } from '#features/pilotage/loaders.ts';
import { VuePilotage } from '#features/pilotage/views/pilotage.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Pilotage');

export default async function Page({ searchParams }: PageProps<'/administration/pilotage'>) {
  return <VuePilotage {...(await chargerPilotageNational(await searchParams))} />;
}
