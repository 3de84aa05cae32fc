import { chargerVersion } from '#features/listes/loaders.ts';
import { VueVersion } from '#features/listes/views/version.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Version d’une liste de pièces');

export default async function Page({ params, searchParams }: PageProps<'/administration/listes/[procedure]/[version]'>) {
  const { procedure, version } = await params;
  const { fait, prefecture } = await searchParams;
  const charge = await chargerVersion(procedure, version, typeof prefecture === 'string' ? prefecture : null);
  return <VueVersion {...charge} fait={typeof fait === 'string' ? fait : null} />;
}
