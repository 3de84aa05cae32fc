import type { Metadata } from 'next';
import { VueDemander } from '#features/dossier/complements/demande/views/demander.tsx';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';

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
