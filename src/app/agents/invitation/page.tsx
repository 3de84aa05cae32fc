import { loaderInvitation } from '#features/compte/agents/loaders.ts';
import { InvitationAgent } from '#features/compte/agents/views/mot-de-passe-agent.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Bienvenue');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <InvitationAgent {...(await loaderInvitation((await searchParams).jeton))} />;
}
