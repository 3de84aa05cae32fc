import { chargerInvitation } from '#features/administration/agents/loaders.ts';
import { VueInvitation } from '#features/administration/agents/views/invitation.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Inviter un agent');

export default async function Page() {
  return <VueInvitation {...(await chargerInvitation())} />;
}
