import { MotDePasseOublieAgent } from '#features/compte/agents/views/mot-de-passe-agent.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mot de passe oublié');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  await langueDemandee();
  return <MotDePasseOublieAgent estEnvoye={(await searchParams).envoye !== undefined} />;
}
