import type { Metadata } from 'next';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueDossier } from '#features/dossier/instruction/views/dossier.tsx';

export const metadata: Metadata = { title: 'Dossier' };

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]'>) {
  const charge = await chargerDossier((await params).dossier);
  const { piece, fichier, apres, fait } = await searchParams;
  return <VueDossier {...charge} ouverture={{ piece: un(piece), fichier: un(fichier), apres: un(apres), fait: un(fait) }} />;
}
