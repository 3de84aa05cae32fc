import type { Metadata } from 'next';
import { chargerCorbeille } from '#features/dossier/instruction/corbeille/loaders.ts';
import { VueCorbeille } from '#features/dossier/instruction/views/corbeille.tsx';

export const metadata: Metadata = { title: 'Dossiers à instruire' };

export default async function Page({ searchParams }: PageProps<'/instruction'>) {
  return <VueCorbeille {...(await chargerCorbeille(await searchParams))} />;
}
