import type { Metadata } from 'next';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueDemander } from '#features/dossier/instruction/views/demander.tsx';

export const metadata: Metadata = { title: 'Demander un complément' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/complement'>) {
  const { dossier, actions } = await chargerDossier((await params).dossier);
  return (
    <VueDemander
      dossier={dossier}
      pieces={dossier.pieces}
      manquantes={dossier.manquantes}
      peutDemander={actions.includes('demander_complement')}
      estOuvert={dossier.complements.some((c) => c.reponduLe === null)}
    />
  );
}
