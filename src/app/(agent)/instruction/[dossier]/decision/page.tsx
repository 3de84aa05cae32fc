import type { Metadata } from 'next';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueDecision } from '#features/dossier/instruction/views/decision.tsx';

export const metadata: Metadata = { title: 'Relire et signer' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/decision'>) {
  const { dossier, actions, agentId } = await chargerDossier((await params).dossier);
  return <VueDecision dossier={dossier} peutSigner={actions.includes('renvoyer')} estProposant={dossier.proposition?.par === agentId} />;
}
