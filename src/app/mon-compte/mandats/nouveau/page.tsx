import { chargerOffre } from '#features/representation/mandats/loaders.ts';
import { VueOffre } from '#features/representation/mandats/views/offre.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Confier une demande à quelqu’un');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [offre, { dossier }] = await Promise.all([chargerOffre(), searchParams]);
  return <VueOffre {...offre} choisie={typeof dossier === 'string' ? dossier : ''} />;
}
