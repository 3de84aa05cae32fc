import { chargerDossier } from '#features/dossier/suivi/loaders.ts';
import { VueDossier } from '#features/dossier/suivi/views/dossier-suivi.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Suivi de ma demande');

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const dossier = await chargerDossier((await params).dossier);
  const { reponse, fait } = await searchParams;
  return <VueDossier dossier={dossier} fait={reponse === '1' ? 'reponse' : typeof fait === 'string' ? fait : null} />;
}
