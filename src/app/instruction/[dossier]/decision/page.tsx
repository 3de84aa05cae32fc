import type { Metadata } from 'next';
import { chargerDecision } from '#features/dossier/decision/loaders.ts';
import { VueDecision } from '#features/dossier/decision/views/decision.tsx';

export const metadata: Metadata = { title: 'Décision' };

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/decision'>) {
  const { fait } = await searchParams;
  return <VueDecision {...(await chargerDecision((await params).dossier))} fait={typeof fait === 'string' ? fait : null} />;
}
