import type { Metadata } from 'next';
import { LotCorbeille } from '#features/dossier/attribution/views/lot.tsx';
import { chargerCorbeille } from '#features/dossier/instruction/corbeille/loaders.ts';
import { VueCorbeille } from '#features/dossier/instruction/views/corbeille.tsx';

export const metadata: Metadata = { title: 'Dossiers à instruire' };

export default async function Page({ searchParams }: PageProps<'/instruction'>) {
  const charge = await chargerCorbeille(await searchParams);
  const { gestes, instructeurs } = charge;
  return (
    <VueCorbeille
      {...charge}
      lot={gestes.length ? <LotCorbeille gestes={gestes} agents={instructeurs} vide={charge.lignes.length === 0} /> : null}
    />
  );
}
