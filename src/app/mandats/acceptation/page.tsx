import { chargerProposition } from '#features/representation/mandats/loaders.ts';
import { VueProposition } from '#features/representation/mandats/views/proposition.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mandat proposé');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <VueProposition {...(await chargerProposition((await searchParams).jeton))} />;
}
