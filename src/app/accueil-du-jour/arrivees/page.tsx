import { chargerArrivees } from '#features/dossier/remise/loaders.ts';
import { VueArrivees } from '#features/dossier/remise/views/arrivees.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Arrivage de titres');

export default async function Page() {
  await chargerArrivees();
  return <VueArrivees />;
}
