import type { Metadata } from 'next';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { VueNumero } from '#features/dossier/instruction/views/numero.tsx';

export const metadata: Metadata = { title: 'Attribuer un numéro étranger' };

export default async function Page({ params }: PageProps<'/instruction/[dossier]/numero'>) {
  const { dossier, actions } = await chargerDossier((await params).dossier);
  return <VueNumero dossier={dossier} peutAttribuer={actions.includes('attribuer_numero')} />;
}
