import type { Metadata } from 'next';
import { chargerProposition } from '#features/dossier/decision/loaders.ts';
import { VueProposition } from '#features/dossier/decision/views/proposition.tsx';

export const metadata: Metadata = { title: 'Proposer une décision' };

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/proposition'>) {
  const { modele } = await searchParams;
  return <VueProposition {...(await chargerProposition((await params).dossier, typeof modele === 'string' ? modele : null))} />;
}
