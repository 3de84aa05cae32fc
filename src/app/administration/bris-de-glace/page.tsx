import { chargerOuvertures } from '#features/administration/bris/loaders.ts';
import { VueOuvertures } from '#features/administration/bris/views/ouvertures.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ouvertures exceptionnelles de dossiers');

export default async function Page({ searchParams }: PageProps<'/administration/bris-de-glace'>) {
  const { avant } = await searchParams;
  const charge = await chargerOuvertures(typeof avant === 'string' && /^\d{1,15}$/.test(avant) ? new Date(Number(avant)) : null);
  return <VueOuvertures {...charge} />;
}
