import type { Metadata } from 'next';
import { chargerDecision } from '#features/dossier/instruction/loaders.ts';
import { VueDecision } from '#features/dossier/instruction/views/decision.tsx';

export const metadata: Metadata = { title: 'Relire et signer' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/decision'>) {
  return <VueDecision {...(await chargerDecision((await params).dossier))} />;
}
