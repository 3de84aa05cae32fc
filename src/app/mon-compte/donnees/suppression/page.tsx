import { chargerSuppression } from '#features/donnees/suppression/loaders.ts';
import { PageSuppression } from '#features/donnees/suppression/views/suppression.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Supprimer mon compte');

export default async function Page() {
  return <PageSuppression {...(await chargerSuppression())} />;
}
