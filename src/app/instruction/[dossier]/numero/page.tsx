import type { Metadata } from 'next';
import { chargerNumero } from '#features/dossier/instruction/loaders.ts';
import { VueNumero } from '#features/dossier/instruction/views/numero.tsx';

export const metadata: Metadata = { title: 'Attribuer un numéro étranger' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/numero'>) {
  return <VueNumero {...(await chargerNumero((await params).dossier))} />;
}
