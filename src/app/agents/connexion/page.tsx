import { ConnexionAgent } from '#features/compte/agents/views/connexion-agent.tsx';
import { loaderAgentConnecte } from '#features/compte/entete/loaders.ts';
import { loaderProConnect } from '#features/compte/proconnect/loaders.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Espace des agents');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { expiree, change, retour } = await searchParams;
  const arrivee = expiree !== undefined ? 'expiree' : change !== undefined ? 'change' : 'directe';
  const [connecte, proConnect] = await Promise.all([loaderAgentConnecte(), loaderProConnect()]);
  return (
    <ConnexionAgent {...connecte} proConnect={proConnect} arrivee={arrivee} retour={typeof retour === 'string' ? retour : undefined} />
  );
}
