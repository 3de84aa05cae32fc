import { loaderCatalogue } from '#features/catalogue/loaders.ts';
import { VueCatalogue } from '#features/catalogue/views/catalogue.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Quelle démarche me concerne ?');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Catalogue({ searchParams }: Props) {
  const recherche = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([nom, valeur]): [string, string][] => (typeof valeur === 'string' ? [[nom, valeur]] : [])),
  );
  return <VueCatalogue {...(await loaderCatalogue(recherche.toString()))} />;
}
