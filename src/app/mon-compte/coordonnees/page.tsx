import { chargerCoordonnees } from '#features/compte/coordonnees/loaders.ts';
import { PageCoordonnees } from '#features/compte/coordonnees/views/coordonnees.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes coordonnées');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { fait } = await searchParams;
  return <PageCoordonnees {...(await chargerCoordonnees())} fait={typeof fait === 'string' ? fait : ''} />;
}
