import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { GenreCompte } from './menu.ts';
import { adresseCreation, type CompteExige, type Service } from './services.ts';

const comptes = (): Readonly<Record<CompteExige, string>> => ({
  adresse: t('Il faut un compte. Une adresse électronique suffit pour le créer.'),
  numero: t('Il faut un compte créé avec le numéro de votre visa ou de votre titre, et les deux dates qui y sont imprimées.'),
});

/** A service of the menu: what it is, for whom, how to begin. */
export function VueService({ service, compte }: { service: Service; compte: GenreCompte }) {
  const { demarche, allerVers } = service;
  return (
    <Page titre={service.titre} largeur="texte">
      <h2>{t('C’est quoi ?')}</h2>
      <p>{service.cEstQuoi}</p>
      <h2>{t('Pour qui ?')}</h2>
      <p>{service.pourQui}</p>
      {demarche && !compte ? (
        <>
          <h2>{t('Pour commencer')}</h2>
          <p>
            {comptes()[demarche.compte]}{' '}
            {demarche.fiche ? t('Une fois votre compte ouvert sur cet appareil, vous revenez à cette démarche.') : null}
          </p>
        </>
      ) : null}
      <p className="portail-actions">
        <a className="fr-btn" href={allerVers.href}>
          {compte && demarche ? t('Commencer la démarche') : allerVers.libelle}
        </a>
        {demarche && !compte ? (
          <a className="fr-btn fr-btn--secondary" href={adresseCreation(demarche.compte, allerVers.href)}>
            {t('Créer mon compte')}
          </a>
        ) : null}
        {demarche?.fiche ? (
          <a className="fr-btn fr-btn--tertiary" href={`/catalogue/${demarche.fiche}`}>
            {t('Voir les pièces, le coût et les délais')}
          </a>
        ) : null}
      </p>
    </Page>
  );
}
