import { chargerAttestations } from '#features/horloge/loaders.ts';
import { VueAttestations } from '#features/horloge/views/attestations.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Attestations de prolongation à délivrer');

export default async function Page({ searchParams }: PageProps<'/instruction/attestations'>) {
  return <VueAttestations {...(await chargerAttestations(await searchParams))} />;
}
