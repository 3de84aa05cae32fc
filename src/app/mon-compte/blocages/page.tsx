import { chargerBlocages } from '#features/blocages/loaders.ts';
import { VueBlocages } from '#features/blocages/views/blocage.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Étapes bloquées');

export default async function Page() {
  return <VueBlocages blocages={await chargerBlocages(null)} />;
}
