import { t } from '#ui/langue/t.ts';

/** The button of ProConnect on the agents' log-in page. */
export function BlocProConnect({ retour }: { retour?: string }) {
  const depart = '/api/agents/connexion/proconnect';
  return (
    <>
      <p className="portail-ou">{t('Ou')}</p>
      <h2 className="fr-h6">ProConnect</h2>
      <p>{t('ProConnect vous identifie avec le compte de votre administration.')}</p>
      <p>
        <a className="fr-btn fr-btn--secondary" href={retour ? `${depart}?retour=${encodeURIComponent(retour)}` : depart}>
          {t('S’identifier avec ProConnect')}
        </a>
      </p>
    </>
  );
}
