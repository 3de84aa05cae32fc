import { chargerPilotage } from '#features/pilotage/loaders.ts';
import { VuePilotage } from '#features/pilotage/views/pilotage.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Pilotage');

export default async function Page({ searchParams }: PageProps<'/instruction/pilotage'>) {
  return <VuePilotage {...(await chargerPilotage(await searchParams))} />;
}
