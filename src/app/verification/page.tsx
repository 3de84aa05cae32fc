import { loaderVerification } from '#features/documents/loaders.ts';
import { VueVerification } from '#features/documents/views/verification.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Vérifier un document');

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export default async function Verification({ searchParams }: Props) {
  await langueDemandee();
  const { code } = await searchParams;
  return <VueVerification {...(await loaderVerification(typeof code === 'string' ? code : ''))} />;
}
