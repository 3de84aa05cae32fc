import { loaderBoite } from '#features/notifications/courriels/loaders.ts';
import { VueBoite } from '#features/notifications/courriels/views/boite.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Boîte de développement');

type Props = { searchParams: Promise<{ a?: string | string[] }> };

export default async function Boite({ searchParams }: Props) {
  await langueDemandee();
  const { a } = await searchParams;
  return <VueBoite {...(await loaderBoite(typeof a === 'string' ? a.trim() : ''))} />;
}
