import { chargerMandats } from '#features/representation/mandats/loaders.ts';
import { type Annonce, VueMandats } from '#features/representation/mandats/views/mandats.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes mandats');

const ANNONCES = ['donne', 'accepte', 'decline', 'fini'] as const;

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [mandats, recherche] = await Promise.all([chargerMandats(), searchParams]);
  const annonce: Annonce = ANNONCES.find((a) => recherche[a] === '1') ?? null;
  return <VueMandats {...mandats} annonce={annonce} />;
}
