'use client';
// Every page carries it, ready to be shown: as a component of the browser it is a reference, not twenty elements sent with each page.
import { useT } from '#ui/langue/use-t.tsx';
import { PageErreur } from './page-erreur.tsx';

export function PageNonTrouvee() {
  const t = useT();
  return (
    <PageErreur t={t} titre={t('Page non trouvée')} code="404">
      <p>{t('La page que vous cherchez n’existe pas, ou vous n’y avez pas accès.')}</p>
      <p>{t('Si vous avez tapé l’adresse, vérifiez-la. Si la page demande un compte, connectez-vous puis recommencez.')}</p>
    </PageErreur>
  );
}
