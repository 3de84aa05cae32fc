import type { Metadata } from 'next';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueProposition } from '#features/dossier/instruction/views/proposition.tsx';

export const metadata: Metadata = { title: 'Proposer une décision' };

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/proposition'>) {
  const { dossier, actions } = await chargerDossier((await params).dossier);
  const { modele } = await searchParams;
  return (
    <VueProposition dossier={dossier} peutProposer={actions.includes('proposer')} modele={typeof modele === 'string' ? modele : null} />
  );
}
