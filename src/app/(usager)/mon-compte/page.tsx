import { chargerMonCompte } from '#features/dossier/suivi/loaders.ts';
import { MonCompte } from '#features/dossier/suivi/views/mon-compte.tsx';
import { compterNonLues } from '#features/notifications/boite/loaders.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon compte');

export default async function Page() {
  const [compte, nonLues] = await Promise.all([chargerMonCompte(), compterNonLues()]);
  return <MonCompte {...compte} nonLues={nonLues} />;
}
