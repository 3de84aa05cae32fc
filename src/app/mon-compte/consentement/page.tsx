import { chargerConsentement } from '#features/compte/consentement/loaders.ts';
import { PageConsentement } from '#features/compte/consentement/views/consentement.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon consentement aux notifications électroniques');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { change } = await searchParams;
  return <PageConsentement {...(await chargerConsentement())} vientDeChanger={change === '1'} />;
}
