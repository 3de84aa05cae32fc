import { chargerBlocages } from '#features/blocages/loaders.ts';
import { BlocagesOfferts } from '#features/blocages/views/blocage.tsx';
import { chargerMonCompte } from '#features/dossier/suivi/loaders.ts';
import { MonCompte } from '#features/dossier/suivi/views/mon-compte.tsx';
import { compterNonLues } from '#features/notifications/boite/loaders.ts';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon compte');

export default async function Page() {
  const [compte, nonLues, blocages] = await Promise.all([chargerMonCompte(), compterNonLues(), chargerBlocages(null)]);
  return <MonCompte {...compte} nonLues={nonLues} blocages={<BlocagesOfferts blocages={blocages} />} />;
}
