import type { Metadata } from 'next';
import { estOuvert, manquantesProposees } from '#features/dossier/complements/suites/schema.ts';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueDemander } from '#features/dossier/instruction/views/demander.tsx';

export const metadata: Metadata = { title: 'Demander un complément' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/complement'>) {
  const { dossier, actions } = await chargerDossier((await params).dossier);
  return (
    <VueDemander
      dossier={dossier}
      pieces={dossier.pieces}
      manquantes={manquantesProposees(dossier)}
      tours={dossier.complements.length}
      peutDemander={actions.includes('demander_complement')}
      estOuvert={dossier.complements.some(estOuvert)}
    />
  );
}
