import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { ServiceNonOuvert } from './services.ts';

/** A service that is not open here: what it is, for whom, where to go. No dead end. */
export function ServiceAVenir({ service }: { service: ServiceNonOuvert }) {
  return (
    <Page titre={service.titre} largeur="texte">
      {service.estOuvert ? null : (
        <Alerte ton="info" titre={t('Cette démarche n’est pas encore disponible dans cette démonstration')} niveau="h2">
          {t('Rien de ce que vous feriez ici ne serait enregistré : voici où la faire aujourd’hui.')}
        </Alerte>
      )}
      <h2 className="fr-mt-4w">{t('C’est quoi ?')}</h2>
      <p>{service.cEstQuoi}</p>
      <h2>{t('Pour qui ?')}</h2>
      <p>{service.pourQui}</p>
      <p className="portail-actions">
        <a className="fr-btn" href={service.allerVers.href}>
          {service.allerVers.libelle}
        </a>
        <a className="fr-btn fr-btn--secondary" href="/">
          {t('Retour à l’accueil')}
        </a>
      </p>
    </Page>
  );
}
