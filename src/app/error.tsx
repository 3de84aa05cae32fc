'use client';
import { usePathname } from 'next/navigation';
import { PageErreur } from '#ui/feedback/page-erreur.tsx';
import { useT } from '#ui/langue/use-t.tsx';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useT();
  const page = usePathname();
  return (
    <PageErreur t={t} titre={t('Le service a rencontré un problème')} code="500" numero={error.digest} page={page}>
      <title>{t('Erreur inattendue')}</title>
      <p>{t('Ce n’est pas de votre fait. Ce que vous aviez enregistré est conservé.')}</p>
      <p>{t('Rechargez la page dans quelques minutes. Si cela continue, contactez-nous.')}</p>
    </PageErreur>
  );
}
