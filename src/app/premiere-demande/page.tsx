import { chargerEntree } from '#features/dossier/depot/loaders.ts';
import { PageEntree } from '#features/dossier/depot/views/page-entree.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Demander un titre de séjour');

export default async function Page() {
  return <PageEntree {...(await chargerEntree())} />;
}
