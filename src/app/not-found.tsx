import { langueDemandee, titrePage } from '#guard/langue.ts';
import { PageErreur } from '#ui/feedback/page-erreur.tsx';
import { t } from '#ui/langue/t.ts';

export const generateMetadata = titrePage('Page non trouvée');

export default async function NotFound() {
  await langueDemandee();
  return (
    <PageErreur t={t} titre={t('Page non trouvée')} code="404">
      <p>{t('La page que vous cherchez n’existe pas, ou vous n’y avez pas accès.')}</p>
      <p>{t('Si vous avez tapé l’adresse, vérifiez-la. Si la page demande un compte, connectez-vous puis recommencez.')}</p>
    </PageErreur>
  );
}
