import { chargerNouvelle } from '#features/dossier/depot/loaders.ts';
import { PageNouvelle } from '#features/dossier/depot/views/page-situation.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Votre situation – Demander un titre de séjour');

export default async function Page({ searchParams }: { searchParams: Promise<{ entree?: string }> }) {
  await chargerNouvelle();
  return <PageNouvelle codeEntree={(await searchParams).entree} />;
}
