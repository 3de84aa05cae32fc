import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';

const DEPART = '/api/connexion/sortie?depart=1';

/** After the log-out of the portal. The page goes on by itself to the provider: a form may not lead to another site, a navigation may. */
export function Sortie({ resteASortir }: { resteASortir: boolean }) {
  return (
    <Page titre={t('Vous êtes déconnecté')} largeur="texte">
      {resteASortir ? (
        <>
          <meta httpEquiv="refresh" content={`0;url=${DEPART}`} />
          <p>
            {t(
              'Votre session est fermée sur ce portail. Il reste à fermer celle du service qui vous a identifié : la page y va toute seule.',
            )}
          </p>
          <p className="portail-actions">
            <a className="fr-btn" href={DEPART}>
              {t('Continuer')}
            </a>
          </p>
        </>
      ) : (
        <p className="portail-actions">
          <a className="fr-btn" href="/">
            {t('Retour à l’accueil')}
          </a>
        </p>
      )}
    </Page>
  );
}
