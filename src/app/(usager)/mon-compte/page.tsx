import { chargerMonCompte } from '#features/dossier/suivi/loaders.ts';
import { MonCompte } from '#features/dossier/suivi/views/mon-compte.tsx';
import { compterNonLues } from '#features/notifications/boite/loaders.ts';
import { ConsentementNotifications } from '#features/notifications/boite/views/consentement.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon compte');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [compte, nonLues, { consentement }] = await Promise.all([chargerMonCompte(), compterNonLues(), searchParams]);
  return (
    <MonCompte
      {...compte}
      nonLues={nonLues}
      consentement={<ConsentementNotifications consentement={compte.coordonnees.consentement} vientDeChanger={consentement === '1'} />}
    />
  );
}
