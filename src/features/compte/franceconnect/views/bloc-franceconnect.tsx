import { lien } from '#features/configuration/liens/catalogue.ts';
import { t } from '#ui/langue/t.ts';

type Props = { estPropose: boolean; retour?: string };

/** The button as the State Design System draws it. A link: it leads to another site, which no form may do here. */
export function BoutonFranceConnect({ retour }: { retour?: string }) {
  const depart = '/api/connexion/franceconnect';
  return (
    <div>
      <p>
        <a className="portail-franceconnect" href={retour ? `${depart}?retour=${encodeURIComponent(retour)}` : depart}>
          <span>{t('S’identifier avec')}</span> <span className="portail-franceconnect__marque">FranceConnect</span>
        </a>
      </p>
      <p>
        <a
          className="fr-link"
          href={lien('franceConnect')}
          target="_blank"
          rel="noopener external"
          title={t('Qu’est-ce que FranceConnect ? – nouvelle fenêtre')}
        >
          {t('Qu’est-ce que FranceConnect ?')}
        </a>
      </p>
    </div>
  );
}

/** S-056, S-057, on the log-in page. Nothing at all where FranceConnect is not configured: the password is always there. */
export function BlocFranceConnect({ estPropose, retour }: Props) {
  if (!estPropose) return null;
  return (
    <>
      <p className="portail-ou">{t('Ou')}</p>
      <h2 className="fr-h6">FranceConnect</h2>
      <p>{t('FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.')}</p>
      <BoutonFranceConnect retour={retour} />
    </>
  );
}
