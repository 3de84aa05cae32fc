import { t } from '#ui/langue/t.ts';
import { chemins } from './menu.ts';

/** The account area of somebody who is not logged in (S-003). */
export function CompteAnonyme() {
  return (
    <a className="fr-btn fr-btn--sm fr-btn--icon-left fr-icon-account-circle-fill portail-majuscules" href={chemins.connexion}>
      {t('Se connecter')}
    </a>
  );
}
